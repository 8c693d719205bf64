import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  type FundsRequest,
  type InspectionRequest,
  oneDay,
  type PackageKind,
  type PackageLabel,
  type PeerAnswer,
  type PeerRequest,
  type Pence,
  type SessionRequest,
  type WithdrawalRequest,
} from '#core';
import { factoryCore, started } from '../security-core/index.ts';
import { factoryPostal, type PostalMeter } from './postal.ts';
import type { PostalSettings } from './take.ts';

/** What the tests of this folder go by. */
export const settings: PostalSettings = {
  coreLimits: {
    descendingMost: 1_000_000,
    sumMost: 100_000_000,
    ascendingMost: 100_000_000,
    postageLeast: 0,
    postageMost: 9_999,
    challengeMs: 300_000,
  },
  inspection: { warningDay: 21, graceDays: 7, lockOutDay: 28 },
  packageBytes: 4_096,
};

/** 2026-01-01. */
export const newYear = 20_454 * oneDay;

/** A meter that was just installed, on 2026-01-01. */
export const newMeter = (credit: Pence, change: Partial<PostalMeter> = {}): PostalMeter => ({
  serial: 'A1',
  registers: started(factoryCore(credit), newYear, settings.inspection),
  postal: factoryPostal('factory', '1.0.0'),
  ...change,
});

/** A package as it is offered: its label, and its bytes. */
export interface FakePackage {
  readonly label: PackageLabel;
  readonly bytes: Uint8Array;
}

export const packageOf = (
  kind: PackageKind,
  id: string,
  bytes: Uint8Array,
  pieces = 1,
): FakePackage => ({
  label: { kind, id, size: bytes.length, sha256: bytesToHex(sha256(bytes)), pieces },
  bytes,
});

/** A package of rates with one price. */
export const ratesPackage = (id: string, effective: string, pieces = 1): FakePackage => {
  const prices = { letter: { postage: [100, 200], fee: 0 } };
  const text = JSON.stringify({ version: 1, id, effective, prices });
  return packageOf('rates', id, new TextEncoder().encode(text), pieces);
};

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** One of the equal pieces of a package. */
export function pieceOf({ label, bytes }: FakePackage, piece: number): string {
  const length = Math.ceil(bytes.length / label.pieces);
  return base64(bytes.subarray(piece * length, (piece + 1) * length));
}

/** What a server knows. It is a value: a message gives a new one. */
export interface FakeServer {
  readonly prepaid: Pence;
  readonly sequence: number;
  readonly controlTotal: Pence;
  /** Kept for this meter from the one that it replaces. */
  readonly transfer: Pence | null;
  /** Another meter takes the place of this one: it may give its postage back. */
  readonly isReplaced: boolean;
  /** Taken back from this meter. */
  readonly returned: Pence;
  readonly packages: readonly FakePackage[];
  readonly diagnosticsWanted: boolean;
  readonly diagnostics: number;
  /** The answers that were given, by key. */
  readonly answers: Readonly<Record<string, unknown>>;
}

export const newServer = (credit: Pence, change: Partial<FakeServer> = {}): FakeServer => ({
  prepaid: 50_000,
  sequence: 0,
  controlTotal: credit,
  transfer: null,
  isReplaced: false,
  returned: 0,
  packages: [],
  diagnosticsWanted: false,
  diagnostics: 0,
  answers: {},
  ...change,
});

const accountOf = ({ prepaid }: FakeServer) => ({ number: '0001', prepaid, credit: 0 });

/** What the server makes of a message, and what it answers: the first answer again to the same key. */
export function serve(
  server: FakeServer,
  request: PeerRequest,
): { readonly server: FakeServer; readonly answer: PeerAnswer } {
  const key = request.headers['idempotency-key'] ?? '';
  const made = key in server.answers ? undefined : carryOut(server, request);
  const after = made?.server ?? server;
  const body = made ? made.body : server.answers[key];
  return {
    server: { ...after, answers: { ...after.answers, [key]: body } },
    answer: { status: 'answered', code: 200, body: JSON.stringify(body) },
  };
}

function carryOut(
  server: FakeServer,
  { path, body = '' }: PeerRequest,
): { readonly server: FakeServer; readonly body: unknown } {
  const [, , , , topic = '', kind, id, piece] = path.split('/');
  switch (topic) {
    case 'sessions': {
      const { nonce, installed } = JSON.parse(body) as SessionRequest;
      const packages = server.packages.filter(({ label: one }) =>
        one.kind === 'rates' || one.kind === 'software'
          ? installed[one.kind] !== one.id
          : !installed[one.kind].includes(one.id),
      );
      const { transfer, diagnosticsWanted } = server;
      return {
        server,
        body: {
          version: 1,
          nonce,
          session: 's',
          account: accountOf(server),
          transfer,
          packages: packages.map(({ label }) => label),
          diagnosticsWanted,
        },
      };
    }
    case 'funds':
      return funds(server, JSON.parse(body) as FundsRequest);
    case 'withdrawals':
      return withdrawal(server, JSON.parse(body) as WithdrawalRequest);
    case 'inspections': {
      const { registers } = JSON.parse(body) as InspectionRequest;
      const fits = registers.controlTotal === server.controlTotal;
      return {
        server,
        body: fits
          ? { version: 1, status: 'passed' }
          : { version: 1, status: 'refused', reason: 'registers differ' },
      };
    }
    case 'packages': {
      const found = server.packages.find(
        ({ label }) => label.kind === kind && label.id === decodeURIComponent(id ?? ''),
      );
      if (!found) return { server, body: {} };
      const data = pieceOf(found, Number(piece));
      return {
        server,
        body: { version: 1, kind, id: found.label.id, piece: Number(piece), data },
      };
    }
    case 'diagnostics':
      return {
        server: { ...server, diagnostics: server.diagnostics + 1 },
        body: { version: 1, received: true },
      };
    default:
      return { server, body: { version: 1, ended: true } };
  }
}

function funds(server: FakeServer, { amount, source, ...told }: FundsRequest) {
  const { sequence, ascending, controlTotal } = told;
  const refusal =
    sequence !== server.sequence + 1 || controlTotal !== server.controlTotal
      ? 'registers differ'
      : source === 'replaced meter'
        ? amount !== server.transfer && 'nothing to transfer'
        : amount > server.prepaid && 'not enough funds';
  if (refusal) {
    const account = accountOf(server);
    const most = server.prepaid;
    return { server, body: { version: 1, status: 'refused', reason: refusal, most, account } };
  }
  const after: FakeServer = {
    ...server,
    sequence,
    controlTotal: controlTotal + amount,
    ...(source === 'account' ? { prepaid: server.prepaid - amount } : { transfer: null }),
  };
  const account = accountOf(after);
  return {
    server: after,
    body: { version: 1, status: 'granted', sequence, amount, ascending, controlTotal, account },
  };
}

function withdrawal(server: FakeServer, { sequence, amount, registers }: WithdrawalRequest) {
  const fits =
    sequence === server.sequence + 1 && registers.controlTotal === server.controlTotal - amount;
  if (!server.isReplaced || !fits) {
    const reason = server.isReplaced ? 'registers differ' : 'not replaced';
    return { server, body: { version: 1, status: 'refused', reason } };
  }
  return {
    server: {
      ...server,
      sequence,
      controlTotal: server.controlTotal - amount,
      returned: server.returned + amount,
    },
    body: { version: 1, status: 'taken', sequence, amount },
  };
}
