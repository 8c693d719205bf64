import {
  type DiagnosticsRequest,
  dataCentreMessage,
  dataCentrePath,
  type FundsRequest,
  type InspectionRequest,
  isoTime,
  type MeterStanding,
  type Millis,
  type PeerRequest,
  piecePath,
  pieceQuestion,
  type RegisterReading,
  type SessionEnd,
  type SessionRequest,
  type WithdrawalRequest,
} from '#core';
import { daysSinceInspection } from '../security-core/index.ts';
import type { Call } from './call.ts';
import type { PostalMeter } from './postal.ts';

/** The registers as they are reported, without what guards them. */
export const readingOf = ({
  ascending,
  descending,
  controlTotal,
  items,
  zeroItems,
}: RegisterReading): RegisterReading => ({ ascending, descending, controlTotal, items, zeroItems });

const standingOf = ({ registers, postal }: PostalMeter): MeterStanding => ({
  registers: readingOf(registers),
  sequence: registers.sequence,
  installed: postal.installed,
});

/** The message that was made ready, as it goes over the network; `undefined` where none was. */
export function messageOf(meter: PostalMeter, call: Call, now: Millis): PeerRequest | undefined {
  const { serial, registers, postal } = meter;
  const { step, key } = call;
  if (!step) return undefined;
  switch (step.kind) {
    case 'session': {
      const body: SessionRequest = {
        version: 1,
        nonce: registers.challenge?.nonce ?? '',
        clock: isoTime(now),
        ...standingOf(meter),
      };
      return dataCentreMessage(dataCentrePath(serial, 'sessions'), key, body);
    }
    case 'funds': {
      if (!postal.funds) return undefined;
      const { source, amount, ascending, controlTotal } = postal.funds;
      const sequence = registers.sequence + 1;
      const body: FundsRequest = { version: 1, source, amount, sequence, ascending, controlTotal };
      return dataCentreMessage(dataCentrePath(serial, 'funds'), key, body);
    }
    case 'withdrawal': {
      if (!postal.withdrawal) return undefined;
      const { amount } = postal.withdrawal;
      const { sequence } = registers;
      const body: WithdrawalRequest = {
        version: 1,
        amount,
        sequence,
        registers: readingOf(registers),
      };
      return dataCentreMessage(dataCentrePath(serial, 'withdrawals'), key, body);
    }
    case 'inspection': {
      const body: InspectionRequest = {
        version: 1,
        registers: readingOf(registers),
        clock: isoTime(now),
      };
      return dataCentreMessage(dataCentrePath(serial, 'inspections'), key, body);
    }
    case 'piece':
      return pieceQuestion(piecePath(serial, step.label, step.piece), key);
    case 'diagnostics': {
      const body: DiagnosticsRequest = {
        version: 1,
        clock: isoTime(now),
        installed: postal.installed,
        registers: readingOf(registers),
        messages: postal.messages,
        daysSinceInspection: daysSinceInspection(registers, now),
      };
      return dataCentreMessage(dataCentrePath(serial, 'diagnostics'), key, body);
    }
    case 'end': {
      const body: SessionEnd = { version: 1, ...standingOf(meter) };
      return dataCentreMessage(dataCentrePath(serial, 'ends'), key, body);
    }
    default:
      return step satisfies never;
  }
}

/** What is sent, and how long its answer is waited for. */
export interface CallInput {
  readonly request: PeerRequest | undefined;
  readonly timeoutMs: Millis;
}
