import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import type { Address } from '#rigs/noise';
import type { Shell } from '../shell.ts';

interface ProxyFlags {
  readonly plan: string;
  readonly listen: Address;
  readonly to: Address;
  readonly connections: number;
  readonly beyondLoopback?: boolean;
}

interface ShrinkFlags {
  readonly plan: string;
  readonly rig: string;
  readonly trials: number;
  readonly out?: string;
}

const help = `
It prints a line of JSON for each thing that happens: where it listens, each connection, each fault
with its size and not its bytes, and at the end how many of each kind. It ends with Ctrl-C or SIGTERM.
Messages are counted over all connections. docs/noise.md says what a plan can hold.`;

/** `frankbench noise`: a link with faults, made by a plan; and the smallest plan that still fails. */
export function register(program: Command, shell: Shell): void {
  const noise = program
    .command('noise')
    .description("put a plan's faults on a link, or find the smallest plan that fails");
  noise
    .command('proxy', { isDefault: true })
    .description('stand between programs and a controller on TCP')
    .requiredOption('-p, --plan <file>', 'the faults')
    .requiredOption('-l, --listen <address>', 'where programs connect to; port 0 is any', address)
    .requiredOption('-t, --to <address>', 'where the controller listens', address)
    .option('--connections <count>', 'how many at once', count, 16)
    .option('--beyond-loopback', 'let other machines connect')
    .addHelpText('after', help)
    .action(async (flags: ProxyFlags) => {
      const { runProxy } = await import('../noise/run-proxy.ts');
      // Whoever reads the output may have seen enough with the first line.
      process.stdout.on('error', () => undefined);
      const { plan, listen, to, connections, beyondLoopback = false } = flags;
      await runProxy(
        { plan: shell.path(plan), listen, to, connections, beyondLoopback },
        shell.print,
        untilStopped(),
      );
    });
  noise
    .command('shrink')
    .description('make a plan under which a feature fails as small as it gets')
    .argument('<features...>', 'feature files, folders, or files with a line: accounts.feature:12')
    .requiredOption('-p, --plan <file>', 'the faults')
    .requiredOption('-r, --rig <file>', 'the rig, whose link gets the noise')
    .option('--trials <count>', 'how often the features are run at most', count, 200)
    .option('-o, --out <file>', 'where to write the smallest plan; it is printed if not given')
    .action(async (features: readonly string[], flags: ShrinkFlags) => {
      const { runShrink } = await import('../noise/run-shrink.ts');
      const { plan, rig, trials, out } = flags;
      await runShrink(shell, {
        features: features.map((path) => shell.path(path)),
        plan: shell.path(plan),
        rig: shell.path(rig),
        trials,
        ...(out === undefined ? {} : { out: shell.path(out) }),
      });
    });
}

/** Resolves at the first signal to end; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    resolve();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return promise;
}

/** `127.0.0.1:5025`, `[::1]:5025`. */
function address(text: string): Address {
  const [, v6, name, port = ''] = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = v6 ?? name;
  if (host !== undefined && Number(port) < 65_536) return { host, port: Number(port) };
  throw new InvalidArgumentError('an address and a port are wanted, such as 127.0.0.1:5025');
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number from 1 on is wanted');
}
