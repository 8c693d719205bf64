import { expect, test } from 'vitest';
import type { Frame, Screen } from '#core';
import { divergence, notReached, screenDifference, unmet } from './failures.ts';

const list: Screen = {
  display: 'lcd',
  title: 'Account List',
  rows: [
    { text: 'Add Account', role: 'item', selected: true },
    { text: '10 Sales', role: 'item' },
  ],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
};
const home: Screen = { ...list, title: 'Home', rows: [{ text: 'Credit: £1.00', role: 'text' }] };
const frame = (screen: Screen): Frame => ({ ...screen, v: 1, frame: 7 });
const keys = ['MENU', '1', '4', '•', '•', 'OK'];

test('a divergence says what was pressed, allowed and seen, and where the nearest screen differs', () => {
  const seen = frame({ ...list, rows: list.rows.slice(0, 1), beeps: 1 });
  expect(divergence({ allowed: [home, list], seen }, keys).message).toBe(
    `The meter does not follow its chart after the keys: MENU 1 4 • • OK
  The chart allows:
    Account List
    > Add Account
      10 Sales
  The display shows:
    Account List
    > Add Account
  Difference (- chart, + display):
    -   10 Sales
    - beeps: 0
    + beeps: 1
  Hint: Press the same keys with "frankbench emulate" to see what the chart does. (FB_DIVERGENCE)`,
  );
});

test('a display that should be dark is shown as it is', () => {
  expect(divergence({ allowed: [], seen: frame(home) }, []).message).toBe(
    `The meter does not follow its chart after the keys: (no key yet)
  The chart allows a dark display; it shows:
    Home
      Credit: £1.00
  Hint: Press the same keys with "frankbench emulate" to see what the chart does. (FB_DIVERGENCE)`,
  );
});

test('a check that does not hold says what, expected, seen, and where', () => {
  expect(unmet('row', '"20 Ads"', '"10 Sales"', frame(list), keys).message).toBe(
    `row: expected "20 Ads", seen "10 Sales".
  The display shows:
    Account List
    > Add Account
      10 Sales
  The last keys: MENU 1 4 • • OK (FB_EXPECTATION)`,
  );
});

test('a plan that did not lead where it should says where it led', () => {
  expect(notReached('"Account List"', frame(home), keys).message).toBe(
    `The keys of the plan did not lead to "Account List".
  The display shows:
    Home
      Credit: £1.00
  The last keys: MENU 1 4 • • OK
  Hint: The meter differs from its chart, or is slower than the rig allows for. (FB_NOT_REACHED)`,
  );
});

test.each<[string, Partial<Screen>, readonly string[]]>([
  ['the title', { title: 'Accounts' }, ['- Account List', '+ Accounts']],
  [
    'the cursor',
    { rows: list.rows.map((row) => ({ ...row, selected: row.text === '10 Sales' })) },
    ['- > Add Account', '-   10 Sales', '+   Add Account', '+ > 10 Sales'],
  ],
  [
    'the order',
    {
      rows: home.rows
        .concat(list.rows)
        .slice(1)
        .reverse()
        .map(({ text, role }) => ({ text, role, selected: text === 'Add Account' })),
    },
    ['(the same lines in another order)'],
  ],
  ['a scroll mark', { more: { above: false, below: true } }, ['+   ▼', '± scroll marks']],
  ['being busy', { busy: true }, ['+   (busy)']],
  ['the language', { language: 'fr-CA' }, ['- language: "en-GB"', '+ language: "fr-CA"']],
])('the difference of two screens names %s', (_what, change, difference) => {
  expect(screenDifference(list, { ...list, ...change })).toEqual(difference);
});

test('what no line shows is named too: the role of a row, the length of a field', () => {
  const [said = ''] = screenDifference(home, {
    ...home,
    rows: [{ text: 'Credit: £1.00', role: 'message' }],
  });
  expect(said).toBe('- rows: [{"text":"Credit: £1.00","role":"text"}]');
  const field = { label: 'PIN', value: '', maxLength: 4, secret: true, mode: 'digits' } as const;
  const difference = screenDifference(
    { ...home, field },
    { ...home, field: { ...field, maxLength: 8 } },
  );
  expect(difference).toHaveLength(2);
  expect(difference[1]).toMatch(/^\+ field: .*"maxLength":8/);
});
