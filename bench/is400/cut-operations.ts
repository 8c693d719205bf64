import type { Key, Random } from '#core';

/** An account of the list, and what it was charged in pence. */
export interface ListedAccount {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  readonly charged: number;
}

/** What a power cut falls into. */
export const cutOperations = ['add', 'edit', 'delete', 'import'] as const;

export type CutOperation = (typeof cutOperations)[number];

/** A key, or waiting until the machine is no longer busy. */
export type CutStep = Key | 'wait';

/** One change of the account list: the steps from the supervisor menu, and what comes of them. */
export interface CutChange {
  readonly operation: CutOperation;
  /** The last of them is the one that saves. */
  readonly steps: readonly CutStep[];
  readonly after: readonly ListedAccount[];
  /** The file that is imported. */
  readonly file?: string;
}

/** By number, in the order of their characters. */
export const inListOrder = (accounts: readonly ListedAccount[]): readonly ListedAccount[] =>
  accounts.toSorted((a, b) => (a.number < b.number ? -1 : 1));

/** The text of an account file, which is ASCII and so the same in every encoding. */
export const fileOfAccounts = (accounts: readonly ListedAccount[]): string =>
  accounts
    .map(({ number, name, active }) => `${number};${name};${active ? 'Active' : 'Inactive'}\r\n`)
    .join('');

/** The first letter of each key: a name of these is typed with one press a letter. */
// biome-ignore format: read as a keypad
const letterOf: Readonly<Record<string, string>> = {
  2: 'A', 3: 'D', 4: 'G', 5: 'J', 6: 'M', 7: 'P', 8: 'T', 9: 'W',
};

const digits = (text: string): readonly Key[] => [...text] as Key[];

/** Keys that type a name: never the same one twice in a row. */
function nameKeys(random: Random): readonly Key[] {
  const keys: Key[] = [];
  for (let left = 3 + random.below(4); left > 0; left -= 1) {
    const others = digits('23456789').filter((key) => key !== keys.at(-1));
    keys.push(random.pick(others));
  }
  return keys;
}

const nameOf = (keys: readonly Key[]): string => keys.map((key) => letterOf[key]).join('');

/** Accounts whose numbers and names are not in `taken`. */
export function newAccounts(
  count: number,
  taken: readonly ListedAccount[],
  random: Random,
): readonly (ListedAccount & { readonly typed: readonly Key[] })[] {
  const made: (ListedAccount & { readonly typed: readonly Key[] })[] = [];
  while (made.length < count) {
    const typed = nameKeys(random);
    const number = String(100 + random.below(99_900));
    const name = nameOf(typed);
    if ([...taken, ...made].some((one) => one.number === number || one.name === name)) continue;
    made.push({ number, name, active: random.below(3) > 0, charged: 0, typed });
  }
  return made;
}

/** A change of this list, made up by chance. */
export function changeOf(
  operation: CutOperation,
  before: readonly ListedAccount[],
  random: Random,
): CutChange {
  const [fresh] = newAccounts(1, before, random);
  const index = random.below(before.length);
  const chosen = before[index];
  if (!fresh || !chosen) throw new RangeError('a list to change has one account at least');
  const open: readonly CutStep[] = ['5', '2', '1', ...Array<Key>(index + 1).fill('DOWN'), 'OK'];
  const others = before.filter((account) => account !== chosen);
  switch (operation) {
    case 'add': {
      const status: readonly Key[] = fresh.active ? ['OK'] : ['DOWN', 'OK'];
      return {
        operation,
        steps: [
          '5',
          '2',
          '1',
          'OK',
          ...digits(fresh.number),
          'OK',
          ...fresh.typed,
          'OK',
          ...status,
          'OK',
        ],
        after: inListOrder([...before, fresh]),
      };
    }
    case 'edit':
      return {
        operation,
        steps: [
          ...open,
          'OK',
          'C',
          'C',
          ...fresh.typed,
          'OK',
          chosen.active ? 'DOWN' : 'UP',
          'OK',
          'OK',
        ],
        after: inListOrder([...others, { ...chosen, name: fresh.name, active: !chosen.active }]),
      };
    case 'delete':
      return { operation, steps: [...open, 'DOWN', 'OK', 'OK'], after: others };
    case 'import': {
      const added = newAccounts(1 + random.below(3), before, random);
      return {
        operation,
        steps: ['5', '2', '3', 'OK', 'wait', 'OK', 'wait'],
        after: inListOrder([...before, ...added]),
        file: fileOfAccounts([chosen, ...added]),
      };
    }
  }
}
