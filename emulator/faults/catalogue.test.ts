import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { modelNamed, modelNames } from '#models';
import { EmulatedMeter } from '../emulated-meter.ts';
import { fundsFaults, meterFaults } from './catalogue.ts';
import type { MeterFault } from './fault.ts';
import { faultNamed, loadFaults } from './fault-named.ts';

const meterWith = (modelName: string, fault: MeterFault): EmulatedMeter =>
  new EmulatedMeter({
    model: modelNamed(modelName),
    clock: new VirtualClock(0),
    supervisorPin: '2468',
    fault,
  });

const all = [...Object.values(meterFaults), ...Object.values(fundsFaults)].flat();
/** A fault that machines of several families can have has one name, and stands here once. */
const faults = [...new Map(all.map((fault) => [fault.name, fault])).values()];

const faultsOf = (model: string): readonly MeterFault[] => {
  const { family } = modelNamed(model);
  return [...meterFaults[family], ...(fundsFaults[family] ?? [])];
};

describe('the catalogue of firmware faults', () => {
  test('has at least 20 faults in the ledger and in calls for each machine that has both', () => {
    for (const family of Object.values(fundsFaults)) {
      expect(family.length).toBeGreaterThanOrEqual(20);
    }
  });

  test('has at least 24 faults, with names in kebab-case', () => {
    const names = faults.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(24);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });

  test.each(modelNames)('has no two faults of an %s under one name', (model) => {
    const names = faultsOf(model).map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test('a name means the same fault in every family of machines', () => {
    const descriptions = new Map(faults.map(({ name, description }) => [name, description]));
    for (const { name, description } of all) expect(description).toBe(descriptions.get(name));
  });

  test.each(faults)('says in a sentence what "$name" does', (fault) => {
    expect(fault.description).toMatch(/^["A-Z].{20,}\.$/);
    const { model, memory, stick, peer, dataCentre, swallowsKey, reportFile } = fault;
    const parts = [model, memory, stick, peer, dataCentre, swallowsKey, reportFile];
    expect(parts.some((part) => part !== undefined)).toBe(true);
  });

  for (const modelName of modelNames) {
    test.each(faultsOf(modelName))(
      `an ${modelName} with "$name" comes up at Home`,
      async (fault) => {
        await using meter = meterWith(modelName, fault);
        const { title } = await meter.frame();
        expect(title).toBe('Home');
      },
    );
  }

  test('a fault makes its machine once for each model', () => {
    const base = modelNamed('is-440');
    for (const { model } of faultsOf('is-440')) {
      if (model) expect(model(base)).toBe(model(base));
    }
  });

  test('no fault leaks into a meter without one', async () => {
    const model = modelNamed('is-440');
    for (const fault of faultsOf('is-440')) expect(fault.model?.(model)).not.toBe(model);
    await using meter = new EmulatedMeter({
      model,
      clock: new VirtualClock(0),
      supervisorPin: '2468',
    });
    await meter.press('1');
    await meter.press('1');
    const { field } = await meter.frame();
    expect(field?.value).toBe('0.11');
  });

  test('a fault is found by its name, and a name that there is not is an error', async () => {
    for (const fault of faultsOf('is-440')) {
      expect(await faultNamed('is-440', fault.name)).toBe(fault);
    }
    await expect(faultNamed('is-440', 'none-such')).rejects.toMatchObject({
      code: 'FB_UNKNOWN_MODEL',
    });
  });

  test('the features of a machine are to catch the faults of its panel, shared ones the others', async () => {
    expect(await loadFaults('is-440', 'is400')).toEqual(meterFaults.is400);
    expect(await loadFaults('is-440', 'funds')).toEqual(fundsFaults.is400);
    expect(await loadFaults('is-440', 'connect-plus')).toEqual([]);
    expect(await loadFaults('is-440')).toEqual(faultsOf('is-440'));
  });
});
