import { expect, test } from 'vitest';
import matchIndices from './match-indices.ts';

const found = (regexp: RegExp, text: string) => {
  const match = matchIndices(regexp, text);
  return match && { groups: [...match], indices: [...(match.indices ?? [])] };
};

test('a match says where its groups are', () => {
  expect(found(/^the (\w+)(?: of (\w+))?$/, 'the row of 1201')).toEqual({
    groups: ['the row of 1201', 'row', '1201'],
    indices: [
      [0, 15],
      [4, 7],
      [11, 15],
    ],
  });
});

test('a group that took no part is nowhere', () => {
  expect(found(/^the (\w+)(?: of (\w+))?$/, 'the row')).toEqual({
    groups: ['the row', 'row', undefined],
    indices: [[0, 7], [4, 7], undefined],
  });
});

test('what does not fit is no match, and flags stay', () => {
  expect(found(/^row$/, 'ROW')).toBeNull();
  expect(found(/^row$/i, 'ROW')?.groups).toEqual(['ROW']);
  expect(found(/^(r)ow$/d, 'row')?.indices).toEqual([
    [0, 3],
    [0, 1],
  ]);
});
