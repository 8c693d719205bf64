import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Meter } from '#core';
import { serveMeter } from '#fixtures';
import { loadRig, openMeter, type Rig, type RigLink } from '#rigs';
import { type Echo, type Sizes, serialEcho, tcpEcho, wsEcho } from './echoes.ts';
import { atMost, type Figure, median, quantile } from './measure.ts';
import { keysOf, logIn, type Rate, rateOf } from './round-trips.ts';

const rounds = 5;
const pressesARound = 1500;
/** Until then the engine still compiles what a key goes through, at both ends. */
const pressesToWarmUp = 12_000;
const tokenVariable = 'FRANKBENCH_FIGURES_TOKEN';
const token = 'figures-of-all-carriers';

/**
 * Key → frame over each link, driver and meter in processes of their own, beside as many bytes each
 * way over the same carrier with nobody at work at either end.
 */
export async function links(): Promise<readonly Figure[]> {
  const base = loadRig('rigs/emulator.is440.yaml', {});
  const servers = ['--scpi', '127.0.0.1:0', '--pty', '--ws', '127.0.0.1:0'];
  const flags = [...servers, '--ws-token-env', tokenVariable];
  await using served = await serveMeter('is-440', flags, { [tokenVariable]: token });
  const { scpi = '', pty = '', ws = '' } = served.addresses;
  const [host = '', port] = scpi.split(':');
  const tcp: RigLink = { kind: 'tcp', host, port: Number(port) };
  const sizes = await sizesOver(base, tcp);
  return [
    await figureOf('TCP', { ...base, link: tcp }, await tcpEcho(sizes), 1.5),
    await figureOf(
      'a pseudo terminal',
      { ...base, link: { kind: 'serial', path: pty, baudRate: 115_200 } },
      await serialEcho(sizes),
      1.3,
    ),
    await figureOf(
      'the web socket',
      { ...base, link: { kind: 'ws', url: ws, token } },
      await wsEcho(sizes),
    ),
  ];
}

async function figureOf(name: string, rig: Rig, echo: Echo, most?: number): Promise<Figure> {
  await using _echo = echo;
  await using meter = await openMeter(rig);
  await logInto(meter);
  const rates: { readonly key: Rate; readonly bare: Rate }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const presses = round === 0 ? pressesToWarmUp : pressesARound;
    const bare = await rateOf(() => echo.ask(), presses);
    const key = await rateOf((pressed) => meter.press(pressed), presses);
    if (round > 0) rates.push({ key, bare });
  }
  const micros = ({ perSecond }: Rate): number => 1e6 / perSecond;
  const shown = (list: readonly Rate[]): string =>
    `${median(list.map(micros)).toFixed(0)} µs, p99 ${median(list.map(({ p99Us }) => p99Us)).toFixed(0)} µs`;
  const ratio = median(rates.map(({ key, bare }) => micros(key) / micros(bare)));
  return {
    name: `key → frame over ${name}`,
    value: shown(rates.map(({ key }) => key)),
    reference: `bare echo ${shown(rates.map(({ bare }) => bare))}`,
    ...(most === undefined ? { ratio } : atMost(ratio, most)),
  };
}

function pass(from: Socket, to: Socket, sizes: number[]): void {
  from.on('data', (chunk) => {
    sizes.push(chunk.length);
    to.write(chunk);
  });
}

async function logInto(meter: Meter): Promise<void> {
  for (const key of keysOf(logIn)) await meter.press(key);
}

/** What a key and its frame weigh on the wire, as something between the two ends counts them. */
async function sizesOver(base: Rig, link: RigLink & { readonly kind: 'tcp' }): Promise<Sizes> {
  const out: number[] = [];
  const back: number[] = [];
  const sockets: Socket[] = [];
  const relay = createServer((near) => {
    const far = connect(link.port, link.host);
    sockets.push(near, far);
    pass(near, far, out);
    pass(far, near, back);
    near.on('close', () => far.end());
    far.on('close', () => near.destroy());
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  relay.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = relay.address() as AddressInfo; // it listens on an address
  {
    await using meter = await openMeter({ ...base, link: { ...link, port } });
    await logInto(meter);
    out.length = 0;
    back.length = 0;
    for (const key of keysOf('MENU DOWN OK C UP MENU 6 1 OK C')) await meter.press(key);
  }
  relay.close();
  for (const socket of sockets) socket.destroy();
  return { out: quantile(out, 0.5), back: quantile(back, 0.5) };
}
