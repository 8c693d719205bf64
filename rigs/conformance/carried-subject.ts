import { BenchError, type Meter } from '#core';
import { capabilitiesOf, isEmulated, knownWords } from '#protocol';
import type { OpenCarrier } from '../drivers/byte-carrier.ts';
import type { Exchange } from '../drivers/exchange.ts';
import { type LinkLimits, usualLimits } from '../drivers/limits.ts';
import { LinkMeter } from '../drivers/link-meter.ts';
import { hostTime, instantOf, virtualTime } from '../drivers/meter-time.ts';
import { type ByteLink, carrierOf, openExchange } from '../drivers/open-exchange.ts';
import { scpiExchange } from '../drivers/scpi-exchange.ts';
import type { WireLink } from '../link-name.ts';
import type { Subject } from './subject.ts';
import { openWsAsker } from './ws-asker.ts';

export interface CarriedOptions {
  /** How long an answer may take. */
  readonly answerMs: number;
  readonly mayFeed: boolean;
}

/** A controller behind a carrier, as it stands: nothing is made as new. */
export function carriedSubject(link: WireLink, options: CarriedOptions): Subject {
  const { answerMs, mayFeed } = options;
  const limits = limitsFor(options);
  if (link.kind !== 'ws') return scpiSubject(link.kind, carrierOf(link, limits), options);
  return {
    carrier: link.kind,
    openMeter: () => openAsItIs(() => openExchange(link, limits), limits),
    openAsker: () => openWsAsker(link.url, link.token, answerMs),
    twoClients: true,
    mayFeed,
  };
}

/** The same for any carrier of SCPI. */
export function scpiSubject(
  kind: ByteLink['kind'],
  openCarrier: OpenCarrier,
  options: CarriedOptions,
): Subject {
  const limits = limitsFor(options);
  const exchange = () => scpiExchange({ name: kind, openCarrier, limits, firstTag: 1 }).open();
  return {
    carrier: kind,
    openMeter: () => whenFree(() => openAsItIs(exchange, limits)),
    openCarrier: () => whenFree(openCarrier),
    twoClients: kind === 'tcp',
    mayFeed: options.mayFeed,
  };
}

const limitsFor = ({ answerMs }: CarriedOptions): LinkLimits => ({
  ...usualLimits,
  timeoutMs: answerMs,
});

/** How long a serial line may take to be free again when it was closed. */
const freeMs = 1000;

/** Opens what the case before may just have closed: a serial line is free a moment later. */
async function whenFree<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  const end = performance.now() + freeMs;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const busy = error instanceof BenchError && error.code === 'FB_SERIAL_BUSY';
      if (!busy || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** The meter through its driver. What the bench has around a meter, such as servers, is left out. */
async function openAsItIs(open: () => Promise<Exchange>, limits: LinkLimits): Promise<Meter> {
  const exchange = await open();
  try {
    const [who, told, date, time] = await exchange.exchange([
      { op: 'identify' },
      { op: 'capabilities' },
      { op: 'date' },
      { op: 'time' },
    ]);
    const words = knownWords(told);
    const capabilities = capabilitiesOf(words);
    const instant = instantOf(date, time);
    const [stickPlace] = capabilities.has('stick')
      ? await exchange.exchange([{ op: 'stickPlace' }])
      : [];
    return new LinkMeter({
      exchange,
      identity: { ...who, emulated: isEmulated(told, who.firmware) },
      capabilities,
      words,
      time: capabilities.has('clock') ? virtualTime(instant) : hostTime(instant),
      limits,
      ...(stickPlace === undefined ? {} : { stickPlace }),
      close: async () => {
        await exchange[Symbol.asyncDispose]();
      },
    });
  } catch (error) {
    await exchange[Symbol.asyncDispose]();
    throw error;
  }
}
