import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { BenchError, instantOf, isCivilTime, type Millis } from '#core';
import { scriptHelp } from '../panel/command.ts';
import type { PanelOptions, ServerAddress } from '../panel/open.ts';
import type { Shell } from '../shell.ts';

interface EmulateFlags {
  readonly memory?: string;
  readonly stick?: string;
  readonly supervisorPin?: string;
  readonly credit?: string;
  readonly mutate?: string;
  readonly start?: string;
  readonly server?: string;
  readonly tokenEnv?: string;
  readonly dataCentre?: string;
  readonly dataCentreTokenEnv?: string;
}

/** `frankbench emulate`: a meter on the terminal, or worked by lines on stdin. */
export function register(program: Command, shell: Shell): void {
  program
    .command('emulate')
    .description('show the panel of an emulated meter, or work it by lines on stdin')
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
    .option('--data-centre-token-env <name>', 'the variable that holds the token of that one')
    .addHelpText('after', () => `\n${scriptHelp}`)
    .action(async (model: string, flags: EmulateFlags) => {
      const { openPanel } = await import('../panel/open.ts');
      const session = await openPanel({
        model,
        start: flags.start === undefined ? hostTime() : startTime(flags.start),
        ...(flags.supervisorPin === undefined
          ? {}
          : { supervisorPin: supervisorPin(flags.supervisorPin) }),
        ...(flags.credit === undefined ? {} : { creditPence: pence(flags.credit) }),
        ...(flags.memory === undefined ? {} : { memory: shell.path(flags.memory) }),
        ...(flags.stick === undefined ? {} : { stick: shell.path(flags.stick) }),
        ...(flags.mutate === undefined ? {} : { fault: flags.mutate }),
        ...serversOf(flags, shell),
      });
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
    });
}

/** The servers that the meter reaches; a token without an address is of no use, and ignored. */
function serversOf(flags: EmulateFlags, shell: Shell): Pick<PanelOptions, 'server' | 'dataCentre'> {
  const { server, tokenEnv, dataCentre, dataCentreTokenEnv } = flags;
  return {
    ...(server === undefined
      ? {}
      : { server: addressOf('--server', 'accounting-server', server, tokenEnv, shell) }),
    ...(dataCentre === undefined
      ? {}
      : {
          dataCentre: addressOf(
            '--data-centre',
            'data-centre',
            dataCentre,
            dataCentreTokenEnv,
            shell,
          ),
        }),
  };
}

/** The token comes from the environment only: a command line is seen by others. */
function addressOf(
  option: string,
  server: string,
  text: string,
  tokenEnv: string | undefined,
  { env }: Shell,
): ServerAddress {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new BenchError('FB_USAGE', `${option} "${text}" is not an address`, {
      hint: `"frankbench serve ${server}" prints one, such as http://127.0.0.1:8080`,
    });
  }
  const token = tokenEnv === undefined ? undefined : env[tokenEnv];
  if (tokenEnv !== undefined && token === undefined) {
    throw new BenchError('FB_USAGE', `the variable ${tokenEnv} does not hold a token`, {
      hint: 'set it to what "frankbench serve" printed',
    });
  }
  return { url: text, ...(token === undefined ? {} : { token }) };
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

/** The host's local time as an instant of the meter's clock, which knows no zone. */
function hostTime(): Millis {
  const now = new Date();
  return instantOf({
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
    hour: now.getHours(),
    minute: now.getMinutes(),
    second: now.getSeconds(),
  });
}

function startTime(text: string): Millis {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts ?? [];
  const time = { year, month, day, hour, minute, second };
  if (isCivilTime(time) && year >= 1980) return instantOf(time);
  throw new BenchError('FB_USAGE', `--start "${text}" is not a time`, {
    hint: 'YYYY-MM-DDTHH:MM:SS, from 1980 on, such as 2026-01-05T09:00:00',
  });
}

/** Not repeated in the message: it may be one PIN with a slip. */
function supervisorPin(text: string): string {
  if (/^[0-9]{4}$/.test(text)) return text;
  throw new BenchError('FB_USAGE', '--supervisor-pin is not a PIN', { hint: 'it has four digits' });
}

function pence(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new BenchError('FB_USAGE', `--credit "${text}" is not an amount`, {
    hint: 'a whole number of pence: 10000 is £100.00',
  });
}
