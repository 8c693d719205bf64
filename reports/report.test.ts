import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from './record.ts';
import { renderReport } from './report.ts';

const frame = (title: string): Record<string, unknown> => ({
  type: 'frame',
  display: 'lcd',
  title,
  rows: [{ text: `Row of ${title}`, role: 'item', selected: true }],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
});

const record = (entries: readonly Record<string, unknown>[]): readonly Line[] =>
  entries.map((entry, index) => ({ seq: index + 1, ...entry }) as Line);

const run = {
  type: 'run',
  version: 1,
  rig: 'emulator.is440.yaml',
  meter: { model: 'is-440', serial: '440000123', emulated: true },
};
const scenario = (name: string): Record<string, unknown> => ({
  type: 'scenario',
  id: 'a.feature:7',
  name,
});

test('every scenario is there with its steps, keys, checks, display and verdict', () => {
  const html = renderReport(
    record([
      run,
      scenario('Adding an account'),
      { type: 'step', text: 'Given the list' },
      frame('Account List'),
      { type: 'step', text: 'When it is added' },
      { type: 'key', key: 'OK' },
      { type: 'check', what: 'row', expected: '"7 A"', seen: '"8 B"', holds: false },
      { type: 'step-failed' },
      { type: 'verdict', verdict: 'failed', reason: 'row: expected "7 A"' },
      scenario('Cut short'),
    ]),
  );
  expect(html).toContain('is-440 on emulator.is440.yaml');
  expect(html).toContain('EMULATED');
  expect(html).toMatch(/<b>1<\/b> failed/);
  expect(html).toMatch(/<b>1<\/b> incomplete/);
  expect(html).toMatch(/<b>0<\/b> passed/);
  expect(html).toContain('<kbd>OK</kbd>');
  expect(html).toContain('row: expected &#34;7 A&#34;, seen &#34;8 B&#34;');
  expect(html).toContain('&#62; Row of Account List');
  expect(html).toMatch(/class="broke"><p>When it is added/);
});

const hostile = `<script>alert("x")</script>&'`;

test.each<[string, readonly Record<string, unknown>[]]>([
  ['the rig', [{ ...run, rig: hostile }]],
  ['the model', [{ ...run, meter: { model: hostile, emulated: false } }]],
  ['a scenario', [run, scenario(hostile)]],
  ['its id', [run, { ...scenario('a'), id: hostile }]],
  ['a reason', [run, scenario('a'), { type: 'verdict', verdict: 'error', reason: hostile }]],
  ['a verdict', [run, scenario('a'), { type: 'verdict', verdict: hostile, reason: null }]],
  ['a step', [run, scenario('a'), { type: 'step', text: hostile }]],
  ['a key', [run, scenario('a'), { type: 'step', text: 'b' }, { type: 'key', key: hostile }]],
  [
    'a check',
    [
      run,
      scenario('a'),
      { type: 'step', text: 'b' },
      { type: 'check', what: hostile, expected: hostile, seen: hostile, holds: false },
    ],
  ],
  ['a display', [run, scenario('a'), { type: 'step', text: 'b' }, frame(hostile)]],
])('what %s says is text and never markup', (_what, entries) => {
  const html = renderReport(record(entries));
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/&(?!#\d+;)/);
  expect(html).toContain('&#60;script&#62;');
});

test('a text with quotes stays within its attribute', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (name) => {
      const html = renderReport(record([run, scenario(`${name}" onload="x`)]));
      expect(html).not.toContain('" onload="x');
    }),
  );
});

test('a record without scenarios is a report without scenarios', () => {
  const html = renderReport(record([run]));
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toContain('<details');
});

test('a real machine is not called an emulated one', () => {
  const html = renderReport(record([{ ...run, meter: { model: 'is-440', emulated: false } }]));
  expect(html).toContain('>REAL<');
  expect(html).not.toContain('EMULATED');
});
