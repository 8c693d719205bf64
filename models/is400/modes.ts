import { keepsAccounts, sorted } from './accounts.ts';
import { type Account, type AccountMode, type Memory, noUsage } from './memory.ts';
import type { Profile } from './profile.ts';

/** What the PC application sends when it takes over the account list. */
export interface RemoteAccount {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
}

/** Leaving a mode with accounts is warned of: users no longer choose one. */
export const warnsBefore = (memory: Memory, mode: AccountMode): boolean =>
  keepsAccounts(memory.mode) && mode !== memory.mode;

/** Whether the change asks for a PIN, and so what it is for is named on the display. */
export function pinForMode(
  memory: Memory,
  mode: AccountMode,
): 'shared' | 'operator' | 'account' | null {
  switch (mode) {
    case 'no-account-access':
      return 'shared';
    case 'accounts-access':
      return memory.operators.length === 0 ? 'operator' : null;
    case 'account-pin':
      return memory.accounts.some((account) => account.pin === null) ? 'account' : null;
    case 'no-account':
    case 'accounts':
    case 'remote':
      return null;
  }
}

/** "Account with PIN code" needs an account to put a PIN on. */
export const modeNeedsAccount = (memory: Memory, mode: AccountMode): boolean =>
  mode === 'account-pin' && memory.accounts.length === 0;

/** The memory after the change; `pin` is the one that `pinForMode` asked for. */
export function changeMode(
  memory: Memory,
  mode: AccountMode,
  pin: string | null,
  profile: Profile,
): Memory {
  const changed: Memory = { ...memory, mode };
  switch (mode) {
    case 'no-account':
    case 'remote':
      return changed;
    case 'no-account-access':
      return { ...changed, sharedPin: pin };
    case 'accounts':
      return withDefaultAccount(changed, profile);
    case 'accounts-access':
      return withDefaultOperator(withDefaultAccount(changed, profile), pin, profile);
    case 'account-pin':
      return {
        ...changed,
        accounts: memory.accounts.map((one) => (one.pin === null ? { ...one, pin } : one)),
      };
  }
}

function withDefaultAccount(memory: Memory, profile: Profile): Memory {
  if (memory.accounts.length > 0) return memory;
  const account: Account = { ...profile.defaultAccount, active: true, pin: null, usage: noUsage };
  return { ...memory, accounts: [account] };
}

function withDefaultOperator(memory: Memory, pin: string | null, profile: Profile): Memory {
  if (memory.operators.length > 0 || pin === null) return memory;
  const accounts = memory.accounts.map((account) => account.number);
  return {
    ...memory,
    operators: [{ name: profile.defaultOperator, pin, active: true, accounts }],
  };
}

/**
 * The PC's list takes the place of the meter's. Usage stays with the numbers that both know; what
 * was charged to others stays on record, and operators lose the right to them. Of accounts with the
 * same number the first is taken.
 */
export function takeRemoteAccounts(memory: Memory, list: readonly RemoteAccount[]): Memory {
  const taken = list.filter(
    ({ number }, index) => list.findIndex((other) => other.number === number) === index,
  );
  const numbers = new Set(taken.map((account) => account.number));
  const known = new Map(memory.accounts.map((account) => [account.number, account]));
  const dropped = memory.accounts.filter(
    (account) => !numbers.has(account.number) && account.usage.items + account.usage.zeroItems > 0,
  );
  return {
    ...memory,
    mode: 'remote',
    accounts: sorted(
      taken.map(({ number, name, active }) => ({
        number,
        name,
        active,
        pin: null,
        usage: known.get(number)?.usage ?? noUsage,
      })),
    ),
    removed: [...memory.removed, ...dropped],
    operators: memory.operators.map((operator) => ({
      ...operator,
      accounts: operator.accounts.filter((number) => numbers.has(number)),
    })),
  };
}
