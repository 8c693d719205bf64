import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { SystemClock } from '#core';
import { type ServedMeter, serveMeter } from '#fixtures';
import { closingLine, isPass } from '../counts.ts';
import { run } from '../program.ts';
import { root } from '../source.ts';
import { modelOf, rigFileFor, serverFlags, tokenVariable } from './rig-files.ts';
import { type Carrier, carriers, type ParitySuite, suites } from './suites.ts';
import { type Difference, differences, type Ending, endingsOf } from './verdicts.ts';

/**
 * `npm run test:parity`: the same features in this process, over TCP, over a pseudo terminal and over
 * the web socket. Every scenario must come out alike, with as many keys. The table of scenarios and
 * rigs is written beside the records. `--sample` takes a few of the features only.
 */
const folder = fileURLToPath(new URL('runs/parity/', root));
const token = 'parity-of-all-carriers';
process.env[tokenVariable] = token;

interface Row {
  readonly suite: string;
  readonly scenario: string;
  readonly verdicts: readonly string[];
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const clock = new SystemClock();
const rows: Row[] = [];
const found: Difference[] = [];
const sampled = process.argv.includes('--sample');
for (const suite of suites) {
  await compare(sampled ? { ...suite, features: suite.sample } : suite);
}
writeTable();
const failed = found.length;
const counts = { passed: rows.length * carriers.length - failed, failed, skipped: 0 };
for (const difference of found.slice(0, 40)) process.stdout.write(`${lineOf(difference)}\n`);
process.stdout.write(`The table: ${join('runs', 'parity', 'table.csv')}\n`);
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = isPass(counts) ? 0 : 1;

async function compare(suite: ParitySuite): Promise<void> {
  const name = nameOf(suite);
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  const all = new Map<Carrier, ReadonlyMap<string, Ending>>();
  const left = [...carriers];
  const work = async (): Promise<void> => {
    for (let carrier = left.shift(); carrier; carrier = left.shift()) {
      all.set(carrier, await endingsOver(carrier, suite, place));
    }
  };
  // A key goes to and fro between two processes of which one waits for the other.
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const expected = all.get('in-process') ?? new Map<string, Ending>();
  for (const carrier of carriers) {
    found.push(...differences(expected, `${name}, ${carrier}`, all.get(carrier) ?? new Map()));
  }
  for (const scenario of expected.keys()) {
    const verdicts = carriers.map((one) => all.get(one)?.get(scenario)?.verdict ?? 'not run');
    rows.push({ suite: name, scenario, verdicts });
  }
}

/** Runs the features of a suite over one carrier, on a meter of its own; what it says is kept. */
async function endingsOver(
  carrier: Carrier,
  suite: ParitySuite,
  place: string,
): Promise<ReadonlyMap<string, Ending>> {
  const began = clock.now();
  await using served = await meterFor(carrier, suite);
  const rig = rigFileFor(carrier, suite.rig, served?.addresses ?? {}, place);
  const out = join(place, carrier);
  const log = openSync(join(place, `${carrier}.log`), 'w');
  const program = ['cli/frankbench.mjs', 'run', '--rig', rig, '--out', out, ...suite.features];
  const code = await run(process.execPath, program, log);
  closeSync(log);
  const endings = endingsOf(join(out, 'record.ndjson'));
  const keys = [...endings.values()].reduce((total, ending) => total + ending.keys, 0);
  const seconds = ((clock.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${nameOf(suite)}, ${carrier}: ${endings.size} scenarios, ${keys} keys, exit code ${code}, ${seconds} s\n`,
  );
  return endings;
}

/** The meter that a carrier leads to; none where it is in the process of the bench. */
async function meterFor(carrier: Carrier, { rig }: ParitySuite): Promise<ServedMeter | undefined> {
  const flags = serverFlags[carrier];
  return flags.length === 0 ? undefined : serveMeter(modelOf(rig), flags);
}

function writeTable(): void {
  const lines = rows.map(({ suite, scenario, verdicts }) => [suite, scenario, ...verdicts]);
  const table = [['machine', 'scenario', ...carriers], ...lines].map((line) => line.join(','));
  writeFileSync(join(folder, 'table.csv'), `${table.join('\n')}\n`);
  process.stdout.write('\nscenarios by machine and verdicts (in-process, tcp, serial, ws)\n');
  const groups = Map.groupBy(rows, ({ suite, verdicts }) => `${suite}: ${verdicts.join(', ')}`);
  for (const [group, of] of groups)
    process.stdout.write(`${String(of.length).padStart(6)}  ${group}\n`);
}

function inWords(ending: Ending | undefined): string {
  return ending ? `${ending.verdict} with ${ending.keys} keys` : 'not run';
}

function lineOf({ scenario, carrier, expected, seen }: Difference): string {
  const why = seen?.reason ? `: ${seen.reason.split('\n')[0]}` : '';
  return `DIFFERENT ${carrier}: ${scenario} ${inWords(seen)}, in this process ${inWords(expected)}${why}`;
}

function nameOf({ rig }: ParitySuite): string {
  return basename(rig, '.yaml').replace(/^emulator\./, '');
}
