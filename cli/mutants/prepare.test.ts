import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { prepareExaminations } from './prepare.ts';

const root = new URL('../../', import.meta.url);
const shell = { root, env: {}, path: (name: string) => fileURLToPath(new URL(name, root)) };
const is440 = 'rigs/emulator.is440.yaml';

const namesOf = async (
  features: readonly string[],
  choice: { readonly rig?: string; readonly only?: readonly string[] },
) =>
  (await prepareExaminations(shell, features, choice)).map(({ rig, faults }) => ({
    rig,
    names: faults.map(({ name }) => name),
  }));

describe('what is examined', () => {
  test('are the faults of a panel by the features of its machine', async () => {
    const [only, ...others] = await namesOf(['features/is400'], {});
    expect(others).toEqual([]);
    expect(only?.rig).toBe(is440);
    expect(only?.names).toContain('delete-keeps-account');
    expect(only?.names).not.toContain('refill-a-penny-short');
  });

  test('are the faults in the ledger by the features of all machines, on two of them', async () => {
    const examined = await namesOf(['features/funds'], {});
    expect(examined.map(({ rig }) => rig)).toEqual([is440, 'rigs/emulator.connect-plus.yaml']);
    for (const { names } of examined) {
      expect(names).toContain('refill-a-penny-short');
      expect(names).not.toContain('delete-keeps-account');
    }
  });

  test('are all faults of the machine by features of which nothing is known', async () => {
    const [only] = await namesOf(['mine.feature'], {});
    expect(only?.names).toContain('refill-a-penny-short');
    expect(only?.names).toContain('delete-keeps-account');
  });

  test('are single faults, on the machines that can have them', async () => {
    const only = ['rate-table-applied-half'];
    expect(await namesOf(['features/funds'], { only })).toEqual([
      { rig: 'rigs/emulator.connect-plus.yaml', names: only },
    ]);
  });
});

describe('nothing is examined', () => {
  test('where no fault is called that', async () => {
    await expect(namesOf(['features/funds'], { only: ['none-such'] })).rejects.toMatchObject({
      code: 'FB_UNKNOWN_MODEL',
    });
  });

  test('where the features are for another machine than the one on the rig', async () => {
    await expect(namesOf(['features/connect-plus'], { rig: is440 })).rejects.toMatchObject({
      code: 'FB_USAGE',
    });
  });
});
