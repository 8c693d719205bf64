import { mkdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { closingLine, isPass, sum } from '../counts.ts';
import { type Attack, attacks } from './attacks.ts';
import { type Attacked, carryOut, judge, type Places, type Row } from './attempt.ts';
import { finders } from './finders.ts';
import { makePacks, packNames } from './packs.ts';
import { type Verified, verifiedApart, verifiedBeside } from './verified.ts';

/**
 * `npm run test:evidence`: packs of real runs, and what somebody might do to them. Each attack must be
 * found by `frankbench verify`, which must call it by its name, and by exactly those programs of others
 * that can see it; packs that nobody touched must content them all.
 */
await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-evidence-'));
const places: Places = {
  packs: join(folder.path, 'packs'),
  keys: join(folder.path, 'keys'),
  attacked: join(folder.path, 'attacked'),
};
mkdirSync(places.attacked);
await makePacks(folder.path);

const untouched: readonly Attack[] = packNames.map((on) => ({
  ...{ name: `nothing is done to the pack "${on}"`, on, found: [], others: [] },
  change: () => undefined,
  beside: packNames.filter((name) => name !== on),
}));
const attacked = [...untouched, ...attacks].map((attack, index) => carryOut(attack, index, places));
const apart = attacked.filter(({ attack }) => attack.beside === undefined);
const half = Math.ceil(apart.length / 2);
const verified = new Map<Attacked, Verified>();
const together = async (): Promise<void> => {
  for (const one of attacked.filter(({ attack }) => attack.beside !== undefined)) {
    verified.set(one, await verifiedBeside(one, places));
  }
};
const separately = async (some: readonly Attacked[]): Promise<void> => {
  for (const [one, found] of await verifiedApart(some, places)) verified.set(one, found);
};
await Promise.all([together(), separately(apart.slice(0, half)), separately(apart.slice(half))]);
const rows = attacked.map((one): Row => {
  const found = verified.get(one) ?? { genuine: true, codes: new Set() };
  return judge(one, found, places);
});

const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const columns = ['frankbench', ...finders.map(({ name }) => name)];
const width = Math.max(...rows.map(({ name }) => name.length));
const line = (name: string, cells: readonly string[]): string =>
  [name.padEnd(width), ...cells.map((cell, at) => cell.padEnd(columns[at]?.length ?? 0))].join(
    '  ',
  );
print(line('', columns));
for (const { name, cells } of rows) print(line(name, cells));
for (const { name, wrong } of rows) for (const text of wrong) print(`\nWRONG: ${name}: ${text}`);
const counts = sum(rows.map((row) => row.counts));
print(`\n${attacks.length} attacks, ${untouched.length} packs that nobody touched`);
print(closingLine(counts));
process.exitCode = isPass(counts) ? 0 : 1;
