import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { Bench } from '../bench.ts';
import { OnboardingPanel } from './index.ts';

const rigFile = fileURLToPath(new URL('../../rigs/emulator.onboarding.yaml', import.meta.url));

/** A desk with a meter that replaces another, in a language. */
async function desk(language: 'en' | 'fr-CA') {
  const described = loadRig(rigFile, {});
  const rig = { ...described, meter: { ...described.meter, language } };
  const meter = await openMeter(rig);
  const model = modelNamed('onboarding');
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory(rig.meter),
    credentials: {},
  });
  await bench.begin();
  return { meter, bench, panel: new OnboardingPanel(bench) };
}

test.each(['en', 'fr-CA'] as const)('a customer changes meters, in %s', async (language) => {
  const { meter, panel } = await desk(language);
  await using _meter = meter;
  const { setUp, page } = panel;
  await setUp.prepare({ replaced: '1000789' });
  expect(await setUp.holdings()).toEqual({ meter: 500, replaced: 7350 });
  expect(await setUp.run()).toEqual({ status: 'done' });
  expect(await panel.meter.postage()).toBe(7850);
  expect(await setUp.holdings()).toEqual({ meter: 7850, replaced: 0 });
  expect(setUp.isReplacedWithdrawn).toBe(true);
  expect(await meter.ledger?.figures()).toMatchObject([
    { serial: '2000456', registers: { descending: 7850 }, status: 'in service' },
    { serial: '1000789', registers: { descending: 0 }, status: 'withdrawn' },
  ]);
  expect(meter.dataCentre?.meter('1000789').status).toBe('withdrawn');
  expect(await panel.meter.refill(10_000)).toEqual({ status: 'done' });
  expect(await panel.meter.postage()).toBe(17_850);
  expect(await panel.meter.call('synchronise')).toEqual({ status: 'done' });
  expect(await panel.meter.balance()).toBe(90_000);
  page.expectLanguage();
});

test.each(['en', 'fr-CA'] as const)('a new customer begins on a PC, in %s', async (language) => {
  const { meter, panel } = await desk(language);
  await using _meter = meter;
  await panel.setUp.prepare({ connection: 'pc' });
  expect(await panel.setUp.run()).toEqual({ status: 'done' });
  expect(await panel.meter.postage()).toBe(10_500);
  expect(await panel.meter.balance()).toBe(90_000);
  panel.page.expectLanguage();
  panel.page.expectNeverShown('Neige2015');
});
