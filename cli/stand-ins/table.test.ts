import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import Table from './table.ts';

const runner = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber'));

test('the definitions that a step fits are told as the package tells them', () => {
  const { getAmbiguousStepException } = runner('../lib/runtime/helpers');
  const definitions = [
    { pattern: 'the {word} account', uri: 'steps/a.steps.ts', line: 5 },
    { pattern: /^the default account$/, uri: 'steps/is400/accounts.steps.ts', line: 120 },
  ];
  // What the runner draws them with.
  const table = new Table({ chars: { middle: ' - ' } });
  table.push(...definitions.map(({ pattern, uri, line }) => [String(pattern), `${uri}:${line}`]));
  const said = `Multiple step definitions match:\n${String(table).replaceAll(/^/gm, '  ')}`;
  expect(said).toBe(getAmbiguousStepException(definitions));
});
