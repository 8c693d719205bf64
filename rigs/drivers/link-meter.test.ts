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
  const said = ['KEYPad', 'TOUCh', 'CLOCk', 'LEDGer', 'EMULator'];
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

test('a key and its frame are one message; the time comes with what lets it pass', async () => {
  const { meter, messages } = bench();
  await meter.press('OK');
  await meter.touch?.({ x: 1, y: 2 });
  expect(meter.now()).toBe(0);
  await meter.clock?.advance(1000);
  await meter.wait(1, 500);
  await meter.frame();
  expect(messages).toEqual([
    'press screen',
    'touch screen',
    'advance screen date time',
    'wait screen date time',
    'screen date time',
  ]);
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
    'press screen',
    'ledger',
    'press screen ledger',
    'press screen ledger',
    'press screen',
  ]);
});

test('figures that came with a wait are those of now', async () => {
  const { meter, messages } = bench();
  await meter.ledger?.figures();
  await meter.wait(1, 500);
  expect(await meter.ledger?.figures()).toEqual([]);
  expect(messages).toEqual(['ledger', 'wait screen date time ledger']);
});
