import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import * as ours from './scope.ts';

const runner = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber'));
const theirs: typeof ours = runner('../lib/runtime/scope');

test.each(['runInTestCaseScope', 'runInTestRunScope'] as const)(
  '%s gives what work gives, as the runner does',
  async (name) => {
    for (const { [name]: run } of [ours, theirs]) {
      await expect(run({}, () => 1)).resolves.toBe(1);
      await expect(run({}, async () => 2)).resolves.toBe(2);
      const failing = () => {
        throw new Error('no');
      };
      await expect(run({}, failing)).rejects.toThrow('no');
      await expect(run({}, async () => failing())).rejects.toThrow('no');
    }
  },
);
