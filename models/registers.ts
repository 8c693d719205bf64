import type { Pence } from '#core';

/**
 * The registers of a postal security device. Control total = ascending + descending, total items =
 * zero + non-zero items, on every machine here. Source: Credit Summary report of the IS-430 guide,
 * listed for the IS-420.
 */
export interface Registers {
  readonly ascending: Pence;
  readonly descending: Pence;
  readonly controlTotal: Pence;
  readonly items: number;
  readonly zeroItems: number;
}

/** The registers of a machine that was just installed, with postage loaded. */
export const factoryRegisters = (credit: Pence): Registers => ({
  ascending: 0,
  descending: credit,
  controlTotal: credit,
  items: 0,
  zeroItems: 0,
});

/** Control total = ascending + descending, and no figure is negative. */
export const registersBalance = (registers: Registers): boolean =>
  registers.ascending + registers.descending === registers.controlTotal &&
  figuresOf(registers).every((figure) => Number.isInteger(figure) && figure >= 0);

const figuresOf = ({ ascending, descending, controlTotal, items, zeroItems }: Registers) => [
  ascending,
  descending,
  controlTotal,
  items,
  zeroItems,
];

export const canAfford = (registers: Registers, value: Pence): boolean =>
  value <= registers.descending;

/** One piece of `value` franked. */
export const imprint = <Core extends Registers>(registers: Core, value: Pence): Core => ({
  ...registers,
  ascending: registers.ascending + value,
  descending: registers.descending - value,
  items: registers.items + (value > 0 ? 1 : 0),
  zeroItems: registers.zeroItems + (value > 0 ? 0 : 1),
});

/** Pieces since the machine was made: what an imprint counts. */
export const piecesOf = ({ items, zeroItems }: Registers): number => items + zeroItems;

interface HasRegisters {
  readonly registers: Registers;
}

/** The piece that was franked between two states of a memory; `undefined` when none was. */
export function imprintBetween(
  before: HasRegisters,
  after: HasRegisters,
): { readonly value: Pence; readonly item: number } | undefined {
  const item = piecesOf(after.registers);
  if (item === piecesOf(before.registers)) return undefined;
  return { value: after.registers.ascending - before.registers.ascending, item };
}
