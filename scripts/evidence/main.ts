import { mkdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { haveTool } from '#judges';
import { closingLine, isPass, noCounts, sum } from '../counts.ts';
import { type Attack, attacks } from './attacks.ts';
import { type Attacked, carryOut, judge, type Places, type Row } from './attempt.ts';
import { finders } from './finders.ts';
import { makePacks, packNames, packWithPasswords, passwords, supervisorPin } from './packs.ts';
import { leaksOf, pinLeaksOf, printedLeaksOf } from './secrets.ts';
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
const withPasswords = join(places.packs, packWithPasswords);
const canRead = haveTool('pdftotext') || process.env.CI === 'true';
const leaks = [
  ...passwords.secrets.flatMap((secret) => leaksOf(withPasswords, secret)),
  ...packNames.flatMap((name) => pinLeaksOf(join(places.packs, name), supervisorPin)),
  ...(canRead ? printedLeaksOf(withPasswords, passwords.secrets) : []),
  ...(canRead ? printedLeaksOf(join(places.packs, 'first'), [supervisorPin]) : []),
];
for (const { file, form } of leaks) print(`\nWRONG: a secret stands in ${file} (${form})`);
if (!canRead) print('\nNot checked: secrets in report.pdf; pdftotext is missing');
const secrets = {
  ...noCounts,
  [leaks.length === 0 ? 'passed' : 'failed']: 1,
  skipped: canRead ? 0 : 1,
};
const counts = sum([...rows.map((row) => row.counts), secrets]);
print(`\n${attacks.length} attacks, ${untouched.length} packs that nobody touched`);
print(closingLine(counts));
process.exitCode = isPass(counts) ? 0 : 1;
