import type { DataCentreControl, LedgerFigures, MeterAtDataCentre, Pence } from '#core';

/** Something that must never be, whatever was done to a meter: what was expected, and what is. */
export interface Violation {
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
}

/**
 * Looks whether the books of the meters on a rig are in order, each by itself and all of them with
 * the Data Centre, which knows no others: what is on its way is in one place, no penny is in two,
 * and none is nowhere.
 */
export function audit(
  ledgers: readonly LedgerFigures[],
  dataCentre?: Pick<DataCentreControl, 'meter' | 'money'>,
): Violation | undefined {
  let loaded = 0;
  for (const ledger of ledgers) {
    if (!sound.has(ledger)) {
      const violation = auditLedger(ledger);
      if (violation) return violation;
      sound.add(ledger);
    }
    if (!dataCentre) continue;
    const server = dataCentre.meter(ledger.serial);
    const difference = auditPair(ledger, server);
    if (difference) return difference;
    loaded += server.controlTotal;
  }
  return dataCentre && auditMoney(loaded, dataCentre.money());
}

/** Ledgers that are in order by themselves: figures never change, and a meter may show the same again. */
const sound = new WeakSet<LedgerFigures>();

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
  { serial, sequence, registers, status, waiting, leaving }: LedgerFigures,
  server: MeterAtDataCentre,
): Violation | undefined {
  const wrong = (what: string, expected: string, seen: number): Violation => ({
    what: `${what} of meter ${serial} at the Data Centre`,
    expected,
    seen: `${seen}`,
  });
  const { controlTotal, ascending } = registers;
  // A meter that had nothing left gives nothing back, and is withdrawn all the same.
  const isLeaving = status === 'withdrawn' && server.controlTotal === controlTotal + leaving;
  const least = isLeaving ? sequence - 1 : sequence;
  const most = waiting ? sequence + 1 : sequence;
  if (server.sequence < least || server.sequence > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    return wrong('fund messages', expected, server.sequence);
  }
  if (server.sequence === sequence && server.controlTotal !== controlTotal) {
    return wrong('control total', `${controlTotal}`, server.controlTotal);
  }
  if (server.sequence > sequence && server.controlTotal < controlTotal) {
    return wrong('control total', `${controlTotal} or more`, server.controlTotal);
  }
  // What the Data Centre was told was true, and nothing that was franked comes back.
  if (server.registers && server.registers.ascending > ascending) {
    return wrong('ascending', `${ascending} or less`, server.registers.ascending);
  }
  return undefined;
}

/** What is in accounts and on its way to nobody, with all that was ever loaded, is what was paid in. */
function auditMoney(
  loaded: Pence,
  { held, paidIn }: ReturnType<DataCentreControl['money']>,
): Violation | undefined {
  if (held + loaded === paidIn) return undefined;
  return {
    what: 'postage in accounts and loaded into meters',
    expected: `${paidIn} that were paid in`,
    seen: `${held + loaded}`,
  };
}
