import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { modelNamed } from '#models';
import { EmulatedMeter } from './emulated-meter.ts';
import type { MeterFault } from './faults/fault.ts';
import { faultNamed } from './faults/fault-named.ts';

const model = modelNamed('is-440');
const start = Date.UTC(2026, 0, 5, 9);
const wrongPin = ['MENU', '1', '4', '9', '9', '9', '9', 'OK'] as const;

/** The title of the screen that a wrong supervisor PIN leads to. */
async function afterWrongPin(fault?: MeterFault): Promise<string> {
  const clock = new VirtualClock(start);
  await using meter = new EmulatedMeter({
    model,
    clock,
    supervisorPin: '2468',
    ...(fault ? { fault } : {}),
  });
  for (const key of wrongPin) await meter.press(key);
  return (await meter.frame()).title;
}

test('a fault is in the meter that has it, whatever meters did the same before', async () => {
  const fault = await faultNamed('is-440', 'wrong-pin-accepted');
  const titles: string[] = [];
  for (const one of [undefined, fault, undefined, fault]) titles.push(await afterWrongPin(one));
  expect(titles).toEqual([
    ...['Supervisor Log-in', 'Supervisor Menu'],
    ...['Supervisor Log-in', 'Supervisor Menu'],
  ]);
});

test('meters side by side go their own ways from where they were alike', async () => {
  const meters = ['2468', '1357'].map(
    (supervisorPin) =>
      new EmulatedMeter({ model, clock: new VirtualClock(start), supervisorPin, creditPence: 500 }),
  );
  for (const key of ['MENU', '1', '4', '2', '4', '6', '8', 'OK'] as const) {
    for (const meter of meters) await meter.press(key);
  }
  const titles = [];
  for (const meter of meters) {
    titles.push((await meter.frame()).title);
    await meter[Symbol.asyncDispose]();
  }
  expect(titles).toEqual(['Supervisor Menu', 'Supervisor Log-in']);
});
