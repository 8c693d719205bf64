import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '#models';
import { loadRig } from '#rigs';
import { beginningCuts, cutKinds } from './cut-kinds.ts';
import { callOperationsOf } from './cut-operations.ts';
import { cutProblem, cutTable } from './cut-table.ts';
import { type CutCell, type CutOptions, cuts } from './cuts.ts';

function optionsFor(rigName: string, operation: string): CutOptions {
  const rig = loadRig(`rigs/emulator.${rigName}.yaml`, {});
  const { family } = modelNamed(rig.meter.model);
  return { rig, operations: callOperationsOf(family).filter(({ name }) => name === operation) };
}

/** How many messages each operation has, and how many ways to go on after a cut. */
const operations = ['is440', 'connect-plus'].flatMap((rig) => [
  [rig, 'refill', 4, 2] as const,
  [rig, 'rate update', 6, 1] as const,
  [rig, 'software update', 6, 1] as const,
]);

describe.each([
  ...operations,
  ['onboarding', 'first set-up', 4, 1] as const,
  ['onboarding', 'meter exchange', 8, 1] as const,
])('every cut at every step on the %s', (rig, operation, messages, recoveries) => {
  describe(`of a ${operation}`, () => {
    const cells: CutCell[] = [];
    beforeAll(async () => {
      for await (const cell of cuts(optionsFor(rig, operation))) cells.push(cell);
    }, 120_000);

    test('leaves the books in order, and it has happened once or not at all', () => {
      expect(cells.flatMap((cell) => (cell.problem === null ? [] : cutProblem(cell)))).toEqual([]);
    });

    test('is there', () => {
      const all = (messages * cutKinds.length + beginningCuts.length) * recoveries;
      expect(cells).toHaveLength(all);
      const places = cells.map(
        ({ step, cut, recovery }) => `${step.message} ${cut.name} ${recovery}`,
      );
      expect(new Set(places).size).toBe(all);
    });

    test('falls before it has happened, and after', () => {
      const happened = new Set(cells.map((cell) => cell.happened));
      expect(happened).toContain('at once');
      expect(happened).toContain(rig === 'onboarding' ? 'again' : 'next call');
    });
  });
});

describe('a fault turns cells red', () => {
  test.each([
    ['pending-refill-forgotten-at-power-up', 'refill', 0, 'aft'],
    ['refill-counted-twice-on-a-repeated-answer', 'refill', 0, 'aft'],
    ['refill-asked-under-a-new-key', 'refill', 0, 'aft'],
    ['refill-given-up-without-an-answer', 'refill', 1, 'net'],
    ['refill-added-before-it-is-confirmed', 'refill', -1, 'c0'],
    ['resumed-download-mixes-pieces', 'rate update', 2, 'aft'],
    ['half-a-package-installed-at-power-up', 'software update', 4, 'c0'],
  ])('%s, in a %s', async (fault, operation, message, head) => {
    const options = optionsFor('is440', operation);
    let red: CutCell | undefined;
    for await (const cell of cuts({ ...options, fault, judge: 'checks' })) {
      if (cell.problem !== null) {
        red = cell;
        break;
      }
    }
    expect(red).toMatchObject({ operation, happened: null, step: { message }, cut: { head } });
    expect(cutTable(red ? [red] : []).at(-1)).toMatch(/X$/);
  });
});

test('a rig without a Data Centre is named', async () => {
  const { rig, operations: all } = optionsFor('is440', 'refill');
  const { dataCentre: _none, ...without } = rig;
  await expect(cuts({ rig: without, operations: all }).next()).rejects.toMatchObject({
    code: 'FB_MISSING_CAPABILITY',
  });
});
