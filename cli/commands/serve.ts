import process from 'node:process';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { BenchError } from '#core';
import type { FixtureServer, Served } from '#fixtures';
import type { Shell } from '../shell.ts';
import { untilStopped } from '../until-stopped.ts';

interface ServeFlags {
  readonly port: number;
  readonly host?: string;
  readonly meter?: readonly string[];
  readonly prepaid?: number;
  readonly tokenEnv?: string;
}

/** The servers there are, by their names. */
const servers: Readonly<Record<string, (flags: ServeFlags) => Promise<FixtureServer>>> = {
  'accounting-server': async ({ meter, prepaid }) => {
    if (prepaid !== undefined) throw noPostage('accounting-server');
    const { openAccountingServer } = await import('#fixtures');
    return openAccountingServer(meter ? { meters: meter } : {});
  },
  'data-centre': async ({ meter, prepaid }) => {
    const { openDataCentre } = await import('#fixtures');
    return openDataCentre({
      ...(meter ? { meters: meter.map((serial) => ({ serial })) } : {}),
      ...(prepaid === undefined ? {} : { account: { prepaid } }),
    });
  },
};

const help = `
It prints one line with its URL and its token, then one for each message, and ends with Ctrl-C or
SIGTERM. Every message but GET /v1/health must bear the token:
  Authorization: Bearer <token>
What it knows is gone when it ends. A Data Centre takes over what a meter holds with its first
session.`;

/** `frankbench serve`: a server that meters talk to, on a port. */
export function register(program: Command, shell: Shell): void {
  program
    .command('serve')
    .description('be a server that meters talk to, on a port')
    .addArgument(new Argument('<server>', 'which one').choices(Object.keys(servers)))
    .option('-p, --port <port>', 'the port; 0 is any that is free', portNumber, 0)
    .option('--host <address>', 'the address to listen on; this machine alone if not given')
    .option('--meter <serial...>', 'only meters with these serial numbers; any if not given')
    .option('--prepaid <pence>', 'the postage account of a Data Centre; 100000 if not given', pence)
    .option('--token-env <name>', 'take the token from this environment variable')
    .addHelpText('after', help)
    .action(async (name: string, flags: ServeFlags) => {
      const { serve } = await import('#fixtures');
      const token = flags.tokenEnv === undefined ? undefined : tokenFrom(shell, flags.tokenEnv);
      const server = await open(name, flags);
      // Whoever reads the output may have seen enough with the first line.
      process.stdout.on('error', () => undefined);
      const stopped = untilStopped();
      await using port = await serve(server, {
        port: flags.port,
        ...(flags.host === undefined ? {} : { host: flags.host, beyondLoopback: true }),
        ...(token === undefined ? {} : { token }),
        onServed: (served) => shell.print(lineOf(served)),
      });
      if (!port.isLoopback) {
        const log = await shell.log();
        log.warn(`${port.url} can be reached from other machines, and HTTP hides nothing`);
      }
      const shown = flags.tokenEnv === undefined ? port.token : `in ${flags.tokenEnv}`;
      shell.print(`${name} at ${port.url} token ${shown}`);
      await stopped;
    });
}

function open(name: string, flags: ServeFlags): Promise<FixtureServer> {
  const opener = servers[name];
  // The names are the choices of the argument.
  if (!opener) throw new BenchError('FB_INTERNAL', `there is no server "${name}"`);
  return opener(flags);
}

const noPostage = (name: string): BenchError =>
  new BenchError('FB_USAGE', `--prepaid: the ${name} has no postage account`, {
    hint: 'leave it out, or serve data-centre',
  });

/** What a stranger sends as a path is cut: a line stays a line. */
const lineOf = ({ method, path, result }: Served): string =>
  `${method} ${path.length > 100 ? `${path.slice(0, 100)}…` : path} ${result}`;

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new InvalidArgumentError('a whole number from 0 to 65535 is wanted');
}

function pence(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number of pence is wanted: 100000 is £1000.00');
}

/** Not repeated in the message: it may be the token with a slip. */
function tokenFrom(shell: Shell, name: string): string {
  const token = shell.env[name] ?? '';
  if (/^[\w.~+/=-]{16,}$/.test(token)) return token;
  throw new BenchError(
    'FB_USAGE',
    token === '' ? `--token-env: ${name} is not set` : `--token-env: ${name} holds no token`,
    { hint: 'a token has 16 characters or more, letters, digits and - . _ ~ + / =' },
  );
}
