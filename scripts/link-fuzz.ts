import { instantOf, type Random, randomFrom, SystemClock, VirtualClock } from '#core';
import { createStick, emulatedMeter, RamMedium } from '#emulator';
import { DialectLine, Slot, usualPatience } from '#emulator/link';
import { anyLine, harmlessLine } from './fuzz-lines.ts';

export interface LinkFuzz {
  readonly seed: number;
  readonly count: number;
}

/** What was found: figures, and what should not be. */
export interface LinkFuzzFindings {
  readonly harmless: number;
  readonly any: number;
  readonly answered: number;
  readonly seconds: number;
  /** Bytes of heap after a collection: after the warm-up, and at the end of the harmless lines. */
  readonly heap: readonly [before: number, after: number] | undefined;
  readonly problems: readonly string[];
}

/** Every so many lines a good command is sent, and everything is looked at. */
const goodEvery = 8;
const lookEvery = 2000;
const mostGrowth = 4 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A client is silent for as long after each line: a block whose length was spoilt never comes. */
const silenceMs = usualPatience.blockMs;

/**
 * Sends seeded lines to an emulated IS-440 through the dialect: four in five change nothing, and
 * the display, the clock and the memory must be the same after them; the rest are of any kind.
 */
export async function linkFuzz({ seed, count }: LinkFuzz): Promise<LinkFuzzFindings> {
  const clock = new VirtualClock(
    instantOf({ year: 2026, month: 1, day: 5, hour: 9, minute: 0, second: 0 }),
  );
  const stopwatch = new SystemClock();
  const host = new VirtualClock();
  const medium = new RamMedium();
  const stick = await createStick(clock);
  const meter = emulatedMeter('is-440', { clock, medium, stick, supervisorPin: '1234' });
  await using slot = new Slot({
    model: 'is-440',
    meter,
    stick,
    host,
    peerAt: () => {
      throw new Error('no line of these names a server');
    },
  });
  const { once } = slot;
  const problems: string[] = [];
  const random: Random = randomFrom(seed);
  let answer = '';
  let answered = 0;
  const client = new DialectLine(slot, 'fuzz', {
    send: async (bytes) => {
      answer += decoder.decode(bytes);
    },
    pause: () => undefined,
    resume: () => undefined,
  });

  const send = async (line: string): Promise<string> => {
    answer = '';
    client.push(encoder.encode(`${line}\n`));
    await client.finished();
    host.advance(silenceMs);
    return answer;
  };
  const good = async (after: string): Promise<void> => {
    if ((await send('*CLS;:SYST:ERR?;*OPC?')) === '0,"No error";1\n') answered++;
    else problems.push(`no answer after ${JSON.stringify(after.slice(0, 120))}`);
  };
  const seen = async (): Promise<string> => {
    const banks = [medium.read('a'), medium.read('b')].map((bank) =>
      Buffer.from(bank).toString('base64'),
    );
    return JSON.stringify([await meter.frame(), meter.now(), once.last, stick.place(), banks]);
  };
  const heapNow = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };

  const began = stopwatch.now();
  const harmless = Math.floor(count * 0.8);
  const warm = Math.floor(harmless / 10);
  const before = await seen();
  let heapBefore = 0;
  for (let sent = 0; sent < harmless; sent++) {
    const line = harmlessLine(random);
    await send(line);
    if (sent % goodEvery === 0) await good(line);
    if (sent === warm) heapBefore = heapNow();
    if (sent % lookEvery === 0 && (await seen()) !== before) {
      problems.push(`the meter has changed before line ${sent}, the last of which was ${line}`);
      break;
    }
  }
  if ((await seen()) !== before) problems.push('the meter has changed');
  const heapAfter = heapNow();
  for (let sent = harmless; sent < count; sent++) {
    const line = anyLine(random, once.last + 1);
    await send(line);
    if (sent % goodEvery === 0) await good(line);
  }
  client.close();
  const heap = globalThis.gc ? ([heapBefore, heapAfter] as const) : undefined;
  if (heap && heapAfter - heapBefore > mostGrowth) problems.push('the heap has grown');
  const seconds = (stopwatch.now() - began) / 1000;
  return { harmless, any: count - harmless, answered, seconds, heap, problems };
}
