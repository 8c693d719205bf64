import { expect, test } from 'vitest';
import { sourceFiles } from './source.ts';

/** Libraries that a run without any report must not pay for. */
const onDemand = [
  ...[
    '@cyclonedx/cyclonedx-library',
    '@e965/xlsx',
    'cfb',
    'csv-parse',
    'csv-stringify',
    'iconv-lite',
    'pdfkit',
    'unpdf',
  ],
].join('|');

test('what only reports need is loaded when a report is written or read', () => {
  const atStart = new RegExp(
    `^(?:import|export) (?!type )[^;]*?from '(?:${onDemand})(?:/[^']*)?';`,
    'm',
  );
  const early = sourceFiles()
    .filter(({ path }) => !path.endsWith('.test.ts') && !path.startsWith('bench/figures/'))
    .filter(({ text }) => atStart.test(text))
    .map(({ path }) => path);
  expect(early).toEqual([]);
  expect(atStart.test("import {\n  parse,\n} from 'csv-parse/sync';")).toBe(true);
});
