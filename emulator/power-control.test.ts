import { expect, test } from 'vitest';
import { type Key, VirtualClock } from '#core';
import { emulatedMeter } from './emulate.ts';

const meterOn = () =>
  emulatedMeter('is-440', { clock: new VirtualClock(0), supervisorPin: '2468' });

const toAccountsMode = 'MENU 1 4 2 4 6 8 OK 5 1 DOWN DOWN OK'.split(' ') as readonly Key[];

test('a cut that is armed falls while the memory is written, and the mode is the old one', async () => {
  await using meter = meterOn();
  await meter.power.cutWhenWriting?.(100);
  for (const key of toAccountsMode) await meter.press(key);
  expect((await meter.frame()).display).toBe('off');
  const { title, rows } = await meter.power.on();
  expect([title, rows.length]).toEqual(['Home', 1]);
});

test('a cut that was armed and did not fall is gone with the power', async () => {
  await using meter = meterOn();
  await meter.power.cutWhenWriting?.(100);
  await meter.power.off();
  await meter.power.on();
  for (const key of toAccountsMode) await meter.press(key);
  expect((await meter.frame()).title).toBe('Account Mode Changed');
});
