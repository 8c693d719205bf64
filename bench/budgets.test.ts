import { expect, test } from 'vitest';
import type { Meter, StickPlace } from '#core';
import { openMeter, type Rig } from '#rigs';
import { type Budgets, nothingSpent, postageOf, tooDear, withinBudgets } from './budgets.ts';

const rig: Rig = {
  version: 1,
  description: 'of the tests',
  path: 'test.yaml',
  meter: { model: 'is-440', serial: '440000777', supervisorPin: '2468', creditPence: 10_000 },
  link: { kind: 'in-process' },
  clock: { start: '2026-01-05T09:00:00' },
  stick: { kind: 'image', format: 'FAT16' },
  isAsNew: false,
};

async function within(budgets: Budgets, tags: readonly string[] = []) {
  const meter = await openMeter(rig);
  const spent = nothingSpent();
  return { spent, meter: withinBudgets(meter, budgets, spent, tags), plain: meter };
}

const frank = async (meter: Meter, digits: string) => {
  for (const digit of digits) await meter.press(digit as '1');
  return meter.mail?.feed();
};

test('postage is counted, and a scenario that says too much is not begun', async () => {
  const { meter, spent } = await within({ postagePence: 100 }, ['@postage:60']);
  expect((await frank(meter, '45'))?.value).toBe(45);
  expect(spent.postagePence).toBe(45);
  expect(tooDear({ postagePence: 100 }, spent, ['@postage:60'])).toMatch(
    /franks up to 60 pence, and 55 of the budget of 100 pence are left/,
  );
  expect(tooDear({ postagePence: 100 }, spent, ['@postage:55'])).toBeUndefined();
  expect(tooDear(undefined, spent, ['@postage:1000'])).toBeUndefined();
  expect(postageOf(['@is400', '@postage:7'])).toBe(7);
});

test('a scenario that does not say how much it franks, or has franked that, franks no more', async () => {
  const silent = await within({ postagePence: 100 });
  await expect(frank(silent.meter, '1')).rejects.toThrow(/@postage:<pence>.*FB_RIG_BUDGET/s);
  const dear = await within({ postagePence: 100 }, ['@postage:40']);
  await frank(dear.meter, '45');
  await expect(dear.meter.mail?.feed()).rejects.toThrow(/franked the 40 pence.*FB_RIG_BUDGET/s);
});

test('a PIN is confirmed as often as the budget has it', async () => {
  const { meter, spent } = await within({ pinAttempts: 1 });
  const toPin = async () => {
    await meter.press('MENU');
    for (let rows = 0; rows < 4; rows += 1) await meter.press('DOWN');
    return meter.press('OK');
  };
  const enter = async () => {
    for (const digit of ['1', '1', '1', '1'] as const) await meter.press(digit);
    return meter.press('OK');
  };
  expect((await toPin()).field?.secret).toBe(true);
  await enter();
  expect(spent.pinAttempts).toBe(1);
  if (!(await meter.frame()).field?.secret) {
    await meter.press('HOME');
    await toPin();
  }
  await expect(enter()).rejects.toThrow(/all 1 PIN attempts.*FB_RIG_BUDGET/s);
});

test('the stick is written as often as the budget has it', async () => {
  const { meter, spent } = await within({ stickWrites: 2 });
  const { stick } = meter;
  await stick?.write('a.csv', Uint8Array.of(1));
  expect(await stick?.list()).toEqual([{ name: 'a.csv', size: 1 }]);
  const places: StickPlace[] = ['out', 'host', 'meter'];
  for (const place of places) await stick?.plug(place);
  expect(spent.stickWrites).toBe(2);
  await stick?.plug('host');
  await expect(stick?.remove('a.csv')).rejects.toThrow(/all 2 writes.*FB_RIG_BUDGET/s);
  await expect(stick?.plug('meter')).rejects.toThrow(/FB_RIG_BUDGET/);
});

test('what has no budget goes on as before', async () => {
  const { meter, plain } = await within({ pinAttempts: 5 });
  expect(meter.capabilities).toBe(plain.capabilities);
  expect(await meter.frame()).toEqual(await plain.frame());
  expect(await meter.power?.on()).toEqual(await plain.frame());
  expect(await frank(meter, '1')).toMatchObject({ value: 1 });
  expect(await meter.ledger?.figures()).toEqual(await plain.ledger?.figures());
});
