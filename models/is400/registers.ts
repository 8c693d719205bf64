import type { Pence } from '#core';
import { findAccount, keepsAccounts } from './accounts.ts';
import type { Memory, Registers, Usage } from './memory.ts';

/** Control total = ascending + descending, and no figure is negative. */
export const registersBalance = (registers: Registers): boolean =>
  registers.ascending + registers.descending === registers.controlTotal &&
  Object.values(registers).every((figure: number) => Number.isInteger(figure) && figure >= 0);

/** All that was ever charged, whoever it was charged to, is what the ascending register holds. */
export const usageTiesToRegisters = (memory: Memory): boolean => {
  const charged = [...memory.accounts, ...memory.removed].reduce(
    (sum, account) => sum + account.usage.postage,
    memory.unassigned.postage,
  );
  return charged === memory.registers.ascending;
};

export const canAfford = (registers: Registers, value: Pence): boolean =>
  value <= registers.descending;

const withOneMore = (usage: Usage, value: Pence): Usage => ({
  items: usage.items + (value > 0 ? 1 : 0),
  zeroItems: usage.zeroItems + (value > 0 ? 0 : 1),
  postage: usage.postage + value,
});

/**
 * One envelope of `value` franked: the registers move and the account is charged, together. What no
 * account can be charged with is unassigned.
 */
export function frank(memory: Memory, account: string | null, value: Pence): Memory {
  const { registers } = memory;
  const after: Memory = {
    ...memory,
    registers: {
      ...registers,
      ascending: registers.ascending + value,
      descending: registers.descending - value,
      items: registers.items + (value > 0 ? 1 : 0),
      zeroItems: registers.zeroItems + (value > 0 ? 0 : 1),
    },
  };
  if (!keepsAccounts(memory.mode) || !findAccount(memory, account)) {
    return { ...after, unassigned: withOneMore(memory.unassigned, value) };
  }
  return {
    ...after,
    accounts: memory.accounts.map((one) =>
      one.number === account ? { ...one, usage: withOneMore(one.usage, value) } : one,
    ),
  };
}

const pieces = ({ registers }: Memory): number => registers.items + registers.zeroItems;

/** The piece that was franked between two states of the memory; `undefined` when none was. */
export function imprintBetween(
  before: Memory,
  after: Memory,
): { readonly value: Pence; readonly item: number } | undefined {
  if (pieces(after) === pieces(before)) return undefined;
  return {
    value: after.registers.ascending - before.registers.ascending,
    item: pieces(after),
  };
}
