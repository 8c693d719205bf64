import process from 'node:process';
import { isTouch, VirtualClock } from '#core';
import { type EmulatedMeter, emulatedMeter } from '#emulator';
import { listenTcp, Slot } from '#emulator/link';
import { httpPeer } from '#fixtures';
import { type Controller, isChanging, type Operation } from '#protocol';

/**
 * `fork('scripts/noise/meter.ts', [model])`: an emulated meter behind its TCP server, in a process of its
 * own, that keeps a log of what reached the METER: each key and tap at the meter itself, behind all
 * that a controller does to have it happen once, and each other change that was carried out.
 * Tells its port, and the log when it is asked for.
 */
const [model = ''] = process.argv.slice(2);
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
const server = await listenTcp(slot);
process.on('message', () => process.send?.({ log: log.splice(0) }));
// Its parent has gone.
process.on('disconnect', () => process.exit());
process.send?.({ port: server.port });
