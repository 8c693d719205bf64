import { describe, expect, test } from 'vitest';
import { type LedgerFigures, type Meter, minutes, oneDay } from '#core';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { Bench, type Judge } from './bench.ts';
import { fundsPanelOf } from './data-centre/funds-panel-of.ts';
import { keptEntries } from './recorded.test-data.ts';

const rig = loadRig('rigs/emulator.is440.yaml', {});
const model = modelNamed('is-440');

/** A bench at a meter whose books can be falsified from some moment on. */
async function audited({
  judge = 'both',
  hasLedger = true,
}: {
  judge?: Judge;
  hasLedger?: boolean;
} = {}) {
  const real = await openMeter(rig);
  const { ledger, ...others } = real;
  let falsified: Partial<LedgerFigures> = {};
  const meter: Meter = {
    ...others,
    ...(ledger && hasLedger
      ? {
          ledger: {
            figures: async () => (await ledger.figures()).map((one) => ({ ...one, ...falsified })),
          },
        }
      : {}),
    press: (key) => real.press(key),
    frame: () => real.frame(),
    wait: (after, limit) => real.wait(after, limit),
    now: () => real.now(),
    [Symbol.asyncDispose]: () => real[Symbol.asyncDispose](),
  };
  const { recorder, entries } = keptEntries();
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...rig.meter, serial: meter.identity.serial }),
    credentials: { supervisor: rig.meter.supervisorPin },
    recorder,
    judge,
  });
  await bench.begin();
  const falsify = (change: Partial<LedgerFigures>) => {
    falsified = change;
  };
  return { bench, falsify, entries, panel: fundsPanelOf(bench) };
}

describe('the books are looked into', () => {
  test.each<[string, (bench: Bench) => Promise<unknown>]>([
    ['a key', (bench) => bench.press('MENU')],
    ['a key that nothing comes of', (bench) => bench.press('LEFT')],
    ['a piece', (bench) => bench.feed()],
    ['a day', (bench) => bench.passTime(oneDay)],
    ['a cut', (bench) => bench.powerOff()],
    ['a cut as a piece is saved', (bench) => bench.feedAndCut(10)],
    ['a stick', (bench) => bench.plugStick('out')],
  ])('after %s', async (_what, act) => {
    const { bench } = await audited();
    const before = bench.audits;
    await act(bench);
    expect(bench.audits).toBe(before + 1);
    const other = await audited();
    other.falsify({ refilled: 9 });
    await expect(act(other.bench)).rejects.toMatchObject({
      code: 'FB_EXPECTATION',
      message: expect.stringContaining('control total of meter 440000123'),
    });
  });

  test('after power comes on', async () => {
    const { bench, falsify } = await audited();
    await bench.powerOff();
    falsify({ sequence: 1 });
    await expect(bench.powerOn()).rejects.toMatchObject({ code: 'FB_EXPECTATION' });
  });

  test('at every message of a call', async () => {
    const { bench, panel } = await audited();
    await panel.beginRefill(20_000);
    const before = bench.audits;
    await bench.passTime(minutes(60));
    expect(bench.audits - before).toBeGreaterThanOrEqual(4);
  });
});

test('what is wrong with them is written down where checks do not judge', async () => {
  const { bench, falsify, entries } = await audited({ judge: 'shadow' });
  falsify({ refilled: 9 });
  await bench.press('MENU');
  expect(entries).toContainEqual({
    type: 'check',
    what: 'control total of meter 440000123',
    expected: '9 refilled',
    seen: '10000',
    holds: false,
    judged: false,
  });
});

test('a rig that has no books is worked as ever', async () => {
  const { bench } = await audited({ hasLedger: false });
  await bench.press('MENU');
  expect(bench.audits).toBe(0);
});
