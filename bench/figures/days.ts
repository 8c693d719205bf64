import { Bench, fundsPanelOf, noRecord } from '#bench';
import { BenchError, oneDay } from '#core';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { type Figure, median, now } from './measure.ts';

const rounds = 15;
const warmUps = 3;
const aimMs = 20;
const days = 28;

const rigs = ['is420', 'is440', 'connect-plus'];

/** A piece is franked, four weeks pass, day by day; then the machine calls its Data Centre, and both sides are compared. */
export async function fourWeeks(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const rig of rigs) figures.push(await fourWeeksOn(rig));
  return figures;
}

async function fourWeeksOn(rigName: string): Promise<Figure> {
  const rig = loadRig(`rigs/emulator.${rigName}.yaml`, {});
  const { model: name, ...installation } = rig.meter;
  const model = modelNamed(name);
  const waits: number[] = [];
  const jumps: number[] = [];
  let audits = 0;
  const plans = new Map();
  for (let round = 0; round < warmUps + rounds; round += 1) {
    await using meter = await openMeter(rig);
    const bench = new Bench({
      meter,
      model,
      memory: model.factoryMemory({ ...installation, serial: meter.identity.serial }),
      credentials: { supervisor: installation.supervisorPin },
      recorder: noRecord,
      plans,
    });
    await bench.begin();
    const panel = fundsPanelOf(bench);
    const began = now();
    await panel.frank();
    const franked = now();
    for (let day = 0; day < days; day += 1) await bench.passTime(oneDay);
    const passed = now();
    const { status } = await panel.call('balance');
    const standing = await panel.standing();
    const { ascending } = await panel.registers();
    const ended = now();
    const known = meter.dataCentre?.meter().registers?.ascending;
    if (status !== 'done' || standing !== 'in order' || !ascending || ascending !== known) {
      throw new BenchError('FB_EXPECTATION', `after four weeks: ${status}, ${standing}`);
    }
    ({ audits } = bench);
    if (round < warmUps) continue;
    waits.push(ended - began);
    jumps.push(passed - franked);
  }
  const ms = median(waits);
  return {
    name: `28 days on the ${name}, day by day, and a call`,
    value: `${ms.toFixed(2)} ms, ${audits} audits`,
    reference: `the days alone ${median(jumps).toFixed(2)} ms`,
    aim: `< ${aimMs} ms`,
    met: ms < aimMs,
  };
}
