import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectPlus, type Fact, is400, onboarding } from '#models';
import { root } from './source.ts';

const text = readFileSync(new URL('docs/fidelity.md', root), 'utf8');

type Facts = Readonly<Record<string, Fact<unknown>>>;

/** The tables: under which heading, and the profiles in it by the name of their machine. */
const tables: Readonly<Record<string, Readonly<Record<string, Facts>>>> = {
  'Profile values of the IS-420 and IS-440': {
    'IS-420': is400.profiles['is-420'],
    'IS-440': is400.profiles['is-440'],
  },
  'Profile values of the Connect+': {
    'United Kingdom': connectPlus.profiles['connect-plus'],
    Canada: connectPlus.profiles['connect-plus-ca'],
  },
  'Profile values of the onboarding': { Onboarding: onboarding.profiles.onboarding },
};

const section = (heading: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** One word where all machines agree, otherwise each with its name. */
function told(values: Readonly<Record<string, string>>): string {
  const [first = '', ...others] = Object.values(values);
  if (others.every((other) => other === first)) return first;
  return Object.entries(values)
    .map(([machine, value]) => `${machine}: ${value}`)
    .join('; ');
}

/** The row that a profile value must have in its table. */
function rowOf(key: string, profiles: Readonly<Record<string, Facts>>): string {
  const of = (part: (fact: Fact<unknown>) => string): string =>
    told(
      Object.fromEntries(
        Object.entries(profiles).map(([machine, facts]) => [
          machine,
          facts[key] ? part(facts[key]) : '',
        ]),
      ),
    );
  const value = of((fact) => `\`${JSON.stringify(fact.value).replaceAll('|', '\\|')}\``);
  return `| \`${key}\` | ${value} | ${of((fact) => fact.confidence)} | ${of((fact) => fact.source)} |`;
}

test.each(Object.entries(tables))(
  '"%s" has every value with its confidence and its source',
  (heading, profiles) => {
    const rows = section(heading)
      .split('\n')
      .filter((line) => /^\| `\w+` \|/.test(line));
    const keys = [...new Set(Object.values(profiles).flatMap((facts) => Object.keys(facts)))];
    expect(keys.length).toBeGreaterThan(10);
    expect(rows.toSorted()).toEqual(keys.map((key) => rowOf(key, profiles)).toSorted());
  },
);

test('what the scenarios tag as assumed is explained', () => {
  expect(text).toMatch(/@assumed/);
  expect(text).toMatch(/^## Choices that are not profile values: IS-420 and IS-440$/m);
  expect(text).toMatch(/^## Choices that are not profile values: Connect\+$/m);
});
