import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { BenchError } from '#core';
import { addLinkOptions, type LinkFlags, linkOptions } from '../emulate/link-flags.ts';
import { type MeterFlags, meterOptions } from '../emulate/meter-flags.ts';
import type { MeterOptions } from '../emulate/open-meter.ts';
import { scriptHelp } from '../panel/command.ts';
import type { Shell } from '../shell.ts';

/** `frankbench emulate`: a meter on the terminal, worked by lines on stdin, or on a panel link. */
export function register(program: Command, shell: Shell): void {
  const command = program
    .command('emulate')
    .description(
      'show the panel of an emulated meter, work it by lines on stdin, or put it on a link',
    )
    .argument('<model>', 'the machine: is-420, is-440, connect-plus, connect-plus-ca or onboarding')
    .option('--memory <file>', 'keep what the meter remembers in FILE.a and FILE.b')
    .option('--stick <image>', 'the USB stick as an image file; made as FAT16 when there is none')
    .option('--supervisor-pin <pin>', 'the PIN of a new meter; 1234 when it is not given')
    .option('--credit <pence>', 'the credit of a new meter')
    .option('--mutate <fault>', 'seed a firmware fault')
    .option('--start <time>', "the meter's clock, such as 2026-01-05T09:00:00; now if not given")
    .option('--server <url>', 'the accounting server of a Connect+')
    .option('--token-env <name>', 'the variable that holds the token of the server')
    .option('--data-centre <url>', 'the Data Centre of the meter')
    .option('--data-centre-token-env <name>', 'the variable that holds the token of that one');
  addLinkOptions(command)
    .addHelpText('after', () => `\n${scriptHelp}`)
    .action(async (model: string, flags: MeterFlags & LinkFlags) => {
      const link = linkOptions(flags, shell);
      const meter = meterOptions(model, flags, shell);
      if (!link) return panel(meter, shell);
      const { serveMeter } = await import('../emulate/serve-meter.ts');
      await serveMeter(meter, link, shell);
    });
}

/** The meter on the terminal, or worked by lines on stdin. */
async function panel(options: MeterOptions, shell: Shell): Promise<void> {
  const { openPanel } = await import('../panel/open.ts');
  const session = await openPanel(options);
  const { stdin, stdout } = process;
  try {
    if (stdin.isTTY && stdout.isTTY) {
      const { runLive } = await import('../panel/live.ts');
      shell.exit(await runLive(session, { input: stdin, output: stdout }));
      return;
    }
    const { runScript } = await import('../panel/script.ts');
    // Whoever reads the output may have seen enough: the meter is still closed in order.
    const enough = new AbortController();
    stdout.on('error', () => enough.abort());
    const lines = linesOf(stdin, enough.signal);
    const bad = await runScript(session, lines, shell.print);
    if (bad > 0) throw notUnderstood(bad);
  } finally {
    await session.close();
  }
}

/** Begins to read when the first line is asked for: none is lost before. */
async function* linesOf(input: NodeJS.ReadableStream, enough: AbortSignal): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  enough.addEventListener('abort', () => lines.close());
  for await (const line of lines) {
    if (enough.aborted) return;
    yield line;
  }
}

const notUnderstood = (count: number): BenchError =>
  new BenchError(
    'FB_USAGE',
    count === 1 ? 'one line could not be carried out' : `${count} lines could not be carried out`,
    { hint: 'the output says which, and what is known' },
  );
