import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Shell } from '../shell.ts';

interface ConformFlags {
  readonly only?: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  readonly feed?: boolean;
  readonly list?: boolean;
}

const help = `
The kit presses only keys that lead away and back on any panel (it learns which from the frames),
writes and deletes files of its own on the stick, and cuts the power where there is a relay.
docs/controller.md tells what is required and of which case finds what.
The exit code is 0 when every case that could be made passed, 1 when the rig does not do as it
must, 3 when that could not be told, and 4 when no case could be made.`;

/** `frankbench conform`: whether a rig does what a driver counts on. */
export function register(program: Command, shell: Shell): void {
  program
    .command('conform')
    .description('try whether a rig controller does what the panel link asks of it')
    .argument('[rig]', 'the rig file', 'rigs/emulator.is440.yaml')
    .option('--only <name...>', 'only cases whose name has this text')
    .option('--json', 'as JSON')
    .option('-o, --out <file>', 'also write the JSON to a file')
    .option('--feed', 'envelopes may be fed: costs postage on a real meter')
    .option('--list', 'name the cases and what they require')
    .addHelpText('after', help)
    .action(async (path: string, flags: ConformFlags) => {
      const { loadConformance, loadRig } = await import('#rigs');
      const kit = await loadConformance();
      if (flags.list) {
        listCases(shell, kit.conformanceCases, flags.json ?? false);
        return;
      }
      const rig = loadRig(shell.path(path), shell.env);
      await using opened = await kit.rigSubject(rig, { mayFeed: flags.feed ?? false });
      const width = Math.max(...kit.conformanceCases.map(({ name }) => name.length));
      const only = flags.only ?? [];
      const result = await kit.runKit(opened.subject, {
        only,
        onResult: (one) => {
          if (!flags.json) for (const line of kit.resultLines(one, width)) shell.print(line);
        },
      });
      const json = JSON.stringify({ rig: path, ...kit.reportOf(result) }, undefined, 2);
      if (flags.out !== undefined) await writeFile(shell.path(flags.out), `${json}\n`);
      shell.print(flags.json ? json : kit.countsLine(result));
      shell.exit(kit.kitExitCode(result));
    });
}

function listCases(
  shell: Shell,
  cases: readonly { name: string; requirement: string; needs: readonly string[] }[],
  json: boolean,
): void {
  const listed = cases.map(({ name, requirement, needs }) => ({ name, requirement, needs }));
  if (json) {
    shell.print(JSON.stringify(listed, undefined, 2));
    return;
  }
  const width = Math.max(...cases.map(({ name }) => name.length));
  for (const { name, requirement } of listed) shell.print(`${name.padEnd(width)}  ${requirement}`);
}
