import { BenchError, type Meter } from '#core';
import { capabilitiesOf, isEmulated, knownWords } from '#protocol';
import { usualLimits } from '../drivers/limits.ts';
import { LinkMeter } from '../drivers/link-meter.ts';
import { hostTime, instantOf, virtualTime } from '../drivers/meter-time.ts';
import { carrierOf, openExchange, type WireLink } from '../drivers/open-exchange.ts';
import type { Subject } from './subject.ts';
import { openWsAsker } from './ws-asker.ts';

export interface CarriedOptions {
  /** How long an answer may take. */
  readonly answerMs: number;
  readonly mayFeed: boolean;
}

/** A controller behind a carrier, as it stands: nothing is made as new. */
export function carriedSubject(link: WireLink, { answerMs, mayFeed }: CarriedOptions): Subject {
  const limits = { ...usualLimits, timeoutMs: answerMs };
  const common = {
    carrier: link.kind,
    openMeter: () => whenFree(() => openAsItIs(link, limits)),
    twoClients: link.kind === 'tcp' || link.kind === 'ws',
    mayFeed,
  };
  return link.kind === 'ws'
    ? { ...common, openAsker: () => openWsAsker(link.url, link.token, answerMs) }
    : { ...common, openCarrier: () => whenFree(carrierOf(link, limits)) };
}

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
async function openAsItIs(link: WireLink, limits: typeof usualLimits): Promise<Meter> {
  const exchange = await openExchange(link, limits);
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
