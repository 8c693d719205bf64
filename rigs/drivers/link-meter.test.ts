import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { capabilitiesOf, knownWords, type Operation, type OperationName } from '#protocol';
import type { Answers, Exchange } from './exchange.ts';
import { usualLimits } from './limits.ts';
import { LinkMeter } from './link-meter.ts';
import { virtualTime } from './meter-time.ts';

const frame: Frame = {
  v: 1,
  frame: 1,
  display: 'lcd',
  title: '',
  rows: [],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en',
};

const answers: Partial<Record<OperationName, unknown>> = {
  screen: frame,
  date: { year: 2026, month: 1, day: 5 },
  time: { hour: 9, minute: 0, second: 0.05 },
  ledger: [],
};

/** A meter in virtual time, and what was asked of it: the operations of each message. */
function bench() {
  const messages: string[] = [];
  const exchange: Exchange = {
    name: 'fake',
    exchange: async <const Asked extends readonly Operation[]>(operations: Asked) => {
      messages.push(operations.map(({ op }) => op).join(' '));
      // The table has the answers of these operations.
      return operations.map(({ op }) => answers[op]) as unknown as Answers<Asked>;
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  const said = ['KEYPad', 'CLOCk', 'LEDGer', 'EMULator'];
  const meter = new LinkMeter({
    exchange,
    identity: { maker: '', model: '', serial: '', firmware: '', emulated: true },
    capabilities: capabilitiesOf(said),
    words: knownWords(said),
    time: virtualTime(0),
    limits: usualLimits,
    close: async () => undefined,
  });
  return { meter, messages };
}

test('a key, its frame and the time at the meter are one message', async () => {
  const { meter, messages } = bench();
  await meter.press('OK');
  await meter.press('C');
  expect(messages).toEqual(['press screen date time', 'press screen date time']);
  expect(meter.now()).toBe(Date.UTC(2026, 0, 5, 9, 0, 0, 50));
});

test('figures come along with the next key where they were read after the last', async () => {
  const { meter, messages } = bench();
  await meter.press('OK');
  await meter.ledger?.figures();
  await meter.press('OK');
  await meter.ledger?.figures();
  await meter.press('OK');
  await meter.press('OK');
  expect(messages).toEqual([
    'press screen date time',
    'ledger',
    'press screen date time ledger',
    'press screen date time ledger',
    'press screen date time',
  ]);
});
