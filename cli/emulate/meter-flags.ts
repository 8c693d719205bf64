import type { Millis } from '#core';
import { instantOf, isCivilTime } from '#core/calendar';
import { BenchError } from '#core/errors';
import type { ServerAt } from '#emulator/link';
import type { Shell } from '../shell.ts';
import type { Flag } from './flag.ts';
import type { MeterOptions } from './open-meter.ts';

/** The flags of the meter itself. */
export const meterFlags: readonly Flag[] = [
  { flags: '--memory <file>', what: 'keep what the meter remembers in FILE.a and FILE.b' },
  {
    flags: '--stick <image>',
    what: 'the USB stick as an image file; made as FAT16 when there is none',
  },
  {
    flags: '--supervisor-pin <pin>',
    what: 'the PIN of a new meter; 1234 when it is not given',
  },
  { flags: '--credit <pence>', what: 'the credit of a new meter' },
  { flags: '--mutate <fault>', what: 'seed a firmware fault' },
  {
    flags: '--start <time>',
    what: "the meter's clock, such as 2026-01-05T09:00:00; now if not given",
  },
  { flags: '--server <url>', what: 'the accounting server of a Connect+' },
  { flags: '--token-env <name>', what: 'the variable that holds the token of the server' },
  { flags: '--data-centre <url>', what: 'the Data Centre of the meter' },
  {
    flags: '--data-centre-token-env <name>',
    what: 'the variable that holds the token of that one',
  },
];

/** What the command line says of the meter itself. */
export interface MeterFlags {
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

/** The meter that is asked for. Errors: FB_USAGE for what cannot be understood. */
export const meterOptions = (model: string, flags: MeterFlags, shell: Shell): MeterOptions => ({
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

/** The servers that the meter reaches; a token without an address is of no use, and ignored. */
function serversOf(flags: MeterFlags, shell: Shell): Pick<MeterOptions, 'server' | 'dataCentre'> {
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
): ServerAt {
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
