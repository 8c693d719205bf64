import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from '../source.ts';
import type { Carrier } from './suites.ts';

/** The variable that holds the token of the web socket. */
export const tokenVariable = 'FRANKBENCH_PARITY_TOKEN';

/** How each carrier reaches a meter that `frankbench emulate` serves, from what it said. */
const links: Readonly<
  Record<Exclude<Carrier, 'in-process'>, (addresses: Readonly<Record<string, string>>) => object>
> = {
  tcp: ({ scpi = '' }) => {
    const [host, port] = scpi.split(':');
    return { kind: 'tcp', host, port: Number(port) };
  },
  serial: ({ pty }) => ({ kind: 'serial', path: pty }),
  ws: ({ ws }) => ({ kind: 'ws', url: ws, token: { env: tokenVariable } }),
};

/** What `frankbench emulate` is told so that a carrier leads to it. */
export const serverFlags: Readonly<Record<Carrier, readonly string[]>> = {
  'in-process': [],
  tcp: ['--scpi', '127.0.0.1:0'],
  serial: ['--pty'],
  ws: ['--ws', '127.0.0.1:0', '--ws-token-env', tokenVariable],
};

/** Writes a rig file that differs from another in its link only; gives its path. */
export function rigFileFor(
  carrier: Carrier,
  base: string,
  addresses: Readonly<Record<string, string>>,
  folder: string,
): string {
  if (carrier === 'in-process') return base;
  const rig: object = parse(readFileSync(new URL(base, root), 'utf8'));
  const path = join(folder, `${carrier}.yaml`);
  writeFileSync(path, stringify({ ...rig, link: links[carrier](addresses) }));
  return path;
}

/** The model of the meter that a rig file describes. */
export function modelOf(base: string): string {
  // A rig file of the checkout: it names its model.
  const rig = parse(readFileSync(new URL(base, root), 'utf8')) as {
    readonly meter: { readonly model: string };
  };
  return rig.meter.model;
}
