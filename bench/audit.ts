import type { DataCentreControl, LedgerFigures, MeterAtDataCentre } from '#core';

/** Something that must never be, whatever was done to a meter: what was expected, and what is. */
export interface Violation {
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
}

/**
 * Looks whether the books of the meters on a rig are in order, each by itself and all of them with
 * the Data Centre: what is on its way is in one place, and no penny is in two.
 */
export function audit(
  ledgers: readonly LedgerFigures[],
  dataCentre?: Pick<DataCentreControl, 'meter' | 'money'>,
): Violation | undefined {
  for (const ledger of ledgers) {
    const violation =
      auditLedger(ledger) ?? (dataCentre && auditPair(ledger, dataCentre.meter(ledger.serial)));
    if (violation) return violation;
  }
  return dataCentre && auditMoney(ledgers, dataCentre.money());
}

function auditLedger({
  serial,
  registers,
  refilled,
  status,
}: LedgerFigures): Violation | undefined {
  const { ascending, descending, controlTotal } = registers;
  const of = `of meter ${serial}`;
  const [wrong] = Object.entries({ ...registers, refilled }).filter(
    ([, figure]) => !Number.isSafeInteger(figure) || figure < 0,
  );
  if (wrong)
    return { what: `${wrong[0]} ${of}`, expected: 'a whole number from 0', seen: `${wrong[1]}` };
  if (ascending + descending !== controlTotal) {
    return {
      what: `control total ${of}`,
      expected: `${ascending} ascending + ${descending} descending`,
      seen: `${controlTotal}`,
    };
  }
  if (controlTotal !== refilled) {
    return {
      what: `control total ${of}`,
      expected: `${refilled} refilled`,
      seen: `${controlTotal}`,
    };
  }
  if (status === 'withdrawn' && descending !== 0) {
    return { what: `descending ${of}, which is withdrawn`, expected: '0', seen: `${descending}` };
  }
  return undefined;
}

/** A fund message of which one side does not know yet is the only difference that there may be. */
function auditPair(
  { serial, sequence, registers, waiting, leaving }: LedgerFigures,
  server: MeterAtDataCentre,
): Violation | undefined {
  const least = leaving > 0 ? sequence - 1 : sequence;
  const most = waiting ? sequence + 1 : sequence;
  if (server.sequence < least || server.sequence > most) {
    return {
      what: `fund messages of meter ${serial} at the Data Centre`,
      expected: least === most ? `${least}` : `${least} to ${most}`,
      seen: `${server.sequence}`,
    };
  }
  if (server.sequence === sequence && server.controlTotal !== registers.controlTotal) {
    return {
      what: `control total of meter ${serial} at the Data Centre`,
      expected: `${registers.controlTotal}`,
      seen: `${server.controlTotal}`,
    };
  }
  return undefined;
}

function auditMoney(
  ledgers: readonly LedgerFigures[],
  { held, paidIn }: ReturnType<DataCentreControl['money']>,
): Violation | undefined {
  const inMeters = ledgers.reduce((sum, { registers }) => sum + registers.controlTotal, 0);
  const isSettled = ledgers.every(({ waiting, leaving }) => !waiting && leaving === 0);
  const total = held + inMeters;
  if (isSettled ? total === paidIn : total <= paidIn) return undefined;
  return {
    what: 'postage in meters and accounts',
    expected: `${isSettled ? '' : 'at most '}${paidIn} that were paid in`,
    seen: `${total}`,
  };
}
