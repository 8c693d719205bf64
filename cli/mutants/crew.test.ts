import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadRig } from '#rigs';
import { examineAll, runUnmutated } from './crew.ts';
import type { FaultFindings } from './findings.ts';
import { isGreen } from './print.ts';
import type { SuiteRequest } from './suite.ts';

const root = new URL('../../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, root));

/** The same features on a machine of each of two families, whose steps differ. */
const requests: readonly SuiteRequest[] = ['is440', 'connect-plus'].map((rig) => ({
  root: root.href,
  features: [path('features/funds/registers.feature')],
  rig: loadRig(path(`rigs/emulator.${rig}.yaml`), {}),
}));

test('machines of two families are examined one after the other', { timeout: 60_000 }, async () => {
  const fault = { name: 'refill-a-penny-short', description: 'A refill adds a penny less.' };
  for (const request of requests) {
    const { parts, ...unmutated } = await runUnmutated(request);
    expect(isGreen(unmutated)).toBe(true);
    const found: FaultFindings[] = [];
    await examineAll({ ...request, parts }, [fault], 1, (findings) => found.push(findings));
    expect(found).toMatchObject([{ ...fault, checks: { status: 'caught' } }]);
  }
});
