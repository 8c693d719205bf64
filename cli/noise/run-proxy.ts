import { BenchError } from '#core';
import { isLoopback } from '#emulator/link';
import { type Address, loadNoisePlan, Noise, NoiseTally, openNoiseProxy } from '#rigs/noise';

export interface ProxyRequest {
  /** The file of the plan, absolute. */
  readonly plan: string;
  readonly listen: Address;
  readonly to: Address;
  readonly connections: number;
  readonly beyondLoopback: boolean;
}

/**
 * Runs a noise proxy until it is to stop, with a line of JSON for each thing that happens.
 * Errors: FB_NOISE_PLAN, FB_PORT.
 */
export async function runProxy(
  request: ProxyRequest,
  print: (text: string) => void,
  stopped: Promise<void>,
): Promise<void> {
  const { plan, listen, to, connections, beyondLoopback } = request;
  if (!beyondLoopback && !isLoopback(listen.host)) throw tooOpen(listen.host);
  const tell = (event: object): void => print(JSON.stringify(event));
  const tally = new NoiseTally();
  const noise = new Noise(loadNoisePlan(plan), ({ fault, ...struck }) => {
    tally.add({ fault, ...struck });
    const { direction: _, ...what } = fault;
    tell({ type: 'fault', ...struck, ...what });
  });
  await using proxy = await openNoiseProxy({ noise, listen, to, connections, onEvent: tell });
  tell({ type: 'listening', address: inOne(proxy.address), to: inOne(to) });
  await stopped;
  tell({
    type: 'end',
    messages: { 'to-meter': noise.messages('to-meter'), 'to-bench': noise.messages('to-bench') },
    faults: Object.fromEntries(tally),
  });
}

const inOne = ({ host, port }: Address): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

const tooOpen = (host: string): BenchError =>
  new BenchError('FB_PORT', `will not listen on ${host}: other machines could reach it`, {
    hint: 'name 127.0.0.1, or say --beyond-loopback',
    context: { host },
  });
