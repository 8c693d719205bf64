import { VirtualClock } from '#core';
import { createStick, emulatedMeter } from '#emulator';
import { listenTcp, Slot } from '#emulator/link';
import { loadRig, openMeter } from '#rigs';
import { type Figure, now } from './measure.ts';
import { keysOf, logIn, rateOf } from './round-trips.ts';

const meters = 100;
const pressesEach = 60;

/** A hundred meters with their sticks on ports of one process, each worked by a client of its own. */
export async function hundredMeters(): Promise<Figure> {
  await using open = new AsyncDisposableStack();
  const base = loadRig('rigs/emulator.is440.yaml', {});
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const ports: number[] = [];
  for (let index = 0; index < meters; index += 1) {
    const clock = new VirtualClock(Date.parse(`${base.clock.start}Z`));
    const stick = await createStick(clock, { kind: 'FAT16' });
    const meter = emulatedMeter('is-440', { clock, stick, supervisorPin: '2468' });
    const peerAt = (): never => {
      throw new Error('these meters call nobody');
    };
    const slot = open.use(new Slot({ model: 'is-440', meter, stick, peerAt }));
    ports.push(open.use(await listenTcp(slot)).port);
  }
  globalThis.gc?.();
  const each = (process.memoryUsage().heapUsed - before) / meters;
  const { dataCentre: _none, ...rig } = base;
  const clients = await Promise.all(
    ports.map(async (port) => {
      const meter = await openMeter({ ...rig, link: { kind: 'tcp', host: '127.0.0.1', port } });
      for (const key of keysOf(logIn)) await meter.press(key);
      return open.use(meter);
    }),
  );
  const began = now();
  const rates = await Promise.all(
    clients.map((meter) => rateOf((key) => meter.press(key), pressesEach)),
  );
  const seconds = (now() - began) / 1000;
  const slowest = Math.max(...rates.map(({ p99Us }) => p99Us)) / 1000;
  return {
    name: `${meters} meters served by one process, its clients in it too`,
    value:
      `${Math.round((meters * pressesEach) / seconds).toLocaleString('en')} keys/s in all, ` +
      `slowest key ${slowest.toFixed(0)} ms, ${(each / 1024).toFixed(0)} KiB a meter`,
  };
}
