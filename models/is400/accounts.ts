import { type Account, type AccountMode, type Memory, noUsage, type Usage } from './memory.ts';
import type { Profile } from './profile.ts';

/** Modes in which postage is charged to an account. */
export const keepsAccounts = (mode: AccountMode): boolean =>
  mode === 'accounts' || mode === 'accounts-access' || mode === 'account-pin' || mode === 'remote';

export const findAccount = (memory: Memory, number: string | null): Account | undefined =>
  memory.accounts.find((account) => account.number === number);

export const numberTaken = (memory: Memory, number: string): boolean =>
  memory.accounts.some((account) => account.number === number);

/** True when an account other than `except` bears the name. */
export const nameTaken = (memory: Memory, name: string, except: string | null = null): boolean =>
  memory.accounts.some((account) => account.name === name && account.number !== except);

export const accountPinTaken = (memory: Memory, pin: string): boolean =>
  pin === memory.supervisorPin;

export const isFull = (memory: Memory, profile: Profile): boolean =>
  memory.accounts.length >= profile.accountCapacity;

/** Accounts are listed by number, in the order of their characters. */
const byNumber = (a: Account, b: Account): number =>
  a.number < b.number ? -1 : a.number > b.number ? 1 : 0;

export const sorted = (accounts: readonly Account[]): readonly Account[] =>
  [...accounts].sort(byNumber);

export interface AccountEntry {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  readonly pin: string | null;
}

/** The list with one more account. The caller has asked `numberTaken`, `nameTaken` and `isFull`. */
export function addAccount(memory: Memory, entry: AccountEntry): Memory {
  const account: Account = { ...entry, usage: noUsage };
  return { ...memory, accounts: sorted([...memory.accounts, account]) };
}

/** Name, status and PIN of an account change; its number never does. */
export function editAccount(
  memory: Memory,
  number: string,
  change: Pick<AccountEntry, 'name' | 'active' | 'pin'>,
): Memory {
  return {
    ...memory,
    accounts: memory.accounts.map((account) =>
      account.number === number ? { ...account, ...change } : account,
    ),
  };
}

const wasUsed = (usage: Usage): boolean =>
  usage.items > 0 || usage.zeroItems > 0 || usage.postage > 0;

/**
 * The list without the account. What it was charged stays on record, and operators lose the right
 * to it. The last account cannot be deleted (service code DBX 06 094).
 */
export function deleteAccount(memory: Memory, number: string): Memory {
  const gone = findAccount(memory, number);
  if (!gone) return memory;
  return {
    ...memory,
    accounts: memory.accounts.filter((account) => account !== gone),
    removed: wasUsed(gone.usage) ? [...memory.removed, gone] : memory.removed,
    operators: memory.operators.map((operator) => ({
      ...operator,
      accounts: operator.accounts.filter((allowed) => allowed !== number),
    })),
  };
}

/** The accounts that the user of a session may choose: active ones, and an operator's own. */
export function selectableAccounts(memory: Memory, operator: string | null): readonly Account[] {
  const active = memory.accounts.filter((account) => account.active);
  if (memory.mode !== 'accounts-access') return active;
  const allowed = memory.operators.find((one) => one.name === operator)?.accounts ?? [];
  return active.filter((account) => allowed.includes(account.number));
}
