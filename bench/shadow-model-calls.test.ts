import { describe, expect, test } from 'vitest';
import { minutes, oneDay, serverTroubles } from '#core';
import { loadRig } from '#rigs';
import { cutBank, openWork } from './data-centre/cut-work.ts';
import { fundsPanelOf } from './data-centre/funds-panel-of.ts';
import { postalProfileOf } from './postal-profile.ts';

const banks = ['is440', 'connect-plus'].map((name) =>
  cutBank(loadRig(`rigs/emulator.${name}.yaml`, {}), 'both'),
);

const inPieces = (pieces: number) => ({
  kind: 'software' as const,
  id: '2.0.0',
  content: new Uint8Array(pieces).fill(5),
  pieceBytes: 1,
});

describe.each(banks)('calls to the Data Centre that go by unseen on the $model.name', (bank) => {
  test('are followed to their end', async () => {
    await using work = await openWork(bank, {});
    const { bench } = work;
    const panel = fundsPanelOf(bench);
    const before = await panel.registers();
    await panel.beginRefill(20_000);
    await bench.passTime(minutes(60));
    expect(bench.frame.busy).toBe(false);
    expect(await panel.finishCall()).toEqual({ status: 'done' });
    expect((await panel.registers()).descending).toBe(before.descending + 20_000);
  });

  test('are followed however many pieces a package has', async () => {
    await using work = await openWork(bank, {});
    const { bench, dataCentre } = work;
    const panel = fundsPanelOf(bench);
    dataCentre.offer(inPieces(150));
    await panel.beginCall('synchronisation');
    await bench.passTime(minutes(60));
    expect(await panel.finishCall()).toEqual({ status: 'done' });
    expect((await panel.installed()).software).toBe('2.0.0');
  });

  test.each(serverTroubles)('are followed where one meets this: %s', async (trouble) => {
    for (const after of [0, 1, 2, 3]) {
      await using work = await openWork(bank, {});
      const { bench, dataCentre } = work;
      const panel = fundsPanelOf(bench);
      await panel.beginRefill(20_000);
      for (let passed = 0; passed < after; passed += 1) await bench.awaitFrame(minutes(60));
      dataCentre.fail(trouble, 1);
      await bench.passTime(minutes(60));
      const { status } = await panel.finishCall();
      expect(status).toBe(after < 2 ? 'failed' : 'done');
      // What the bench believes that the meter remembers survives a cut, and goes on from there.
      await bench.powerOff();
      await bench.powerOn();
      expect(await panel.call('balance')).toEqual({ status: 'done' });
      expect(await panel.refill(10_000)).toEqual({ status: 'done' });
    }
  });

  test('are cut unseen, at any byte that is saved of them', async () => {
    for (const bytes of [0, 3_000, 9_000, 15_000, 21_000]) {
      await using work = await openWork(bank, {});
      const { bench } = work;
      const panel = fundsPanelOf(bench);
      await panel.beginRefill(20_000);
      await bench.passTimeAndCut(bytes, minutes(60));
      expect(bench.frame.display).toBe('off');
      await bench.powerOn();
      expect(await panel.call('synchronisation')).toEqual({ status: 'done' });
    }
  });

  test('count for the day on which they were answered', async () => {
    await using work = await openWork(bank, {});
    const { bench, meter } = work;
    const panel = fundsPanelOf(bench);
    const { lockOutDay } = postalProfileOf(bank.model).inspection;
    const midnight = Math.ceil(meter.now() / oneDay) * oneDay;
    await bench.passTime(midnight - meter.now() - 3_000);
    // The session is opened before midnight, and the registers are read after it.
    await panel.beginCall('inspection');
    await bench.passTime(lockOutDay * oneDay + 3_000 - 1);
    expect(await panel.finishCall()).toEqual({ status: 'done' });
    expect(await panel.standing()).toBe('due');
    await bench.passTime(1);
    expect(await panel.standing()).toBe('locked');
  });
});
