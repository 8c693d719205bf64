import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AccountEntry,
  accountsFull,
  addAccount,
  chainOf,
  chargeableAccounts,
  childrenOf,
  codeTaken,
  deleteAccount,
  editAccount,
  familyOf,
  findAccount,
  fullName,
  hasTransactions,
  isChargeable,
  levelOf,
  mayDelete,
  mayHaveSubAccounts,
  mayRewrite,
  nameTaken,
  parentCandidates,
  passwordOf,
  sortedAccounts,
} from './accounts.ts';
import type { Account, Memory } from './memory.ts';
import { connectPlusModel } from './model.ts';
import { closeBatch, frank, moveTransaction, priceOf } from './transactions.ts';

const model = connectPlusModel('connect-plus');
const { profile } = model.sources;
const factory = model.factoryMemory({ creditPence: 1_000_000 }) as Memory;

const entry = (name: string, parent: number | null = null): AccountEntry => ({
  parent,
  name,
  code: `C-${name}`,
  description: '',
  active: true,
  password: null,
});

/** Marketing (1) > Events (2) > Spring (3), and Sales (4). */
const four = [entry('Marketing'), entry('Events', 1), entry('Spring', 2), entry('Sales')].reduce(
  addAccount,
  factory,
);

/** One piece of mail on an account. */
function charge(memory: Memory, account: number | null): Memory {
  const [mailClass] = profile.classes;
  const piece = mailClass && priceOf(mailClass, 20, profile);
  if (!piece) throw new Error('an ordinary letter has a price');
  const { carrier, name } = mailClass;
  const job = { account, user: null, carrier, class: name, jobId1: '', jobId2: '' };
  return frank(memory, job, piece, 0);
}

const names = (accounts: readonly Account[]): readonly string[] => accounts.map(({ name }) => name);

describe('levels', () => {
  test('an account is named after those above it', () => {
    expect(fullName(four, 3)).toBe('Marketing > Events > Spring');
    expect(names(chainOf(four, 3))).toEqual(['Spring', 'Events', 'Marketing']);
    expect(names(familyOf(four, 1))).toEqual(['Marketing', 'Events', 'Spring']);
  });

  test('the third is the lowest', () => {
    expect([1, 2, 3].map((id) => levelOf(four, id))).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((id) => mayHaveSubAccounts(four, id, profile))).toEqual([
      true,
      true,
      false,
    ]);
    expect(names(parentCandidates(four, profile))).toEqual(['Marketing', 'Events', 'Sales']);
  });

  test('only the lowest of a chain that is active all the way is charged', () => {
    expect(names(chargeableAccounts(four))).toEqual(['Spring', 'Sales']);
    const half = editAccount(four, 1, { ...entry('Marketing'), active: false }, false);
    expect(names(chargeableAccounts(half))).toEqual(['Sales']);
    expect(isChargeable(half, 3)).toBe(false);
  });

  test('an account that is gone is not charged', () => {
    expect(isChargeable(deleteAccount(four, 4), 4)).toBe(false);
    expect(isChargeable(four, 99)).toBe(false);
  });
});

describe('names and codes', () => {
  test('are free to the account that has them, and to no other', () => {
    expect(nameTaken(four, 'Sales', 4)).toBe(false);
    expect(nameTaken(four, 'Sales', 1)).toBe(true);
    expect(codeTaken(four, 'C-Spring', null)).toBe(true);
    expect(codeTaken(four, 'c-spring', null)).toBe(false);
  });

  test('stay taken when the account has others', () => {
    const renamed = editAccount(four, 4, entry('Selling'), false);
    expect(nameTaken(renamed, 'Sales', null)).toBe(true);
    expect(codeTaken(renamed, 'C-Sales', 4)).toBe(true);
  });

  test('stay taken when the account and all below it are deleted', () => {
    const left = deleteAccount(four, 1);
    expect(names(left.accounts)).toEqual(['Sales']);
    for (const name of ['Marketing', 'Events', 'Spring']) {
      expect(nameTaken(left, name, null)).toBe(true);
      expect(codeTaken(left, `C-${name}`, null)).toBe(true);
    }
  });
});

describe('a transaction', () => {
  test('settles name and code of its account, open batch or not', () => {
    const open = charge(four, 4);
    expect([open, closeBatch(open)].map((memory) => mayRewrite(memory, 4))).toEqual([false, false]);
    expect(mayRewrite(open, 3)).toBe(true);
  });

  test('keeps its account, and those above it, from being deleted', () => {
    const used = closeBatch(charge(four, 3));
    expect([1, 2, 3, 4].map((id) => mayDelete(used, id))).toEqual([false, false, false, true]);
  });

  test('that was moved away still counts until the server knows it', () => {
    const moved = moveTransaction(closeBatch(charge(four, 4)), 1, 3);
    expect([3, 4].map((id) => hasTransactions(moved, id))).toEqual([true, true]);
  });
});

describe('the password', () => {
  const locked = editAccount(four, 1, { ...entry('Marketing'), password: 'aB3x' }, false);

  test('is that of the top of the chain, and only while account passwords are on', () => {
    const on = { ...locked, accountPasswords: true };
    expect([1, 2, 3, 4].map((id) => passwordOf(on, id))).toEqual(['aB3x', 'aB3x', 'aB3x', null]);
    expect([1, 2, 3, 4].map((id) => passwordOf(locked, id))).toEqual([null, null, null, null]);
  });
});

describe('a change', () => {
  const inactive = { ...entry('Marketing'), active: false };
  const active = (memory: Memory) => memory.accounts.map((account) => account.active);

  test('of the status goes down where it should', () => {
    expect(active(editAccount(four, 1, inactive, true))).toEqual([false, false, false, true]);
    expect(active(editAccount(four, 1, inactive, false))).toEqual([false, true, true, true]);
  });

  test('takes name and status together', () => {
    const changed = editAccount(four, 1, { ...inactive, name: 'Promotion' }, true);
    expect(fullName(changed, 3)).toBe('Promotion > Events > Spring');
    expect(active(changed)).toEqual([false, false, false, true]);
  });
});

describe('whatever is done to accounts within the rules', () => {
  const name = fc.nat(15).map(String);
  const code = fc.nat(30).map(String);
  const pick = fc.nat(30);
  const act = fc.oneof(
    fc.record({ type: fc.constant('add' as const), name, code, pick }),
    fc.record({ type: fc.constant('add' as const), name, code, pick }),
    fc.record({ type: fc.constant('edit' as const), name, code, pick }),
    fc.record({ type: fc.constant('switch' as const), active: fc.boolean(), pick }),
    fc.record({ type: fc.constant('delete' as const), pick }),
    fc.record({ type: fc.constant('charge' as const), pick }),
  );
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

  const one = (accounts: readonly Account[], index: number): Account | undefined =>
    accounts[index % Math.max(1, accounts.length)];

  /** The memory after an act that the machine would let happen; the same where it would refuse. */
  function after(memory: Memory, what: Act): Memory {
    const account = one(memory.accounts, what.pick);
    switch (what.type) {
      case 'add': {
        const { name, code } = what;
        if (accountsFull(memory)) return memory;
        if (nameTaken(memory, name, null) || codeTaken(memory, code, null)) return memory;
        const parents = [undefined, ...parentCandidates(memory, profile)];
        const parent = parents[what.pick % parents.length];
        return addAccount(memory, { ...entry(name, parent?.id ?? null), code });
      }
      case 'edit': {
        if (!account || !mayRewrite(memory, account.id)) return memory;
        const { name, code } = what;
        if (nameTaken(memory, name, account.id) || codeTaken(memory, code, account.id)) {
          return memory;
        }
        const { id, ...rest } = account;
        return editAccount(memory, id, { ...rest, name, code }, false);
      }
      case 'switch': {
        if (!account) return memory;
        const { id, ...rest } = account;
        return editAccount(memory, id, { ...rest, active: what.active }, true);
      }
      case 'delete':
        return account && mayDelete(memory, account.id)
          ? deleteAccount(memory, account.id)
          : memory;
      case 'charge': {
        const charged = one(chargeableAccounts(memory), what.pick);
        return charged ? closeBatch(charge(memory, charged.id)) : memory;
      }
    }
  }

  test('no code serves two accounts, levels and capacity hold, and no charge is orphaned', () => {
    const small = { ...factory, accountCapacity: 5 };
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80, size: 'max' }), (acts) => {
        const owners = new Map<string, number>();
        let memory: Memory = small;
        for (const what of acts) {
          memory = after(memory, what);
          for (const { id, name, code } of memory.accounts) {
            for (const used of [`name ${name}`, `code ${code}`]) {
              expect(owners.get(used) ?? id).toBe(id);
              owners.set(used, id);
            }
            expect(levelOf(memory, id)).toBeLessThanOrEqual(profile.accountLevels);
          }
          expect(memory.accounts.length).toBeLessThanOrEqual(5);
          for (const { account } of memory.transactions) {
            expect(findAccount(memory, account)).toBeDefined();
            expect(childrenOf(memory, account ?? 0)).toEqual([]);
          }
          expect(new Set(sortedAccounts(memory))).toEqual(new Set(memory.accounts));
        }
      }),
    );
  });
});
