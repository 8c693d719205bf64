import { BenchError } from '#core/errors';
import type { Shell } from '../shell.ts';
import type { Flag } from './flag.ts';

/** What the command line says of the panel link; an address left out is `true`. */
export interface LinkFlags {
  readonly scpi?: string | true;
  readonly serial?: string;
  readonly pty?: boolean;
  readonly ws?: string | true;
  readonly usbip?: string | true;
  readonly clock?: 'virtual' | 'host';
  readonly wsTokenEnv?: string;
  readonly wsOrigin?: readonly string[];
  readonly beyondLoopback?: boolean;
  readonly linkFault?: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The servers that are asked for. */
export interface LinkOptions {
  readonly scpi?: Address;
  readonly serial?: string;
  readonly pty: boolean;
  readonly ws?: Address;
  readonly usbip?: Address | { readonly path: string };
  readonly clock: 'virtual' | 'host';
  readonly wsToken?: string;
  readonly wsOrigins: readonly string[];
  readonly beyondLoopback: boolean;
  readonly linkFault?: string;
}

/** Where each server listens when it is not told: SCPI and USB/IP at their usual ports. */
const usual = { scpi: '127.0.0.1:5025', ws: '127.0.0.1:0', usbip: '127.0.0.1:3240' } as const;

/** The flags of the panel link. */
export const linkFlags: readonly Flag[] = [
  { flags: '--scpi [host:port]', what: `take SCPI on a TCP port; ${usual.scpi} if not told` },
  { flags: '--serial <path>', what: 'take SCPI on a serial port' },
  { flags: '--pty', what: 'take SCPI on a new pseudo terminal, which is a serial port to others' },
  { flags: '--ws [host:port]', what: 'take web sockets, any free port if not told' },
  {
    flags: '--usbip [host:port]',
    what: `be a USB device over USB/IP; ${usual.usbip}, or unix:PATH`,
  },
  {
    flags: '--clock <kind>',
    what: "on a link: time passes when the client says so, or as the host's; virtual if not told",
    choices: ['virtual', 'host'],
  },
  {
    flags: '--ws-token-env <name>',
    what: 'the variable with the token of the web socket; else drawn',
  },
  { flags: '--ws-origin <url...>', what: 'pages from there may open the web socket' },
  { flags: '--beyond-loopback', what: 'let other machines reach the ports' },
  { flags: '--link-fault <name>', what: 'seed a fault of the link' },
];

/** The servers that are asked for; `undefined` when there are none. Errors: FB_USAGE. */
export function linkOptions(flags: LinkFlags, { env }: Shell): LinkOptions | undefined {
  const { scpi, serial, pty = false, ws, usbip, clock, wsTokenEnv, wsOrigin, linkFault } = flags;
  const isServed =
    scpi !== undefined || serial !== undefined || pty || ws !== undefined || usbip !== undefined;
  if (!isServed) {
    const idle = idleFlag(flags);
    if (idle === undefined) return undefined;
    throw new BenchError('FB_USAGE', `${idle} is for a meter on a link`, {
      hint: 'say --scpi, --serial, --pty, --ws or --usbip too',
    });
  }
  return {
    pty,
    clock: clock ?? 'virtual',
    wsOrigins: wsOrigin ?? [],
    beyondLoopback: flags.beyondLoopback ?? false,
    ...(scpi === undefined ? {} : { scpi: addressOf('--scpi', scpi, usual.scpi) }),
    ...(serial === undefined ? {} : { serial }),
    ...(ws === undefined ? {} : { ws: addressOf('--ws', ws, usual.ws) }),
    ...(usbip === undefined ? {} : { usbip: usbipAddress(usbip) }),
    ...(wsTokenEnv === undefined ? {} : { wsToken: tokenIn(wsTokenEnv, env) }),
    ...(linkFault === undefined ? {} : { linkFault }),
  };
}

/** The first flag that says nothing without a server. */
function idleFlag(flags: LinkFlags): string | undefined {
  if (flags.clock !== undefined) return '--clock';
  if (flags.wsTokenEnv !== undefined) return '--ws-token-env';
  if (flags.wsOrigin !== undefined) return '--ws-origin';
  if (flags.beyondLoopback !== undefined) return '--beyond-loopback';
  return flags.linkFault === undefined ? undefined : '--link-fault';
}

const usbipAddress = (given: string | true): Address | { readonly path: string } =>
  typeof given === 'string' && given.startsWith('unix:') && given.length > 5
    ? { path: given.slice(5) }
    : addressOf('--usbip', given, usual.usbip);

/** `HOST:PORT`, a host in brackets when it is IPv6. */
function addressOf(option: string, given: string | true, usually: string): Address {
  const text = given === true ? usually : given;
  const [, host = '', port = ''] = /^(?:\[([0-9a-f:.]+)\]|[^:[\]]+):(\d{1,5})$/i.exec(text) ?? [];
  const number = Number(port);
  if (port !== '' && number < 65_536)
    return { host: host || text.replace(/:\d+$/, ''), port: number };
  throw new BenchError('FB_USAGE', `${option} "${text}" is not an address`, {
    hint: `HOST:PORT is wanted, such as ${usually}; port 0 is any that is free`,
  });
}

/** Not repeated in the message: it may be the token with a slip. */
function tokenIn(name: string, env: Shell['env']): string {
  const token = env[name] ?? '';
  if (/^[\w.~+-]{16,}$/.test(token)) return token;
  throw new BenchError(
    'FB_USAGE',
    token === '' ? `--ws-token-env: ${name} is not set` : `--ws-token-env: ${name} holds no token`,
    { hint: 'a token has 16 characters or more, letters, digits and - . _ ~ +' },
  );
}
