import { Bench, noRecord } from '#bench';
import type { Meter } from '#core';
import { modelNamed } from '#models';
import { loadRig, openMeter, type Rig } from '#rigs';
import { atMost, type Figure, median } from './measure.ts';
import { keysOf, logIn, type Rate, rateOf } from './round-trips.ts';

const rounds = 7;
const pressesARound = 6_000;

/** The same meter to a bench that cannot look into its books. */
const withoutBooks = (meter: Meter): Meter => {
  const { ledger: _ledger, ...rest } = meter;
  return {
    ...rest,
    press: (key) => meter.press(key),
    frame: () => meter.frame(),
    wait: (after, limit) => meter.wait(after, limit),
    now: () => meter.now(),
    [Symbol.asyncDispose]: () => meter[Symbol.asyncDispose](),
  };
};

async function benchAt(rig: Rig, meter: Meter): Promise<Bench> {
  const { model: name, ...installation } = rig.meter;
  const model = modelNamed(name);
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...installation, serial: meter.identity.serial }),
    credentials: {},
    recorder: noRecord,
  });
  await bench.begin();
  for (const key of keysOf(logIn)) await bench.press(key);
  return bench;
}

/** What it costs to look into the books of both sides after every key. */
export async function audits(): Promise<readonly Figure[]> {
  const rig = loadRig('rigs/emulator.is440.yaml', {});
  await using meter = await openMeter(rig);
  await using other = await openMeter(rig);
  const audited = await benchAt(rig, meter);
  const plain = await benchAt(rig, withoutBooks(other));
  const rates = { audited: [] as Rate[], plain: [] as Rate[] };
  for (let round = 0; round <= rounds; round += 1) {
    const one = await rateOf((key) => audited.press(key), pressesARound);
    const two = await rateOf((key) => plain.press(key), pressesARound);
    audited.frames.length = 0;
    plain.frames.length = 0;
    if (round === 0) continue; // warming up
    rates.audited.push(one);
    rates.plain.push(two);
  }
  const middle = (list: readonly Rate[]): number => median(list.map((rate) => rate.perSecond));
  const shown = (list: readonly Rate[]): string =>
    `${Math.round(middle(list)).toLocaleString('en')}/s`;
  const ratio = median(
    rates.audited.map((rate, index) => (rates.plain[index]?.perSecond ?? 0) / rate.perSecond),
  );
  return [
    {
      name: `key → frame, with the audit (${audited.audits.toLocaleString('en')} of them)`,
      value: shown(rates.audited),
      reference: `without it ${shown(rates.plain)}, ${plain.audits} audits`,
      ...atMost(ratio, 1.5),
    },
  ];
}
