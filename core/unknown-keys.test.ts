import { expect, test } from 'vitest';
import { unknownKeys } from './unknown-keys.ts';

const schema = {
  properties: {
    link: {
      oneOf: [
        { properties: { kind: {}, host: {} } },
        { anyOf: [{ properties: { kind: {}, path: {} } }] },
      ],
    },
    items: { items: { properties: { id: {} } } },
  },
};

test.each([
  [
    'the top',
    [],
    ['lnik', 'tiems'],
    'unknown "lnik" (did you mean "link"?), "tiems" (did you mean "items"?)',
  ],
  ['one of several kinds', ['link'], ['hots'], 'unknown "hots" (did you mean "host"?)'],
  ['a kind within another', ['link'], ['paht'], 'unknown "paht" (did you mean "path"?)'],
  ['an item of a list', ['items', 3], ['di'], 'unknown "di" (did you mean "id"?)'],
])(
  'an unknown key is told with the nearest one that is known at %s',
  (_where, path, keys, said) => {
    expect(unknownKeys(schema, path, keys)).toBe(said);
  },
);
