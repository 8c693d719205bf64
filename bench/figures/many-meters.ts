import process from 'node:process';
import { VirtualClock } from '#core';
import { type EmulatedMeter, emulatedMeter } from '#emulator';
import { type Figure, now } from './measure.ts';

const meterCount = 1000;

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

/** A thousand meters in this process, each with power on and at its first screen. */
export async function manyMeters(): Promise<readonly Figure[]> {
  const options = { supervisorPin: '2468' };
  const first = emulatedMeter('is-440', { ...options, clock: new VirtualClock() });
  globalThis.gc?.();
  const before = process.memoryUsage();
  const began = now();
  const meters: EmulatedMeter[] = [];
  for (let count = 0; count < meterCount; count += 1) {
    meters.push(emulatedMeter('is-440', { ...options, clock: new VirtualClock() }));
  }
  const took = now() - began;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const titles = new Set<string>();
  for (const meter of [first, ...meters]) titles.add((await meter.frame()).title);
  const heap = megabytes(after.heapUsed + after.external - before.heapUsed - before.external);
  return [
    {
      name: '1,000 emulated meters',
      value: `${heap.toFixed(1)} MiB in all, ${(took / meterCount).toFixed(3)} ms each to start`,
      reference: `${[...titles].join()} shown by ${meters.length + 1}`,
    },
  ];
}
