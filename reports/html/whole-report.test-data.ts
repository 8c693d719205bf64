import type { RecordEntry } from '#core';
import { sampleRun, sampleScenario } from '../record/write-record.test-data.ts';
import { shown } from './report-folder.test-data.ts';

const registers = { serial: '440000123', controlTotal: 10_000, items: 1, zeroItems: 0 };

/** A scenario with a tag of its own. */
export const scenario = (name: string, tag: string) =>
  sampleScenario({
    name,
    uid: name,
    id: `features/a.feature:${name.length}`,
    tags: ['@is400', tag],
  });

/** The whole of what a report can show: a pass, a failure with all that can be shown of one, a skipped scenario and one that was not run. */
export const entries: readonly RecordEntry[] = [
  sampleRun(),
  {
    type: 'plan',
    scenarios: [
      scenario('Adding an account', '@IS4-ACC-01'),
      scenario('Deleting an account', '@IS4-ACC-02'),
      scenario('Cutting the power', '@IS4-PWR-01'),
      scenario('Left out', '@IS4-ACC-01'),
    ],
  },
  {
    type: 'chart',
    states: [
      { name: 'Home', parent: null },
      { name: 'Account List', parent: null },
      { name: 'Delete', parent: null },
    ],
    ways: [
      [0, 1, 'OK'],
      [1, 2, 'OK'],
    ],
  },
  { type: 'scenario', ...scenario('Adding an account', '@IS4-ACC-01') },
  { type: 'step', keyword: 'When', text: 'an account is added' },
  { type: 'key', key: 'OK' },
  ...shown('a', 'Home'),
  { type: 'verdict', id: 'a', verdict: 'passed', reason: null },
  { type: 'scenario', ...scenario('Deleting an account', '@IS4-ACC-02') },
  {
    type: 'registers',
    when: 'before',
    meters: [{ ...registers, ascending: 0, descending: 10_000 }],
  },
  { type: 'step', keyword: 'Given', text: 'the account list' },
  { type: 'frame', at: 0, frame: 1, screen: 'a'.repeat(64), state: 0 },
  { type: 'key', key: 'MENU' },
  ...shown('b', 'Please wait', 1000),
  { type: 'key', key: 'DOWN' },
  { type: 'key', key: 'DOWN' },
  {
    type: 'screen',
    sha256: 'c'.repeat(64),
    screen: {
      display: 'touch',
      title: 'Accounts',
      rows: [{ text: '<b>1201</b> Marketing', role: 'item' }],
      more: { above: false, below: false },
      busy: false,
      beeps: 0,
      language: 'en-GB',
    },
  },
  { type: 'frame', at: 3000, frame: 3, screen: 'c'.repeat(64), state: 1 },
  { type: 'step', keyword: 'Then', text: 'account 1201 is gone' },
  {
    type: 'check',
    what: 'row',
    expected: '"1310 Sales"',
    seen: '"1201 Sales"',
    holds: false,
    judged: true,
  },
  {
    type: 'measurement',
    what: 'the list',
    limitMs: 5000,
    longerThanMs: 6000,
    atMostMs: 7000,
    verdict: 'beyond',
  },
  { type: 'link', rung: 'asked again', asked: 'DISPlay?', why: 'no answer' },
  {
    type: 'file',
    name: 'ACS.CSV',
    bytes: 12,
    sha256: 'e'.repeat(64),
    identity: 'CSV, UTF-8',
    table: { rows: [['<i>number</i>', 'name']], total: 3 },
    path: 'artifacts/ACS.CSV',
  },
  { type: 'step-failed' },
  { type: 'registers', when: 'after', meters: [{ ...registers, ascending: 45, descending: 9955 }] },
  {
    type: 'verdict',
    id: 'b',
    verdict: 'failed',
    reason: 'row: expected "1310 Sales"\nseen <script>alert(1)</script>',
  },
  { type: 'scenario', ...scenario('Cutting the power', '@IS4-PWR-01') },
  { type: 'verdict', id: 'c', verdict: 'skipped', reason: 'The rig has no power relay' },
  {
    type: 'end',
    verdict: 'failed',
    counts: { passed: 1, failed: 1, error: 0, inconclusive: 0, skipped: 1, 'not run': 1 },
  },
];

/** Line 18 of the record is the key MENU of the second scenario. */
export const wire = `${JSON.stringify({ seq: 17, ms: 5, dir: '>', text: 'KEY MENU' })}\n`;
