import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PeerAnswer } from '#core';
import { registersBalance } from '../registers.ts';
import { type Call, newCall, type Step } from './call.ts';
import { converse } from './conversation.test-data.ts';
import {
  type FakeServer,
  newMeter,
  newServer,
  newYear,
  packageOf,
  ratesPackage,
  serve,
  settings,
} from './fake-data-centre.test-data.ts';
import { postalService, securityCore } from './memory-schema.ts';
import { messageOf } from './messages.ts';
import type { PostalMeter } from './postal.ts';
import { prepareMessage } from './prepare.ts';
import { takeAnswer } from './take.ts';

const credit = 5_000;
const answered = (body: unknown, code = 200): PeerAnswer => ({
  status: 'answered',
  code,
  body: JSON.stringify(body),
});
const account = { number: '0001', prepaid: 1, credit: 2 };

interface Moment {
  readonly meter: PostalMeter;
  readonly call: Call;
}

/** A meter with the first message of such a kind made ready. */
function readyFor(kind: Step['kind'], change: Partial<FakeServer> = {}): Moment {
  const errand =
    kind === 'funds'
      ? ({ kind: 'refill', amount: 700 } as const)
      : ({ kind: kind === 'withdrawal' ? 'withdrawal' : 'synchronisation' } as const);
  const packages = [ratesPackage('R2', '2026-02-01', 2)];
  const server = newServer(credit, {
    packages,
    diagnosticsWanted: true,
    isReplaced: true,
    ...change,
  });
  let ready: Moment | undefined;
  let call = newCall(errand);
  let meter = newMeter(credit);
  let now = server;
  while (!ready) {
    const prepared = prepareMessage(meter, call, newYear);
    ({ call } = prepared);
    meter = { ...meter, registers: prepared.registers, postal: prepared.postal };
    if (call.step?.kind === kind) ready = { meter, call };
    else {
      const world = oneMessage({ meter, call }, now);
      ({ meter, call } = world);
      now = world.server;
    }
  }
  return ready;
}

function oneMessage({ meter, call }: Moment, server: FakeServer): Moment & { server: FakeServer } {
  const request = messageOf(meter, call, newYear);
  if (!request) throw new Error('there is no message');
  const served = serve(server, request);
  const { call: after, ...part } = takeAnswer(meter, call, served.answer, newYear, settings);
  return { meter: { ...meter, ...part }, call: after, server: served.server };
}

const take = ({ meter, call }: Moment, answer: PeerAnswer, now = newYear + 2_000): Moment => {
  const { call: after, ...part } = takeAnswer(meter, call, answer, now, settings);
  return { meter: { ...meter, ...part }, call: after };
};

const kinds: readonly Step['kind'][] = [
  'session',
  'funds',
  'withdrawal',
  'inspection',
  'piece',
  'diagnostics',
  'end',
];

/** Words and figures that answers are made of, and what is beyond them. */
const word = fc.constantFrom(
  ...['granted', 'refused', 'taken', 'passed', 'withdrawn', 'registers differ', 'rates', 'R2', ''],
  ...['c-A1-1', '0001', 'YQ==', '=', '\u0000', '2026-02-30', '__proto__'],
);
const figure = fc.constantFrom(0, 1, 2, 700, 5_000, -1, 0.5, 2 ** 53, 1e308, Number.MIN_VALUE);
const name = fc.constantFrom(
  ...['version', 'status', 'reason', 'sequence', 'amount', 'ascending', 'controlTotal', 'account'],
  ...['most', 'nonce', 'session', 'transfer', 'packages', 'diagnosticsWanted', 'kind', 'id'],
  ...['piece', 'data', 'received', 'ended', 'number', 'prepaid', 'credit', '__proto__'],
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    figure,
    word,
    fc.constantFrom(null, true, false, 1),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 9 }),
  ),
}));

/** An answer that is right but for one part of it. */
const right: Readonly<Record<Step['kind'], object>> = {
  session: {
    version: 1,
    nonce: 'c-A1-1',
    session: 's',
    account,
    transfer: null,
    packages: [ratesPackage('R2', '2026-02-01').label],
    diagnosticsWanted: true,
  },
  funds: {
    version: 1,
    status: 'granted',
    sequence: 1,
    amount: 700,
    ascending: 0,
    controlTotal: credit,
    account,
  },
  withdrawal: { version: 1, status: 'taken', sequence: 1, amount: credit },
  inspection: { version: 1, status: 'passed' },
  piece: { version: 1, kind: 'rates', id: 'R2', piece: 0, data: 'YQ==' },
  diagnostics: { version: 1, received: true },
  end: { version: 1, ended: true },
};

describe.each(kinds)('the answer to a message of the kind %s', (kind) => {
  const moment = readyFor(kind);
  const isInOrder = ({ meter }: Moment): void => {
    expect(registersBalance(meter.registers)).toBe(true);
    expect(meter.registers.controlTotal).toBe(meter.registers.refilled);
    expect(securityCore.safeParse(meter.registers).success).toBe(true);
    expect(postalService.safeParse(meter.postal).success).toBe(true);
  };

  test('is taken as it should be', () => {
    const after = take(moment, answered(right[kind]));
    expect(after.call.end).toBe(kind === 'end' ? 'ended' : null);
    isInOrder(after);
  });

  test('may be any JSON: nothing is thrown, and the books stay in order', async () => {
    const changed = fc.dictionary(name, value, { maxKeys: 3 });
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      value.map((one) => JSON.stringify(one) ?? ''),
      changed.map((change) => JSON.stringify({ ...right[kind], ...change })),
    );
    const code = fc.constantFrom(200, 200, 200, 0, 204, 404, 500);
    await fc.assert(
      fc.property(body, code, (text, status) => {
        const after = take(moment, { status: 'answered', code: status, body: text });
        isInOrder(after);
        const { registers } = after.meter;
        expect([credit, credit + 700, 0]).toContain(registers.controlTotal);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, PeerAnswer, string]>([
    ['lost', { status: 'reset' }, 'reset'],
    ['not waited for any longer', { status: 'no answer' }, 'no answer'],
    ['never asked for', { status: 'unreachable' }, 'unreachable'],
    ['an error', answered({}, 500), 'server error'],
    ['of another message', answered({ version: 1, open: true }), 'not understood'],
    ['of another version', answered({ ...right[kind], version: 2 }), 'not understood'],
    ['with more in it', answered({ ...right[kind], more: 1 }), 'not understood'],
    ['very deep', { status: 'answered', code: 200, body: '['.repeat(1e5) }, 'not understood'],
  ])('that is %s ends the call and changes nothing', (_what, answer, end) => {
    const after = take(moment, answer);
    expect(after.call).toMatchObject({ end, step: null, notes: moment.call.notes });
    expect(after.meter.postal).toEqual(moment.meter.postal);
    expect(after.meter.registers).toEqual({ ...moment.meter.registers, challenge: null });
  });
});

describe('postage', () => {
  const moment = readyFor('funds');

  test('that was granted is added, and a receipt is kept', () => {
    const { meter, call } = take(moment, answered(right.funds));
    expect(meter.registers.descending).toBe(credit + 700);
    expect(meter.postal).toMatchObject({ funds: null, account });
    expect(meter.postal.receipts).toEqual([
      {
        at: newYear + 2_000,
        source: 'account',
        amount: 700,
        before: credit,
        after: credit + 700,
        account,
      },
    ]);
    expect(call.notes).toEqual([{ kind: 'funds added', amount: 700 }]);
  });

  test('that was refused is not asked for again, and what may be added is known', () => {
    const refusal = { version: 1, status: 'refused', reason: 'not enough funds', most: 3, account };
    const { meter, call } = take(moment, answered(refusal));
    expect(meter.postal).toMatchObject({ funds: null, receipts: [], account });
    expect(call.notes).toEqual([{ kind: 'funds refused', reason: 'not enough funds', most: 3 }]);
    expect(call.end).toBeNull();
  });

  test('of another amount is no answer to what was asked', () => {
    const { meter, call } = take(moment, answered({ ...right.funds, amount: 701 }));
    expect(call.end).toBe('not understood');
    expect(meter.registers.descending).toBe(credit);
    expect(meter.postal.funds).toEqual(moment.meter.postal.funds);
  });

  test.each([
    ['out of sequence', { sequence: 2 }],
    ['registers differ', { controlTotal: credit + 1 }],
    ['registers differ', { ascending: 1 }],
  ])('that the core refuses (%s) stays asked for, and the call goes on', (reason, change) => {
    const { meter, call } = take(moment, answered({ ...right.funds, ...change }));
    expect(meter.registers).toEqual(moment.meter.registers);
    expect(meter.postal.funds).toEqual(moment.meter.postal.funds);
    expect(call.notes).toEqual([{ kind: 'core refused', reason }]);
    expect(prepareMessage(meter, call, newYear).call.step).toEqual({ kind: 'inspection' });
  });

  test('that comes too late for its session is taken in the next', () => {
    const late = take(moment, answered(right.funds), newYear + 300_001);
    expect(late.call.notes).toEqual([{ kind: 'core refused', reason: 'stale challenge' }]);
    const server = newServer(credit);
    const after = converse({ ...late, server, now: newYear }, { kind: 'balance' });
    expect(after.meter.registers.descending).toBe(credit + 700);
  });

  test('keeps five receipts, the newest first', () => {
    let world = { meter: newMeter(credit), server: newServer(credit), now: newYear };
    for (const amount of [10, 20, 30, 40, 50, 60]) {
      world = converse(world, { kind: 'refill', amount });
    }
    expect(world.meter.postal.receipts.map(({ amount }) => amount)).toEqual([60, 50, 40, 30, 20]);
  });

  test('beyond what the core can hold is never debited', () => {
    const amount = settings.coreLimits.descendingMost - credit + 1;
    const server = newServer(credit, { prepaid: 9e9 });
    const world = { meter: newMeter(credit), server, now: newYear };
    const after = converse(world, { kind: 'refill', amount });
    expect(after.steps.map(({ kind }) => kind)).toEqual(['session', 'inspection', 'end']);
    expect(after.call?.notes).toContainEqual({
      kind: 'core refused',
      reason: 'descending over its limit',
    });
    expect(after.server.prepaid).toBe(9e9);
    expect(after.meter.postal.funds).toBeNull();
    const most = converse(world, { kind: 'refill', amount: amount - 1 });
    expect(most.meter.registers.descending).toBe(settings.coreLimits.descendingMost);
  });
});

describe('a session', () => {
  const moment = readyFor('session');

  test.each([
    ['that answers another challenge', { nonce: 'c-A1-0' }, newYear],
    ['that is answered too late', {}, newYear + 300_001],
  ])('%s is not trusted', (_what, change, now) => {
    const { meter, call } = take(moment, answered({ ...right.session, ...change }), now);
    expect(call).toMatchObject({ end: 'stale challenge', session: null });
    expect(meter.postal.account).toBeNull();
    expect(meter.registers.challenge).toBeNull();
  });

  test('with thousands of packages brings some of them, and the rest in the next', () => {
    const packages = Array.from({ length: 3_000 }, (_one, index) =>
      packageOf('graphics', `G${index}`, new Uint8Array([index % 256])),
    );
    const world = {
      meter: newMeter(credit),
      server: newServer(credit, { packages }),
      now: newYear,
    };
    const first = converse(world, { kind: 'synchronisation' });
    expect(first.call?.end).toBe('ended');
    expect(first.meter.postal.installed.graphics).toHaveLength(32);
    const second = converse(first, { kind: 'synchronisation' });
    expect(second.meter.postal.installed.graphics).toHaveLength(64);
  });

  test('refuses what makes no sense before it is fetched, and says so only where it would be', () => {
    const large = packageOf('software', '2.0.0', new Uint8Array(settings.packageBytes + 1));
    const server = newServer(credit, { packages: [large] });
    const world = { meter: newMeter(credit), server, now: newYear };
    const synchronised = converse(world, { kind: 'synchronisation' });
    expect(synchronised.steps.map(({ kind }) => kind)).toEqual(['session', 'inspection', 'end']);
    expect(synchronised.call?.notes).toContainEqual({
      kind: 'package refused',
      label: large.label,
      reason: 'too large',
    });
    expect(converse(world, { kind: 'balance' }).call?.notes).toEqual([{ kind: 'inspected' }]);
  });
});

describe('an inspection', () => {
  const moment = readyFor('inspection');

  test('that is passed begins the time anew', () => {
    const later = newYear + 9 * 86_400_000;
    const { meter } = take(moment, answered(right.inspection), later);
    expect(meter.registers.inspected).toBe(later);
  });

  test('that is refused begins nothing anew', () => {
    const refusal = { version: 1, status: 'refused', reason: 'registers differ' };
    const { meter, call } = take(moment, answered(refusal));
    expect(meter.registers).toEqual(moment.meter.registers);
    expect(call.notes).toContainEqual({ kind: 'inspection refused' });
  });
});

describe('a withdrawal', () => {
  const moment = readyFor('withdrawal');
  const refusal = (reason: string) => answered({ version: 1, status: 'refused', reason });

  test.each(['not replaced', 'registers differ'])('that is refused (%s) is put back', (reason) => {
    const { meter } = take(moment, refusal(reason));
    expect(meter.registers).toMatchObject({
      descending: credit,
      sequence: 0,
      status: 'in service',
    });
    expect(meter.postal.withdrawal).toBeNull();
  });

  test('of a meter that is withdrawn there already puts nothing back', () => {
    const { meter, call } = take(moment, refusal('withdrawn'));
    expect(meter.registers).toMatchObject({ descending: 0, status: 'withdrawn' });
    expect(meter.postal.withdrawal).toEqual(moment.meter.postal.withdrawal);
    expect(call.notes).toEqual([{ kind: 'withdrawal refused', reason: 'withdrawn' }]);
  });

  test.each([{ amount: 1 }, { sequence: 2 }])('that is confirmed with %j is not', (change) => {
    const { meter, call } = take(moment, answered({ ...right.withdrawal, ...change }));
    expect(call.end).toBe('not understood');
    expect(meter.postal.withdrawal).toEqual(moment.meter.postal.withdrawal);
  });
});

test.each([{ kind: 'rates', piece: 1 }, { kind: 'software' }, { id: 'R3' }])(
  'a piece that was not asked for (%j) is not understood',
  (change) => {
    const moment = readyFor('piece');
    const { meter, call } = take(moment, answered({ ...right.piece, ...change }));
    expect(call.end).toBe('not understood');
    expect(meter.postal.download).toBeNull();
  },
);

test('an answer to nothing changes nothing', () => {
  const moment = { meter: newMeter(credit), call: newCall({ kind: 'balance' }) };
  const after = take(moment, answered(right.session));
  expect(after.meter).toEqual(moment.meter);
  expect(after.call).toEqual(moment.call);
});
