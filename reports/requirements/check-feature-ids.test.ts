import { expect, test } from 'vitest';
import { catalogueOf } from './catalogue.test-data.ts';
import { checkFeatureIds } from './check-feature-ids.ts';
import { requirementIdsOf } from './requirement-tags.ts';
import { unknownIds } from './unknown-ids.ts';

const catalogue = catalogueOf('IS4-ACC-01', 'IS4-ACC-02', 'IS4-CRD-01');

test('only tags in capitals with hyphens are ids', () => {
  expect(
    requirementIdsOf(['@is400', '@assumed', '@requires:stick-fat16', '@language:fr-CA']),
  ).toEqual([]);
  expect(requirementIdsOf(['@IS4-ACC-02', '@slow', '@ONB-FR-PRO-01'])).toEqual([
    'IS4-ACC-02',
    'ONB-FR-PRO-01',
  ]);
});

test('a catalogue and tags are compared both ways, each id once', () => {
  const { inFeatures, inCatalogue } = unknownIds(catalogue, [
    '@IS4-ACC-01',
    '@IS4-ACC-99',
    '@IS4-ACC-99',
    '@assumed',
  ]);
  expect(inFeatures).toEqual(['IS4-ACC-99']);
  expect(inCatalogue.map(({ id }) => id)).toEqual(['IS4-ACC-02', 'IS4-CRD-01']);
});

test('features whose ids are all known may run, though the catalogue has more', () => {
  const planned = [{ id: 'features/a.feature:3', name: 'One', tags: ['@is400', '@IS4-ACC-01'] }];
  expect(() => checkFeatureIds(catalogue, planned)).not.toThrow();
});

test('an unknown id stops them with its place, how often it is there, and the nearest id', () => {
  const planned = [
    { id: 'features/a.feature:3', name: 'One', tags: ['@IS4-ACC-01'] },
    { id: 'features/a.feature:9', name: 'Two', tags: ['@IS4-CRD-11'] },
    { id: 'features/a.feature:14', name: 'Three', tags: ['@IS4-CRD-11', '@XX-1'] },
  ];
  expect(() => checkFeatureIds(catalogue, planned)).toThrow(
    [
      'The features have ids that are not in the requirements catalogue:',
      '  features/a.feature:9: "Two" (and 1 more) carries IS4-CRD-11; docs/requirements.yaml has no such id (did you mean IS4-CRD-01?)',
      '  features/a.feature:14: "Three" carries XX-1; docs/requirements.yaml has no such id (did you mean IS4-ACC-01?)',
    ].join('\n'),
  );
  expect(() => checkFeatureIds(catalogue, planned)).toThrow(/\(FB_REQUIREMENTS\)$/);
});
