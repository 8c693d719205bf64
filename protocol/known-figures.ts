import type { Imprint, LedgerFigures } from '#core';

/*
 * The checks of `imprintSchema` and `ledgerSchema` written out, as that of a frame is: who speaks
 * the dialect does not wait until schemas are loaded.
 */

/** The imprint in a value out of JSON, without names that are not known; `undefined` for none. */
export function knownImprint(json: unknown): Imprint | null | undefined {
  if (json === null) return null;
  if (!isObject(json)) return undefined;
  const { value, item, date, specimen } = json;
  if (!isWhole(value) || !isCount(item)) return undefined;
  if (typeof date !== 'string' || typeof specimen !== 'boolean') return undefined;
  return { value, item, date, specimen };
}

/** The figures of security cores in a value out of JSON, as those of an imprint are read. */
export function knownLedger(json: unknown): readonly LedgerFigures[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const known = json.flatMap((each: unknown) => figuresIn(each) ?? []);
  return known.length === json.length ? known : undefined;
}

type Named = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isCount = (value: unknown): value is number => isWhole(value) && value >= 0;

function figuresIn(json: unknown): LedgerFigures | undefined {
  if (!isObject(json)) return undefined;
  const { serial, sequence, refilled, status, leaving, waiting } = json;
  const registers = readingIn(json.registers);
  if (typeof serial !== 'string' || registers === undefined || typeof waiting !== 'boolean') {
    return undefined;
  }
  if (status !== 'in service' && status !== 'withdrawn') return undefined;
  if (!isWhole(sequence) || !isWhole(refilled) || !isWhole(leaving)) return undefined;
  return { serial, registers, sequence, refilled, status, leaving, waiting };
}

function readingIn(json: unknown): LedgerFigures['registers'] | undefined {
  if (!isObject(json)) return undefined;
  const { ascending, descending, controlTotal, items, zeroItems } = json;
  if (!isWhole(ascending) || !isWhole(descending) || !isWhole(controlTotal)) return undefined;
  if (!isWhole(items) || !isWhole(zeroItems)) return undefined;
  return { ascending, descending, controlTotal, items, zeroItems };
}
