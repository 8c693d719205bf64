import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { families } from '#models';
import { loadRequirements, type RequirementCatalogue } from '#reports';
import { disagreements } from './disagreements.ts';
import { listRequirements, requirementLines } from './list-requirements.ts';
import { type ReadFeatures, readFeatures } from './read-features.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ours = {
  ...loadRequirements(`${root}docs/requirements.yaml`),
  path: 'docs/requirements.yaml',
};
const features = readFeatures([`${root}features`], root);

describe('the catalogue that comes along', () => {
  test('and the features know the same ids', () => {
    expect(ours.requirements.length).toBeGreaterThan(200);
    expect(disagreements(ours, features)).toEqual([]);
  });

  test('names families that there are', () => {
    const named = new Set(ours.requirements.flatMap(({ machines }) => machines));
    expect([...named].sort()).toEqual([...families].sort());
  });

  test('has assumed scenarios only for what was read nowhere', () => {
    const bold = listRequirements(ours, features).filter(
      ({ assumed, scenarios, source }) =>
        assumed < scenarios.length && source.every(({ kind }) => kind === 'assumed'),
    );
    expect(bold.map(({ id }) => id)).toEqual([]);
  });

  test('says what is assumed where a scenario rests on an assumption', () => {
    const silent = listRequirements(ours, features).filter(
      ({ assumed, source }) => assumed > 0 && source.every(({ kind }) => kind !== 'assumed'),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

const [sample] = ours.requirements;
const entry = (id: string, line: number) => ({
  ...(sample ?? expect.fail('The catalogue is empty.')),
  id,
  title: `Title of ${id}`,
  group: 'Accounts',
  line,
});

const small: RequirementCatalogue = {
  path: 'docs/requirements.yaml',
  requirements: [entry('A-1', 7), entry('A-2', 20)],
};

const some: ReadFeatures = {
  scenarios: [
    { id: 'a.feature:8', name: 'First', tags: ['@A-1'] },
    { id: 'a.feature:12', name: 'Second', tags: ['@A-1', '@assumed'] },
    { id: 'a.feature:17', name: 'Third', tags: ['@A-2'] },
  ],
  rules: [
    { id: 'a.feature:6', name: 'One', tags: ['@A-1'] },
    { id: 'a.feature:15', name: 'Two', tags: ['@A-2'] },
  ],
};

describe('a disagreement names file and line:', () => {
  test('none where both know the same', () => {
    expect(disagreements(small, some)).toEqual([]);
  });

  test('an id that the catalogue lacks', () => {
    const more = { id: 'b.feature:4', name: 'Other', tags: ['@A-11'] };
    expect(disagreements(small, { ...some, scenarios: [...some.scenarios, more] })).toEqual([
      'b.feature:4: "Other" carries A-11; docs/requirements.yaml has no such id (did you mean A-1?)',
    ]);
  });

  test('a requirement that no scenario carries, though a rule without scenarios does', () => {
    expect(disagreements(small, { ...some, scenarios: some.scenarios.slice(0, 2) })).toEqual([
      'docs/requirements.yaml:20: no scenario carries A-2 "Title of A-2"',
    ]);
  });

  test('a rule without an id, and a scenario without one', () => {
    const rules = [...some.rules, { id: 'b.feature:3', name: 'Bare', tags: ['@assumed'] }];
    const scenarios = [...some.scenarios, { id: 'b.feature:5', name: 'Lost', tags: ['@slow'] }];
    expect(disagreements(small, { scenarios, rules })).toEqual([
      'b.feature:3: the rule "Bare" has no id',
      'b.feature:5: "Lost" carries no id',
    ]);
  });
});

test('two rules may share an id behind their own, and not their own', () => {
  const shared = (own: string, line: number) => ({
    id: `b.feature:${line}`,
    name: `Rule ${line}`,
    tags: ['@slow', `@${own}`, '@A-2'],
  });
  expect(disagreements(small, { ...some, rules: [shared('A-1', 3), shared('A-2', 9)] })).toEqual(
    [],
  );
  expect(disagreements(small, { ...some, rules: [shared('A-1', 3), shared('A-1', 9)] })).toEqual([
    'b.feature:9: the rule "Rule 9" has the id A-1 of b.feature:3',
  ]);
});

test('the list has every requirement with its risk, its scenarios and those that are assumed', () => {
  expect(requirementLines(listRequirements(small, some))).toEqual([
    'id   title         risk    scenarios  @assumed',
    '',
    'Accounts',
    'A-1  Title of A-1  medium          2         1',
    'A-2  Title of A-2  medium          1         0',
    '',
    '2 requirements, carried by 3 scenarios.',
  ]);
});
