import { type Command, Option } from 'commander';
import { formatOption } from '../format-flags.ts';
import type { Shell } from '../shell.ts';

interface RunFlags {
  readonly rig?: string;
  readonly tags?: string;
  readonly name?: readonly string[];
  readonly shadow: boolean;
  readonly mutate?: string;
  readonly out?: string;
  readonly language?: string;
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
    .addOption(formatOption())
    .addOption(new Option('--mutate <fault>', 'seed a firmware fault into the emulated meter'))
    .action(async (features: readonly string[], flags: RunFlags) => {
      const { run } = await import('../run/run.ts');
      const { runFolder } = await import('../run/run-folder.ts');
      const { printResult, progress } = await import('../run/progress.ts');
      const { loadRig } = await import('#rigs');
      const { defaultRig } = await import('../run/default-rig.ts');
      const { inLanguage } = await import('../run/language.ts');
      const { formatsNamed } = await import('../formats-named.ts');
      const formats = formatsNamed(flags.format);
      const rig = inLanguage(
        loadRig(shell.path(flags.rig ?? defaultRig(features)), shell.env),
        flags.language,
      );
      const show = progress(shell);
      const outcome = await run({
        shell,
        rig,
        features: features.map((path) => shell.path(path)),
        ...(flags.tags === undefined ? {} : { tags: flags.tags }),
        names: flags.name ?? [],
        judge: flags.shadow ? 'both' : 'checks',
        ...(flags.mutate === undefined ? {} : { fault: flags.mutate }),
        makeFolder: () => runFolder(shell, rig.path, flags.out),
        onResult: show,
      });
      printResult(shell, outcome);
      shell.exit(outcome.exitCode);
      const { writeFormatsOf } = await import('../write-formats-of.ts');
      await writeFormatsOf(shell, outcome.folder, formats);
    });
}
