import { describe, expect, test } from 'vitest';
import { oneDay } from '#core';
import { imprint } from '../registers.ts';
import { type Errand, newCall } from './call.ts';
import { converse } from './conversation.test-data.ts';
import { newMeter, newServer, newYear, ratesPackage } from './fake-data-centre.test-data.ts';
import { messageOf } from './messages.ts';
import { callOutcomes } from './outcomes.ts';
import type { PostalMeter } from './postal.ts';
import { prepareMessage } from './prepare.ts';
import { progressOf } from './progress.ts';

const refill: Errand = { kind: 'refill', amount: 700 };
const world = (meter: PostalMeter = newMeter(5_000)) => ({
  meter,
  server: newServer(5_000, { packages: [ratesPackage('R2', '2026-02-01', 3)] }),
  now: newYear,
});

/** The funds message of a refill as it is made ready, and the meter that will remember it. */
function fundsMessage(meter: PostalMeter) {
  const call = { ...newCall(refill), done: [] };
  const { server } = world();
  const session = prepareMessage(meter, call, newYear);
  const opened = {
    ...session.call,
    step: null,
    session: {
      version: 1 as const,
      nonce: 'n',
      session: 's',
      account: { number: '0001', prepaid: server.prepaid, credit: 0 },
      transfer: null,
      packages: [],
      diagnosticsWanted: false,
    },
  };
  const { call: ready, ...part } = prepareMessage(
    { ...meter, postal: session.postal, registers: session.registers },
    opened,
    newYear,
  );
  const after = { ...meter, ...part };
  return { meter: after, message: messageOf(after, ready, newYear), call: ready };
}

describe('a question for postage', () => {
  const first = fundsMessage(newMeter(5_000));

  test('is in the memory before it is sent', () => {
    expect(first.meter.postal.funds).toEqual({
      key: 'A1-2',
      source: 'account',
      amount: 700,
      ascending: 0,
      controlTotal: 5_000,
    });
    expect(first.call.key).toBe('A1-2');
  });

  test('is asked again with the same key and the same words, though pieces were franked', () => {
    const franked = { ...first.meter, registers: imprint(first.meter.registers, 300) };
    const again = fundsMessage(franked);
    expect(again.message).toEqual(first.message);
    expect(again.meter.postal.funds).toEqual(first.meter.postal.funds);
    expect(again.meter.postal.messages).toBe(4);
  });
});

test('each message of a meter has a key of its own, but for a question that is asked again', () => {
  const lost = converse(world(), refill, (_index, { kind }) =>
    kind === 'funds' ? 'answer lost' : 'answered',
  );
  const after = converse(lost, { kind: 'synchronisation' });
  const keys = Object.keys(after.server.answers);
  expect(after.steps).toHaveLength(7);
  expect(keys).toHaveLength(lost.steps.length + after.steps.length - 1);
});

test('a call that is over prepares nothing', () => {
  const meter = newMeter(5_000);
  const call = { ...newCall(refill), end: 'no answer' as const };
  expect(prepareMessage(meter, call, newYear)).toEqual({
    registers: meter.registers,
    postal: meter.postal,
    call,
  });
  expect(messageOf(meter, call, newYear)).toBeUndefined();
});

test('each message of a call shows something else', () => {
  const call = newCall({ kind: 'synchronisation' });
  const { steps } = converse(world(), call.errand);
  const shown = steps.map((step) => JSON.stringify(progressOf({ ...call, step })));
  expect(steps.length).toBeGreaterThan(5);
  expect(new Set(shown).size).toBe(steps.length);
  expect(progressOf(null)).toBeUndefined();
  expect(progressOf(call)).toBeUndefined();
});

test('diagnostics tell the days since the last inspection and the messages sent', () => {
  const meter = newMeter(5_000);
  const call = {
    ...newCall({ kind: 'synchronisation' }),
    step: { kind: 'diagnostics' } as const,
    key: 'A1-9',
  };
  const at = { ...meter, postal: { ...meter.postal, messages: 9 } };
  const { body = '' } = messageOf(at, call, newYear + 5 * oneDay) ?? {};
  expect(JSON.parse(body)).toMatchObject({ messages: 9, daysSinceInspection: 5 });
});

describe('what may come of a message', () => {
  const surroundings = { stickFiles: undefined, written: undefined, remoteAccounts: undefined };
  const ready = { ...newCall(refill), step: { kind: 'session' } as const, key: 'A1-1' };
  const known = { status: 'answered', code: 200, body: '{}' } as const;

  test('is what the server made of it, or any way to be lost', () => {
    const answerTo = (key: string) => (key === 'A1-1' ? known : undefined);
    const outcomes = [...callOutcomes(ready, { ...surroundings, answerTo, now: 7 }, 5)];
    expect(outcomes.map(({ answer }) => answer.status)).toEqual([
      'answered',
      'unreachable',
      'no answer',
      'reset',
    ]);
    expect(outcomes.every(({ at }) => at === 7)).toBe(true);
  });

  test('is only to be lost where nobody knows what the server made of it', () => {
    const outcomes = [...callOutcomes(ready, surroundings, 5)];
    expect(outcomes.map(({ answer }) => answer.status)).toEqual([
      'unreachable',
      'no answer',
      'reset',
    ]);
    expect(outcomes[0]?.at).toBe(5);
  });

  test('is nothing where no message is under way', () => {
    expect([...callOutcomes(newCall(refill), surroundings, 5)]).toEqual([]);
    expect([...callOutcomes(null, surroundings, 5)]).toEqual([]);
  });
});
