import { TestStepResultStatus, getWorstTestStepResult as theirs } from '@cucumber/messages';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { getWorstTestStepResult as ours } from './worst-result.ts';

const result = fc.record({
  status: fc.constantFrom(...Object.values(TestStepResultStatus)),
  duration: fc.record({ seconds: fc.nat(), nanos: fc.nat() }),
});

test('the worst result is the one that the runner takes', async () => {
  await fc.assert(
    fc.property(fc.array(result, { maxLength: 6 }), (results) => {
      expect(ours(results)).toEqual(theirs(results));
    }),
    { numRuns: 500 },
  );
});
