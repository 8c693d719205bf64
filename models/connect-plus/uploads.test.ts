import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account, Memory } from './memory.ts';
import { connectPlusModel } from './model.ts';
import { closeBatch, frank, moveTransaction } from './transactions.ts';
import {
  beginUpload,
  confirm,
  type Outbox,
  uploadSize,
  uploadWaits,
  waitingAccounts,
  waitingTransactions,
} from './uploads.ts';

const model = connectPlusModel('connect-plus');
const factory = model.factoryMemory({ serial: '7', creditPence: 10_000_000 }) as Memory;

const account = (id: number, rest: Partial<Account> = {}): Account => ({
  id,
  parent: null,
  name: `Account ${id}`,
  code: `${id}`,
  description: '',
  active: true,
  password: null,
  ...rest,
});

const piece = { grams: 20, band: 0, postage: 165, fees: 0 };

const franked = (memory: Memory, on: number | null): Memory =>
  closeBatch(
    frank(
      memory,
      { account: on, user: null, carrier: 'c', class: 'k', jobId1: '', jobId2: '' },
      piece,
      0,
    ),
  );

/** A server that keeps what it is told, and complains of what it cannot understand. */
class Ledger {
  readonly accounts = new Map<number, Outbox['accounts'][number]>();
  readonly transactions = new Map<number, { revision: number; account: number | null }>();

  take({ accounts, items }: Outbox): void {
    for (const one of accounts) {
      if (one.parent !== null) expect(this.accounts.has(one.parent)).toBe(true);
      this.accounts.set(one.id, one);
    }
    for (const { id, revision, account: on } of items) {
      if (on !== null) expect(this.accounts.has(on)).toBe(true);
      const held = this.transactions.get(id);
      if (!held || revision > held.revision) this.transactions.set(id, { revision, account: on });
    }
  }
}

const drained = (memory: Memory, ledger: Ledger): Memory => {
  let after = memory;
  for (let messages = 0; uploadWaits(after); messages += 1) {
    expect(messages).toBeLessThan(50);
    after = beginUpload(after);
    if (!after.outbox) continue;
    ledger.take(after.outbox);
    after = confirm(after, after.outbox.items);
  }
  return after;
};

const work = fc.oneof(
  fc.record({ type: fc.constant('frank' as const), on: fc.constantFrom(null, 1, 2, 3) }),
  fc.record({
    type: fc.constant('move' as const),
    id: fc.integer({ min: 1, max: 12 }),
    to: fc.constantFrom(1, 2, 3),
  }),
  fc.record({
    type: fc.constant('account' as const),
    id: fc.constantFrom(1, 2, 3),
    active: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom(
      'begin' as const,
      'arrives' as const,
      'answered' as const,
      'cut' as const,
    ),
  }),
);

test('whatever happens to the messages, in the end the server knows all as it is', () => {
  fc.assert(
    fc.property(fc.array(work, { maxLength: 40 }), (steps) => {
      const ledger = new Ledger();
      let memory: Memory = { ...factory, accounts: [1, 2, 3].map((id) => account(id)) };
      for (const step of steps) {
        switch (step.type) {
          case 'frank':
            memory = franked(memory, step.on);
            break;
          case 'move':
            memory = moveTransaction(memory, step.id, step.to);
            break;
          case 'account': {
            const { id, active } = step;
            memory = {
              ...memory,
              accounts: memory.accounts.map((one) => (one.id === id ? { ...one, active } : one)),
            };
            break;
          }
          case 'begin':
            memory = beginUpload(memory);
            break;
          case 'arrives':
            if (memory.outbox) ledger.take(memory.outbox);
            break;
          case 'answered':
            if (!memory.outbox) break;
            ledger.take(memory.outbox);
            memory = confirm(memory, memory.outbox.items);
            break;
          case 'cut':
            memory = JSON.parse(JSON.stringify(memory)) as Memory;
            break;
        }
        for (const one of memory.transactions) {
          const held = ledger.transactions.get(one.id);
          // Reports never run ahead of the server.
          if (one.confirmed >= 0) expect(held?.revision).toBeGreaterThanOrEqual(one.confirmed);
          if (one.confirmed === one.revision) expect(one.reported).toBe(one.account);
        }
      }
      const after = drained(memory, ledger);
      expect([...ledger.transactions].sort(([a], [b]) => a - b)).toEqual(
        after.transactions.map(({ id, revision, account: on }) => [id, { revision, account: on }]),
      );
      expect(after.transactions.every((one) => one.reported === one.account)).toBe(true);
      for (const { password: _password, ...one } of after.accounts) {
        expect(ledger.accounts.get(one.id)).toEqual(one);
      }
    }),
  );
});

describe('an upload', () => {
  const waiting = franked({ ...factory, accounts: [account(1)] }, 1);

  test('has a key of its own, which stays until it is confirmed', () => {
    const first = beginUpload(waiting);
    expect(first.outbox?.key).toBe('7-1');
    expect(beginUpload(first).outbox).toBe(first.outbox);
    const second = beginUpload(franked(confirm(first, first.outbox?.items ?? []), 1));
    expect(second.outbox?.key).toBe('7-2');
  });

  test('ends the batch, also while another message is on its way', () => {
    const open = frank(
      beginUpload(waiting),
      { account: 1, user: null, carrier: 'c', class: 'k', jobId1: '', jobId2: '' },
      piece,
      0,
    );
    const closed = beginUpload(open);
    expect(closed.batch).toBeNull();
    expect(closed.outbox).toBe(open.outbox);
  });

  test('that is confirmed for an older revision leaves a later move waiting', () => {
    const begun = beginUpload(waiting);
    const moved = moveTransaction({ ...begun, accounts: [account(1), account(2)] }, 1, 2);
    const after = confirm(moved, begun.outbox?.items ?? []);
    expect(after.transactions[0]).toMatchObject({ account: 2, reported: 1, confirmed: 0 });
    expect(waitingTransactions(after)).toHaveLength(1);
  });

  test('has no password in it', () => {
    const secret = { ...waiting, accounts: [account(1, { password: 'Zq9!' })] };
    expect(JSON.stringify(beginUpload(secret).outbox)).not.toContain('Zq9!');
  });

  test('of many accounts and transactions goes out in parts, accounts first', () => {
    const accounts = Array.from({ length: 1200 }, (_, index) => account(index + 1));
    let memory: Memory = { ...factory, accounts };
    for (let count = 0; count < 700; count += 1) memory = franked(memory, 1200);
    const sizes: (readonly [number, number])[] = [];
    while (uploadWaits(memory)) {
      memory = beginUpload(memory);
      const { accounts: told = [], items = [] } = memory.outbox ?? {};
      sizes.push([told.length, items.length]);
      memory = confirm(memory, items);
    }
    expect(sizes).toEqual([
      [uploadSize, 0],
      [uploadSize, 0],
      [200, uploadSize],
      [0, 200],
    ]);
  });
});

describe('accounts', () => {
  const known = (memory: Memory): Memory => {
    const begun = beginUpload(memory);
    return confirm(begun, begun.outbox?.items ?? []);
  };
  const two = known({ ...factory, accounts: [account(1), account(2, { parent: 1 })] });

  test('wait until the server knows them, and no longer', () => {
    expect(waitingAccounts({ ...two, uploadedAccounts: [] }).map(({ id }) => id)).toEqual([1, 2]);
    expect(waitingAccounts(two)).toEqual([]);
  });

  test('wait again when anything of them changes but their password', () => {
    const changes: readonly Partial<Account>[] = [
      { name: 'x' },
      { code: 'x' },
      { description: 'x' },
      { active: false },
    ];
    for (const change of changes) {
      const changed = { ...two, accounts: [account(1, change), account(2, { parent: 1 })] };
      expect(waitingAccounts(changed).map(({ id }) => id)).toEqual([1]);
    }
    const secret = {
      ...two,
      accounts: [account(1, { password: 'abcd' }), account(2, { parent: 1 })],
    };
    expect(waitingAccounts(secret)).toEqual([]);
  });

  test('that were deleted are inactive at the server, told once', () => {
    const deleted = { ...two, accounts: [account(1)] };
    expect(waitingAccounts(deleted)).toMatchObject([{ id: 2, active: false }]);
    expect(waitingAccounts(known(deleted))).toEqual([]);
  });
});
