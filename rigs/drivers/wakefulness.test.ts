import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { noError } from '#protocol';
import { JsonLine } from './json-line.ts';
import { ScpiLine } from './scpi-line.ts';
import type { Replied } from './scpi-message.ts';
import { Wakefulness } from './wakefulness.ts';

/** One whose turns of the event loop are taken by hand. */
function watched() {
  let next: (() => void) | undefined;
  const wakefulness = new Wakefulness((look) => {
    expect(next).toBeUndefined();
    next = look;
  });
  const turn = (): boolean => {
    const look = next;
    next = undefined;
    look?.();
    return look !== undefined;
  };
  /** A question: for so many turns it is looked out for the answer, which never comes. */
  const inVain = (): number => {
    wakefulness.begin();
    let turns = 0;
    while (turn()) turns += 1;
    wakefulness.end();
    return turns;
  };
  return { wakefulness, turn, inVain };
}

test('an answer is looked out for until it comes', () => {
  const { wakefulness, turn } = watched();
  for (let question = 0; question < 50; question += 1) {
    wakefulness.begin();
    for (let turns = 0; turns < 90; turns += 1) expect(turn()).toBe(true);
    wakefulness.end();
  }
  expect(turn()).toBe(true);
  expect(turn()).toBe(false);
});

test('after each time in vain twice as many questions are slept over', () => {
  const { inVain } = watched();
  const looked: number[] = [];
  for (let question = 0; question < 5000; question += 1) {
    const turns = inVain();
    if (turns > 0) {
      expect(turns).toBe(100);
      looked.push(question);
    }
  }
  expect(looked.slice(0, 5)).toEqual([0, 2, 6, 14, 30]);
  expect((looked.at(-1) ?? 0) - (looked.at(-2) ?? 0)).toBe(1025);
});

test('an answer that comes at once again is looked out for each time again', () => {
  const { wakefulness, turn, inVain } = watched();
  const slept = (): number => {
    let questions = 0;
    for (; inVain() === 0; questions += 1);
    return questions;
  };
  expect([inVain(), slept(), slept()]).toEqual([100, 1, 3]);
  for (let question = 0; question < 7; question += 1) expect(inVain()).toBe(0);
  wakefulness.begin();
  for (let turns = 0; turns < 2; turns += 1) expect(turn()).toBe(true);
  wakefulness.end();
  expect(turn()).toBe(true);
  expect([inVain(), slept()]).toEqual([100, 1]);
});

test('an answer that was there before it was looked out for says nothing of whether that pays', () => {
  const { wakefulness, turn, inVain } = watched();
  /** An answer that comes in that turn; false where nobody looked out for it. */
  const answered = (turns: number): boolean => {
    wakefulness.begin();
    for (let taken = 0; taken < turns; taken += 1) turn();
    wakefulness.end();
    return turn();
  };
  expect([inVain(), inVain(), inVain(), inVain()]).toEqual([100, 0, 100, 0]);
  expect([inVain(), inVain(), answered(1)]).toEqual([0, 0, true]);
  // Four times in vain, and so many are slept over: it was not forgotten.
  expect([inVain(), ...Array.from({ length: 7 }, () => inVain())]).toEqual([
    100,
    ...Array(7).fill(0),
  ]);
  expect([answered(2), inVain(), inVain(), inVain()]).toEqual([true, 100, 0, 100]);
});

const replied: Replied = { answers: [], error: noError, refused: false };

/** Both kinds of lines, each with what lets it hear an answer. */
const lines = {
  SCPI: (wakefulness: Wakefulness) => {
    let hear: (bytes: Uint8Array) => void = () => undefined;
    const line = new ScpiLine(
      {
        name: 'fake',
        send: () => undefined,
        listen: (onBytes) => {
          hear = onBytes;
        },
        clear: async () => undefined,
        close: async () => undefined,
      },
      new VirtualClock(),
      wakefulness,
    );
    const read = () => ({ kind: 'answer', replied }) as const;
    const ask = () => line.ask({ bytes: Buffer.from('?\n'), read }, 1000);
    return { ask, answer: () => hear(Buffer.from('1\n')) };
  },
  JSON: (wakefulness: Wakefulness) => {
    let hear: (text: string) => void = () => undefined;
    const line = new JsonLine(
      {
        send: () => undefined,
        listen: (onText) => {
          hear = onText;
        },
        close: async () => undefined,
      },
      new VirtualClock(),
      wakefulness,
    );
    const ask = () => line.ask({ text: '?', read: () => replied }, 1000);
    return { ask, answer: () => hear('1') };
  },
};

test.each(Object.entries(lines))(
  'a line of %s looks out while it waits, and no longer',
  async (_, open) => {
    const { wakefulness, turn } = watched();
    const { ask, answer } = open(wakefulness);
    for (let question = 0; question < 3; question += 1) {
      const asked = ask();
      for (let turns = 0; turns < 90; turns += 1) expect(turn()).toBe(true);
      answer();
      expect(await asked).toMatchObject({ status: 'answered' });
      turn();
      expect(turn()).toBe(false);
    }
  },
);
