import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from '#core';
import { root } from './source.ts';

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('every error code has its heading in docs/errors.md, in the same order', () => {
  const headings = [...read('docs/errors.md').matchAll(/^## (\S+)$/gm)].map(([, code]) => code);
  expect(headings).toEqual(Object.keys(errorCodes));
});

test('every error code says what it means, who acts, why it happens and the way out', () => {
  const [, ...sections] = read('docs/errors.md').split(/^## /m);
  for (const section of sections) {
    const [code = '', meaning] = section.split('\n');
    expect(meaning, code).toMatch(/\w.*\.$/);
    for (const part of ['Who acts', 'Usual causes', 'Way out']) {
      expect(section, code).toMatch(new RegExp(`^- \\*\\*${part}:\\*\\* \\S`, 'm'));
    }
  }
});

test('every dependency has its row with its exact version in the README, and no other has one', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const rows = [...read('README.md').matchAll(/^\| `([^`]+)` \| (\d[^ |]*) \| *\S[^|]* \| *\S/gm)];
  expect(Object.fromEntries(rows.map(([, name, version]) => [name, version]))).toEqual({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  });
});
