import { expect, test } from 'vitest';
import { darkScreen, type Frame } from '#core';
import type { Exchange } from './exchange.ts';
import { loggedExchange, type WireEvent } from './logged-exchange.ts';

const frame = (title: string, secret: boolean): Frame => ({
  ...darkScreen,
  v: 1,
  frame: 7,
  title,
  field: { label: 'PIN', value: '', maxLength: 4, secret, mode: 'digits' },
});

/** An exchange that gives these answers, one list a message. */
function logged(answers: readonly (readonly unknown[] | Error)[]) {
  const events: WireEvent[] = [];
  const left = [...answers];
  const exchange = {
    name: 'test',
    exchange: async () => {
      const next = left.shift();
      if (next instanceof Error) throw next;
      return next;
    },
    [Symbol.asyncDispose]: async () => undefined,
  } as unknown as Exchange; // the answers are the test's
  let now = 100;
  const clock = {
    now: () => {
      now += 5;
      return now;
    },
  };
  return { events, exchange: loggedExchange(exchange, (event) => void events.push(event), clock) };
}

test('what is asked and answered is told in words, with the time since the link was opened', async () => {
  const { exchange, events } = logged([[undefined, frame('Home', false)], [new Uint8Array(12)]]);
  await exchange.exchange([{ op: 'press', seq: 3, key: 'MENU' }, { op: 'screen' }]);
  await exchange.exchange([{ op: 'readFile', path: 'ACS.CSV' }]);
  expect(events).toEqual([
    { ms: 5, dir: '>', text: 'press MENU; screen' },
    { ms: 10, dir: '<', text: 'done; frame 7 "Home"' },
    { ms: 15, dir: '>', text: 'readFile "ACS.CSV"' },
    { ms: 20, dir: '<', text: '12 bytes' },
  ]);
});

test('keys and taps are masked as long as the display masks its field', async () => {
  const { exchange, events } = logged([
    [frame('PIN', true)],
    [undefined],
    [undefined, frame('Home', false)],
    [undefined],
  ]);
  await exchange.exchange([{ op: 'screen' }]);
  await exchange.exchange([{ op: 'press', seq: 1, key: '2' }]);
  await exchange.exchange([{ op: 'touch', seq: 2, x: 40, y: 60 }, { op: 'screen' }]);
  await exchange.exchange([{ op: 'press', seq: 3, key: '4' }]);
  expect(events.filter(({ dir }) => dir === '>').map(({ text }) => text)).toEqual([
    'screen',
    'press •',
    'touch •; screen',
    'press 4',
  ]);
});

test('how a meter was installed and what a file holds is left out', async () => {
  const { exchange, events } = logged([[undefined, undefined]]);
  const renewal = { model: 'is-440', supervisorPin: '2468' } as never; // no more is looked at
  await exchange.exchange([
    { op: 'renew', renewal },
    { op: 'writeFile', path: 'a.csv', bytes: new TextEncoder().encode('2468') },
  ]);
  expect(JSON.stringify(events)).not.toContain('2468');
  expect(events[0]?.text).toBe('renew; writeFile a.csv (4 bytes)');
});

test('an answer that does not come is told, and the error goes on', async () => {
  const { exchange, events } = logged([new Error('nothing heard\n  Hint: look')]);
  await expect(exchange.exchange([{ op: 'screen' }])).rejects.toThrow('nothing heard');
  expect(events.at(-1)?.text).toBe('no answer: nothing heard');
});
