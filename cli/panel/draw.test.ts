import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { darkScreen, type Frame, type Screen } from '#core';
import { columnsFor, columnsOf, drawImprint, drawScreen, inColumns, wrap } from './draw.ts';
import { drawPanel } from './draw-panel.ts';
import { Keyboard } from './keyboard.ts';

const screen = (more: Partial<Screen>): Screen => ({
  display: 'lcd',
  title: 'Account List',
  rows: [],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
  ...more,
});

const small = { columns: 32, lines: 1 };
const drawn = (more: Partial<Screen>): string =>
  `\n${drawScreen(screen(more), small).join('\n')}\n`;

test('a list shows its cursor, its ticks and where it goes on', () => {
  const picture = drawn({
    rows: [
      { text: '10 Sales', role: 'checkbox', checked: true },
      { text: '20 Marketing', role: 'checkbox', checked: false, selected: true },
      { text: '30 A name that is too long for it', role: 'item' },
    ],
    more: { above: true, below: true },
  });
  expect(picture).toBe(`
┌─ Account List ───────────────┐
│   [x] 10 Sales             ▲ │
│ > [ ] 20 Marketing           │
│   30 A name that is too l… ▼ │
└──────────────────────────────┘
`);
});

test('a message is read to its end and says that the meter beeped', () => {
  const picture = drawn({
    rows: [{ text: 'The last account cannot be deleted.', role: 'error' }],
    beeps: 3,
  });
  expect(picture).toBe(`
┌─ Account List ───────────────┐
│ ! The last account cannot    │
│   be deleted.                │
└──────────────────── beeps 3 ─┘
`);
});

test('a field shows its value, where the next letter goes and how keys are read', () => {
  const field = { label: 'Account name', value: 'Sa', maxLength: 32, secret: false } as const;
  expect(drawn({ field: { ...field, mode: 'upper' } })).toContain(
    '│   Account name: Sa_    [ABC] │',
  );
  expect(drawn({ field: { ...field, mode: 'lower' } })).toContain('[abc] │');
  expect(drawn({ field: { ...field, mode: 'digits' } })).toContain('[123] │');
});

test('a busy meter says so and a dark display is empty', () => {
  expect(drawn({ busy: true })).toContain('└─ busy ──────');
  expect(drawScreen(darkScreen, small).join('\n')).toBe(
    '┌─ (dark) ─────────────────────┐\n│                              │\n└──────────────────────────────┘',
  );
});

test('an imprint is marked as a specimen, and a blank envelope is called blank', () => {
  const imprint = { value: 145, item: 7, date: '2026-01-05', specimen: true };
  expect(drawImprint(imprint)).toBe('Envelope: SPECIMEN £1.45  2026-01-05  item 7');
  expect(drawImprint(undefined)).toMatch(/blank/);
});

const anyText = fc.string({ unit: 'grapheme-composite', maxLength: 80 });

test('a text is fitted into exactly the columns that there are', async () => {
  await fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, columns) => {
      expect(columnsOf(inColumns(text, columns))).toBe(columns);
    }),
  );
});

test('wrapping loses no character and no line is too wide', async () => {
  await fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, columns) => {
      const lines = wrap(text, columns);
      const bare = (some: string): string => some.replaceAll(' ', '');
      expect(bare(lines.join(''))).toBe(bare(text));
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

test('every line of a display is as wide as the others, whatever is on it', async () => {
  const row = fc.record({
    text: anyText,
    role: fc.constantFrom('item' as const, 'error' as const, 'text' as const),
    selected: fc.boolean(),
  });
  await fc.assert(
    fc.property(
      anyText,
      fc.array(row),
      fc.integer({ min: 20, max: 90 }),
      (title, rows, columns) => {
        const lines = drawScreen(screen({ title, rows, beeps: 12, busy: true }), {
          columns,
          lines: 4,
        });
        expect(new Set(lines.map(columnsOf))).toEqual(new Set([columns]));
      },
    ),
  );
});

test('where there is room for it nothing is cut', () => {
  const rows = [{ text: `${'9'.repeat(30)} ${'N'.repeat(32)} (inactive)`, role: 'item' as const }];
  const wanted = screen({ rows, more: { above: true, below: true } });
  const lines = drawScreen(wanted, { columns: columnsFor(wanted), lines: 1 }).join('\n');
  expect(lines).toContain(rows[0]?.text);
});

test('the panel fits the terminal, and the smallest one that is asked for holds all of it', () => {
  const frame: Frame = { ...screen({}), v: 1, frame: 1 };
  const view = {
    frame,
    surroundings: { time: '09:00:00', power: true, network: true, stick: 'out' as const },
    outcome: { status: 'refused', reason: 'No.\n  Hint: none' } as const,
    notes: [],
    legend: new Keyboard().legend,
    pointed: undefined,
  };
  const lines = drawPanel(view, { columns: 40, rows: 16 });
  expect(lines).toHaveLength(16);
  expect(lines[11]).toBe('09:00:00 power on network on stick out');
  expect(lines[12]).toBe('No.');
  expect(lines.at(-1)).toBe('u stick   p power   n network   q quit');
  for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(40);
  expect(drawPanel(view, { columns: 30, rows: 5 })).toHaveLength(5);
});
