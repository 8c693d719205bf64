import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { is400 } from '#models';
import { root } from './source.ts';

const text = readFileSync(new URL('docs/fidelity.md', root), 'utf8');
const { 'is-420': is420, 'is-440': is440 } = is400.profiles;
const keys = Object.keys(is440) as (keyof typeof is440)[];

const both = (one: string, other: string): string =>
  one === other ? one : `IS-420: ${one}; IS-440: ${other}`;

/** The row that a profile value must have in the table. */
function rowOf(key: keyof typeof is440): string {
  const [a, b] = [is420[key], is440[key]];
  const value = both(`\`${JSON.stringify(a.value)}\``, `\`${JSON.stringify(b.value)}\``);
  return `| \`${key}\` | ${value} | ${both(a.confidence, b.confidence)} | ${both(a.source, b.source)} |`;
}

test('every profile value is in docs/fidelity.md with its confidence and its source', () => {
  const rows = text.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
  expect(rows).toEqual(keys.map(rowOf));
});

test('every assumed profile value is named in docs/fidelity.md', () => {
  const assumed = keys.filter((key) =>
    [is420[key], is440[key]].some(({ confidence }) => confidence === 'assumed'),
  );
  expect(assumed.length).toBeGreaterThan(0);
  expect(assumed.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});

test('what the scenarios tag as assumed is explained', () => {
  expect(text).toMatch(/@assumed/);
  expect(text).toMatch(/^## Choices that are not profile values$/m);
});
