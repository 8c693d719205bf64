import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { darkScreen, type Screen, sameScreen, screenLines } from './frame.ts';

const screen: Screen = {
  display: 'lcd',
  title: 'Account List',
  rows: [
    { text: 'Add Account', role: 'item' },
    { text: '10 Sales', role: 'checkbox', selected: true, checked: true },
  ],
  more: { above: false, below: true },
  field: { label: 'Postage', value: '0.45', maxLength: 4, secret: false, mode: 'digits' },
  busy: false,
  beeps: 2,
  language: 'en-GB',
};
const [first = { text: '', role: 'item' as const }, second = first] = screen.rows;
const field = {
  label: 'Postage',
  value: '0.45',
  maxLength: 4,
  secret: false,
  mode: 'digits',
} as const;

test('a screen is the same as its copy, which may say what is not selected', () => {
  const copy = structuredClone(screen);
  expect(sameScreen(screen, copy)).toBe(true);
  const spelled = { ...copy, rows: [{ ...first, selected: false, checked: false }, second] };
  expect(sameScreen(screen, spelled)).toBe(true);
  expect(sameScreen(spelled, screen)).toBe(true);
});

const changes: readonly (readonly [string, Screen])[] = [
  ['the title', { ...screen, title: 'Accounts' }],
  ['the display', { ...screen, display: 'touch' }],
  ['being busy', { ...screen, busy: true }],
  ['a beep', { ...screen, beeps: 3 }],
  ['the language', { ...screen, language: 'fr-CA' }],
  ['that it goes on above', { ...screen, more: { above: true, below: true } }],
  ['that it ends below', { ...screen, more: { above: false, below: false } }],
  ['a row less', { ...screen, rows: [first] }],
  ['the order of the rows', { ...screen, rows: [second, first] }],
  ['the text of a row', { ...screen, rows: [{ ...first, text: 'Add' }, second] }],
  ['the role of a row', { ...screen, rows: [{ ...first, role: 'error' }, second] }],
  ['the cursor', { ...screen, rows: [first, { ...second, selected: false }] }],
  ['a tick', { ...screen, rows: [first, { ...second, checked: false }] }],
  ['the value of the field', { ...screen, field: { ...field, value: '0.4' } }],
  ['the label of the field', { ...screen, field: { ...field, label: 'Post' } }],
  ['the length of the field', { ...screen, field: { ...field, maxLength: 5 } }],
  ['the mask of the field', { ...screen, field: { ...field, secret: true } }],
  ['how the field reads keys', { ...screen, field: { ...field, mode: 'upper' } }],
  ['a dark display', darkScreen],
];

test.each(changes)('a person sees %s', (_what, changed) => {
  expect(sameScreen(screen, changed)).toBe(false);
  expect(sameScreen(changed, screen)).toBe(false);
});

test('a person sees that a field is there', () => {
  const { field: _gone, ...without } = screen;
  expect(sameScreen(screen, without)).toBe(false);
  expect(sameScreen(without, screen)).toBe(false);
  expect(sameScreen(without, { ...without })).toBe(true);
});

test('screens are the same exactly when all that is on them is', async () => {
  const row = fc.record({
    text: fc.constantFrom('a', 'b'),
    role: fc.constantFrom('item' as const, 'text' as const),
    selected: fc.boolean(),
  });
  const some = fc.record({
    display: fc.constant('lcd' as const),
    title: fc.constantFrom('x', 'y'),
    rows: fc.array(row, { maxLength: 2 }),
    more: fc.record({ above: fc.boolean(), below: fc.boolean() }),
    busy: fc.boolean(),
    beeps: fc.nat(1),
    language: fc.constant('en-GB'),
  });
  await fc.assert(
    fc.property(some, some, (a, b) => {
      expect(sameScreen(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
    { numRuns: 1000 },
  );
});

test('as lines of text a screen has its cursor, ticks, marks and field', () => {
  expect(screenLines({ ...screen, busy: true })).toEqual([
    'Account List',
    '  Add Account',
    '> [x] 10 Sales',
    '  ▼',
    '  Postage: 0.45_ (digits)',
    '  (busy)',
  ]);
  expect(screenLines(darkScreen)).toEqual(['(dark)']);
});

test('the cells of a table stand one under the other, and what is no table stays as it is', () => {
  const row = (text: string) => ({ text, role: 'text' as const });
  const rows = [
    row('01/01/2026 - 31/01/2026'),
    row('Account\tPieces'),
    row('Sales & Co\t2'),
    row('\t12'),
  ];
  expect(screenLines({ ...darkScreen, display: 'touch', title: 'Report', rows })).toEqual([
    'Report',
    '  01/01/2026 - 31/01/2026',
    '  Account     Pieces',
    '  Sales & Co  2',
    '              12',
  ]);
});
