import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { BenchError } from '#core';
import type { FaultFindings } from '../mutants/findings.ts';
import type { Shell } from '../shell.ts';

interface MutantsFlags {
  readonly rig?: string;
  readonly only?: readonly string[];
  readonly jobs: number;
  readonly list?: boolean;
  readonly json?: boolean;
}

const help = `
Each fault is run twice over: once judged by the checks of the features alone, as with
"frankbench run --no-shadow", and once by the shadow model alone.
  checks  a scenario that ends in FB_EXPECTATION, FB_NOT_REACHED, FB_UNTYPABLE, FB_NO_PATH or
          FB_NO_FRAME has caught the fault. Any other error (a defect of the fault or the bench)
          has not: the fault is called broken.
  shadow  only FB_DIVERGENCE counts. What the display never shows, such as what is in a file,
          the shadow model cannot see.
"killed K of N" counts the faults that the checks have caught. The exit code is 0 when they are all
of them, and 1 when one is left or a scenario fails without a fault.`;

/** `frankbench mutants`: which seeded firmware faults the features catch. */
export function register(program: Command, shell: Shell): void {
  program
    .command('mutants')
    .description('seed firmware faults one by one and see whether the features catch them')
    .argument('[features...]', 'feature files or folders', ['features'])
    .option('-r, --rig <file>', 'the rig to run on (default: the emulated machine of the features)')
    .option('--only <fault...>', 'only these faults')
    .option('-j, --jobs <count>', 'threads', positive, availableParallelism())
    .option('--list', 'name the faults and what they do')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(async (features: readonly string[], flags: MutantsFlags) => {
      const { loadFaults } = await import('#emulator');
      const { loadRig } = await import('#rigs');
      const { defaultRig } = await import('../run/default-rig.ts');
      const rig = loadRig(shell.path(flags.rig ?? defaultRig(features)), shell.env);
      const catalogue = await loadFaults(rig.meter.model);
      const faults = catalogue
        .filter(({ name }) => flags.only?.includes(name) ?? true)
        .map(({ name, description }) => ({ name, description }));
      const known = catalogue.map(({ name }) => name);
      const unknown = flags.only?.find((name) => !known.includes(name));
      if (unknown !== undefined) throw unknownFault(unknown);
      if (flags.list) {
        const width = Math.max(...faults.map(({ name }) => name.length));
        const lines = faults.map(
          ({ name, description }) => `${name.padEnd(width)}  ${description}`,
        );
        shell.print(flags.json ? JSON.stringify(faults, undefined, 2) : lines.join('\n'));
        return;
      }
      const { loadSuite } = await import('../mutants/suite.ts');
      const { examineAll } = await import('../mutants/crew.ts');
      const { isGreen, printFindings, printProgress, printUnmutated, tally } = await import(
        '../mutants/print.ts'
      );
      const request = {
        root: shell.root.href,
        features: features.map((path) => shell.path(path)),
        rig,
      };
      const suite = await loadSuite(request);
      const unmutated = await suite.run({ judge: 'both' });
      const green = isGreen(unmutated);
      if (!flags.json || !green) printUnmutated(shell, unmutated);
      if (!green) {
        shell.print('Faults can be seeded once every scenario passes without one.');
        shell.exit(1);
        return;
      }
      const found = new Map<string, FaultFindings>();
      await examineAll({ ...request, parts: suite.parts }, faults, flags.jobs, (findings) => {
        found.set(findings.name, findings);
        if (!flags.json) printProgress(shell, findings, found.size, faults.length);
      });
      const all = faults.flatMap(({ name }) => found.get(name) ?? []);
      const counts = tally(all);
      if (flags.json) {
        shell.print(JSON.stringify({ faults: all, ...counts }, undefined, 2));
      } else {
        printFindings(shell, all);
      }
      if (counts.killed < counts.total) shell.exit(1);
    });
}

function positive(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('a whole number from 1 on is wanted');
}

const unknownFault = (name: string): BenchError =>
  new BenchError('FB_UNKNOWN_MODEL', `No firmware fault is called "${name}".`, {
    hint: '"frankbench mutants --list" names them all.',
  });
