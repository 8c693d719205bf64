import type { Pence } from '#core';
import { imprint } from '../registers.ts';
import { findAccount, keepsAccounts } from './accounts.ts';
import type { Memory, Usage } from './memory.ts';

export { imprintBetween, registersBalance } from '../registers.ts';

/** All that was ever charged, whoever it was charged to, is what the ascending register holds. */
export const usageTiesToRegisters = (memory: Memory): boolean => {
  const charged = [...memory.accounts, ...memory.removed].reduce(
    (sum, account) => sum + account.usage.postage,
    memory.unassigned.postage,
  );
  return charged === memory.registers.ascending;
};

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
  const after: Memory = {
    ...memory,
    registers: imprint(memory.registers, value),
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
