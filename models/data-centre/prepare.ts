import type { Millis } from '#core';
import { challenged, withdraw } from '../security-core/index.ts';
import { type Call, fundsOf, nextStep } from './call.ts';
import type { PendingFunds, PostalMeter, PostalService } from './postal.ts';

/** What a call changes: the part of the memory, and the call itself. */
export interface Prepared {
  readonly registers: PostalMeter['registers'];
  readonly postal: PostalService;
  readonly call: Call;
}

/**
 * Makes the next message ready. What must survive the power is in the memory before it is sent: the
 * key of postage that is asked for, and that postage has left.
 */
export function prepareMessage(meter: PostalMeter, call: Call, now: Millis): Prepared {
  const step = nextStep(call, meter);
  if (!step) return { registers: meter.registers, postal: meter.postal, call };
  const messages = meter.postal.messages + 1;
  const key = `${meter.serial}-${messages}`;
  const postal = { ...meter.postal, messages };
  const prepared = {
    registers: meter.registers,
    postal,
    call: { ...call, step, key },
  };
  switch (step.kind) {
    case 'session':
      return { ...prepared, registers: challenged(meter.registers, `c-${key}`, now) };
    case 'funds':
      return postal.funds === null
        ? { ...prepared, postal: { ...postal, funds: asked(meter, call, key) } }
        : { ...prepared, call: { ...call, step, key: postal.funds.key } };
    case 'withdrawal': {
      if (postal.withdrawal)
        return { ...prepared, call: { ...call, step, key: postal.withdrawal.key } };
      const result = withdraw(meter.registers);
      if (result.status === 'refused') return prepared;
      const amount = meter.registers.descending;
      return {
        ...prepared,
        registers: result.core,
        postal: { ...postal, withdrawal: { key, amount } },
      };
    }
    case 'inspection':
    case 'piece':
    case 'diagnostics':
    case 'end':
      return prepared;
    default:
      return step satisfies never;
  }
}

/** The question for postage that is asked until it is answered. */
function asked({ registers }: PostalMeter, call: Call, key: string): PendingFunds {
  const { ascending, controlTotal } = registers;
  return { key, ...fundsOf(call), ascending, controlTotal };
}
