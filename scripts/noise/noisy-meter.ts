import process from 'node:process';
import { isTouch, VirtualClock } from '#core';
import { type EmulatedMeter, emulatedMeter } from '#emulator';
import { listenTcp, Slot } from '#emulator/link';
import { httpPeer } from '#fixtures';
import { type Controller, isChanging, type Operation } from '#protocol';
import { Noise, NoiseTally, noisePlanSchema, openNoiseProxy } from '#rigs/noise';

/**
 * `fork('scripts/noise/noisy-meter.ts', [model, plan])`: an emulated meter behind its TCP server, and
 * noise before that, in a process of their own: whoever compares runs may be busy, and the link waits
 * for nobody but the meter. It keeps a log of what reached the METER: each key and tap at the meter
 * itself, behind all that a controller does to have it happen once, and each other change that was
 * carried out. Tells the port behind which the noise is, and what has happened when it is asked.
 */
const [model = '', plan = ''] = process.argv.slice(2);
const log: string[] = [];
/** Written down at the meter; and what does nothing to it: the numbers belong to the slot. */
const elsewhere: ReadonlySet<string> = new Set(['press', 'touch', 'resetSequence']);
const watched = new WeakSet<EmulatedMeter>();

/** Writes down what the meter itself is told from now on. */
function watch(meter: EmulatedMeter): void {
  if (watched.has(meter)) return;
  watched.add(meter);
  const feel = meter.feel.bind(meter);
  meter.feel = (press) => {
    log.push(isTouch(press) ? `touch ${press.x},${press.y}` : `press ${press}`);
    return feel(press);
  };
}

const logged = (controller: Controller): Controller => ({
  carryOut: (operation, client) => {
    watch(slot.meter);
    const { op } = operation;
    // TypeScript cannot follow the name through the union of operations.
    if (!elsewhere.has(op) && isChanging(operation as Operation)) log.push(op);
    return controller.carryOut(operation, client);
  },
});

const slot = new Slot({
  model,
  // Each scenario puts one of its own into the slot.
  meter: emulatedMeter(model, {
    clock: new VirtualClock(Date.UTC(2026, 0, 5, 9)),
    supervisorPin: '0000',
  }),
  peerAt: ({ url, token }) =>
    httpPeer(url, { timeoutMs: 10_000, ...(token === undefined ? {} : { token }) }),
  linkFault: {
    name: 'log',
    description: 'none: what passes is written down',
    foundBy: '',
    controller: logged,
  },
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
const host = '127.0.0.1';
const { port } = await listenTcp(slot);
const faults = new NoiseTally();
const noise = new Noise(noisePlanSchema.parse(JSON.parse(plan)), (struck) => faults.add(struck));
const { address } = await openNoiseProxy({ noise, listen: { host, port: 0 }, to: { host, port } });
process.on('message', () =>
  process.send?.({ log, faults: [...faults], answers: noise.messages('to-bench') }),
);
// Its parent has gone.
process.on('disconnect', () => process.exit());
process.send?.(address);
