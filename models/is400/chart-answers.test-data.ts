import type { AnyMachineSnapshot } from 'xstate';
import type { PeerAnswer } from '#core';
import { pendingOf } from '../place.ts';
import type { PanelEvent, StickFailure } from './context.ts';
import { contextOf } from './place.ts';

const file = 'ACS_20260105_090000.CSV';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const failures: readonly StickFailure[] = [
  'absent',
  'write-protected',
  'full',
  'unreadable',
  'exists',
  'pulled',
];
const stickFailures = failures.map((reason): PanelEvent => ({ type: 'STICK.FAILED', reason }));

/** Every kind of answer to each kind of work. */
const answers: Readonly<Record<string, readonly PanelEvent[]>> = {
  listAccountFiles: [
    { type: 'STICK.FILES', names: [] },
    { type: 'STICK.FILES', names: ['NOTES.TXT', file, 'ACS_20260106_090000.CSV'] },
    ...stickFailures,
  ],
  readAccountFile: [
    { type: 'STICK.CONTENT', bytes: bytes('') },
    { type: 'STICK.CONTENT', bytes: bytes('1;A;Active\r\n3;B;Active\n2;D\n') },
    ...stickFailures,
  ],
  writeAccountFile: [{ type: 'STICK.WRITTEN' }, ...stickFailures],
  askPc: [
    { type: 'PC.ACCOUNTS', accounts: [] },
    { type: 'PC.ACCOUNTS', accounts: [{ number: '4', name: 'N', active: true }] },
    { type: 'PC.FAILED' },
  ],
};

/** What the server may make of the message under way, and ways to lose it. */
function serverAnswers(snapshot: AnyMachineSnapshot): readonly PanelEvent[] {
  const { call, memory, now } = contextOf(snapshot);
  const { registers, postal } = memory;
  const account = { number: '1', prepaid: 5, credit: 3 };
  const { ascending, controlTotal } = postal.funds ?? registers;
  const amount = postal.funds?.amount ?? 0;
  const version = 1;
  const sequence = registers.sequence + 1;
  const granted = {
    version,
    status: 'granted',
    sequence,
    amount,
    ascending,
    controlTotal,
    account,
  };
  const registersDiffer = { version, status: 'refused', reason: 'registers differ' };
  const bodies: Readonly<Record<string, readonly object[]>> = {
    session: [
      {
        version,
        nonce: registers.challenge?.nonce,
        session: 's',
        account,
        transfer: null,
        packages: [],
        diagnosticsWanted: true,
      },
    ],
    funds: [
      granted,
      { ...granted, sequence: sequence + 1 },
      { ...registersDiffer, most: 0, account },
      { ...registersDiffer, reason: 'not enough funds', most: 4, account },
    ],
    inspection: [{ version, status: 'passed' }, registersDiffer],
    diagnostics: [{ version, received: true }],
    end: [{ version, ended: true }],
  };
  const said = (bodies[call?.step?.kind ?? ''] ?? []).map(
    (body): PeerAnswer => ({ status: 'answered', code: 200, body: JSON.stringify(body) }),
  );
  const lost: readonly PeerAnswer[] = [
    { status: 'unreachable' },
    { status: 'answered', code: 503, body: '' },
  ];
  return [...said, ...lost].map((answer) => ({ type: 'DATA_CENTRE.ANSWER', answer, at: now }));
}

/** Every kind of answer to the work that a chart waits for. */
export const answersTo = (snapshot: AnyMachineSnapshot): readonly PanelEvent[] =>
  pendingOf(snapshot).flatMap((work) =>
    work === 'sendToDataCentre' ? serverAnswers(snapshot) : (answers[work] ?? []),
  );
