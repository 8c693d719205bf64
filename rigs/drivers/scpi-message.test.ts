import { expect, test } from 'vitest';
import type { Frame } from '#core';
import { commandOf, guardAnswer, inBytes, join, noError, type Operation } from '#protocol';
import { guardedMessage } from './scpi-message.ts';

const frame: Frame = {
  v: 1,
  frame: 7,
  display: 'lcd',
  title: 'Home',
  rows: [],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
};
const press: Operation = { op: 'press', seq: 3, key: 'OK' };
const shown = commandOf({ op: 'screen' }).answer.write(frame);
const day = { year: 2026, month: 1, day: 5 };

/** What the answers, and what an error at their end says, come to. */
const replied = (operations: readonly Operation[], answers: readonly (string | Uint8Array)[]) => {
  const rest = inBytes(join(['1', ...answers, '0,"No error"'], ';'));
  return guardedMessage(3, operations, 'fake').read(guardAnswer(3, rest));
};

test.each([
  [[{ op: 'screen' }], [shown], [frame]],
  [[press, { op: 'screen' }], [shown], [undefined, frame]],
  [[{ op: 'screen' }, press], [shown], [frame, undefined]],
  [
    [{ op: 'screen' }, { op: 'date' }],
    [shown, '2026,1,5'],
    [frame, day],
  ],
  [
    [{ op: 'screen' }, { op: 'screen' }],
    [shown, shown],
    [frame, frame],
  ],
] as [Operation[], string[], unknown[]][])(
  '%j is answered in its order',
  (asked, said, answers) => {
    const answer = { answers, error: noError, refused: false };
    expect(replied(asked, said)).toEqual({ kind: 'answer', replied: answer });
  },
);

test.each([
  [[{ op: 'ledger' }], [shown]],
  [[press], [shown]],
  [[{ op: 'screen' }], [shown, shown]],
  [[{ op: 'screen' }, { op: 'date' }], [shown]],
] as [Operation[], string[]][])(
  '%j is not answered with another number of things',
  (asked, said) => {
    expect(() => replied(asked, said)).toThrow('FB_LINK_NONSENSE');
  },
);
