import { expect, test } from 'vitest';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { Bench } from './bench.ts';
import { OperatorPanel } from './is400/operator-panel.ts';

const rig = loadRig('rigs/emulator.is440.yaml', {});
const model = modelNamed('is-440');

/** At a meter with so many accounts, in its Account List. */
async function atAccountList(accounts: number) {
  const meter = await openMeter(rig);
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...rig.meter, serial: meter.identity.serial }),
    credentials: { supervisor: rig.meter.supervisorPin },
  });
  await bench.begin();
  const panel = new OperatorPanel(bench);
  await panel.setMode('accounts');
  for (let number = 1001; number < 1000 + accounts; number += 1) {
    await panel.addAccount({ number: String(number), name: `Account ${number}`, active: true });
  }
  await bench.goTo('Account List', 'Accounts');
  return { bench, rows: bench.frame.rows.length };
}

test('a list that the display shows whole is read without a key', async () => {
  const { bench } = await atAccountList(2);
  const before = bench.keyCount;
  const read = await bench.readList();
  expect(read).toHaveLength(3);
  expect(read).toEqual(bench.frame.rows.map(({ text }) => text));
  expect(bench.keyCount).toBe(before);
});

test.each([
  ['at its top', 0],
  ['in its middle', 5],
  ['at its end', 20],
])('a longer one is read row by row, from wherever it stands: %s', async (_, down) => {
  const { bench, rows } = await atAccountList(8);
  for (let presses = 0; presses < down; presses += 1) await bench.press('DOWN');
  const read = await bench.readList();
  expect(read).toHaveLength(9);
  expect(read.length).toBeGreaterThan(rows);
  expect(new Set(read).size).toBe(9);
  expect(bench.selectedRow()?.text).toBe(read.at(-1));
});

test('what is no list has nothing to read', async () => {
  const { bench } = await atAccountList(1);
  await bench.goTo('Supervisor', 'Funds Summary');
  expect(await bench.readList()).toEqual([]);
});
