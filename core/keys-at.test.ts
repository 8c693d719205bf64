import { expect, test } from 'vitest';
import { keysAt } from './keys-at.ts';

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

test('the keys at a place are those of every alternative there', () => {
  expect(keysAt(schema, [])).toEqual(['link', 'items']);
  expect(keysAt(schema, ['link'])).toEqual(['kind', 'host', 'path']);
  expect(keysAt(schema, ['items', 3])).toEqual(['id']);
});

test('a place that the schema does not have knows no keys', () => {
  expect(keysAt(schema, ['link', 'nothing', 0])).toEqual([]);
});
