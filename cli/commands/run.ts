import process from 'node:process';
import { type Command, Option } from 'commander';
import { BenchError } from '#core';
import type { Rig } from '#rigs';
import { formatOption } from '../format-flags.ts';
import type { AskedOperator } from '../run/operator.ts';
import type { Shell } from '../shell.ts';

interface RunFlags {
  readonly rig?: string;
  readonly tags?: string;
  readonly name?: readonly string[];
  readonly shadow: boolean;
  readonly mutate?: string;
  readonly out?: string;
  readonly language?: string;
  readonly requirements?: string;
  readonly operator?: boolean;
  readonly format: readonly string[];
}

/** `frankbench run`: features on a rig, with a record, a report and an exit code. */
export function register(program: Command, shell: Shell): void {
  program
    .command('run')
    .description('run features on a rig')
    .argument('[features...]', 'feature files or folders', ['features'])
    .option('-r, --rig <file>', 'the rig to run on (default: the emulated machine of the features)')
    .option('-t, --tags <expression>', 'only scenarios with these tags')
    .option('-n, --name <text...>', 'only scenarios whose name has this text')
    .option('--no-shadow', 'judge by the checks of the features alone')
    .option('-o, --out <folder>', 'a new folder for the record and the report')
    .option('-l, --language <name>', 'the language of a machine that comes in several: en, fr-CA')
    .option('--requirements <file>', 'a catalogue that must know every requirement of the features')
    .option('--operator', 'ask the person at the bench, whom the rig file names, what no rig sees')
    .addOption(formatOption())
    .addOption(new Option('--mutate <fault>', 'seed a firmware fault into the emulated meter'))
    .action(async (features: readonly string[], flags: RunFlags) => {
      // First of all: to start a program takes the longer the more this one holds.
      const { originOf } = await import('../run/origin.ts');
      const origin = originOf(shell.root);
      const { run } = await import('../run/run.ts');
      const { runFolder } = await import('../run/run-folder.ts');
      const { printResult, progress } = await import('../run/progress.ts');
      const { loadRig } = await import('#rigs');
      const { defaultRig } = await import('../run/default-rig.ts');
      const { inLanguage } = await import('../run/language.ts');
      const { formatsNamed } = await import('../formats-named.ts');
      const formats = formatsNamed(flags.format);
      const named = loadRig(shell.path(flags.rig ?? defaultRig(features)), shell.env);
      const { loadModel } = await import('#models/any-machine');
      await loadModel(named.meter.model);
      const rig = inLanguage(named, flags.language);
      const show = progress(shell);
      using operator = flags.operator ? await operatorOf(rig) : undefined;
      const outcome = await run({
        shell,
        rig,
        origin,
        features: features.map((path) => shell.path(path)),
        ...(flags.tags === undefined ? {} : { tags: flags.tags }),
        names: flags.name ?? [],
        ...(flags.requirements === undefined ? {} : { requirements: flags.requirements }),
        judge: flags.shadow ? 'both' : 'checks',
        ...(flags.mutate === undefined ? {} : { fault: flags.mutate }),
        makeFolder: () => runFolder(shell, rig.path, flags.out),
        onResult: show,
        ...(operator ? { operator } : {}),
      });
      printResult(shell, outcome);
      shell.exit(outcome.exitCode);
      if (formats.length === 0) return;
      const { writeFormatsOf } = await import('../write-formats-of.ts');
      const { catalogueNamed } = await import('../requirements/catalogue.ts');
      const catalogue = () => catalogueNamed(shell, flags.requirements);
      await writeFormatsOf(shell, outcome.folder, formats, { catalogue });
    });
}

/** The person at the bench. Errors: `FB_RIG_FILE` where the rig file names nobody. */
async function operatorOf({ path, operator }: Rig): Promise<AskedOperator> {
  if (!operator) {
    throw new BenchError('FB_RIG_FILE', `The rig file ${path} does not name the operator.`, {
      hint: 'Add "operator: { name: … }": the record says who has answered.',
    });
  }
  const { askOperator } = await import('../run/operator.ts');
  return askOperator(operator.name, { input: process.stdin, output: process.stdout });
}
