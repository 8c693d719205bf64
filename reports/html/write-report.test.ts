import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordEntry, Verdict } from '#core';
import { openRun } from '../archive/open-run.ts';
import { recordFileName } from '../archive/run-file.ts';
import { recordText, sampleRun, sampleScenario } from '../record/write-record.test-data.ts';
import { catalogueOf } from '../requirements/catalogue.test-data.ts';
import {
  makeFolder,
  reportText,
  sampleRunFile,
  sampleScreen,
  shown,
  withReport,
} from './report-folder.test-data.ts';
import { writeHtmlReport } from './write-report.ts';

const counts = { passed: 0, failed: 0, error: 0, inconclusive: 0, skipped: 0, 'not run': 0 };

const end = (verdict: Verdict): RecordEntry => ({ type: 'end', verdict, counts });

const scenario = (name: string, tags: readonly string[] = []) =>
  sampleScenario({ name, uid: name, tags, id: `features/a.feature:${name.length}` });

/** A scenario of one step that ended this way. */
const ended = (
  name: string,
  verdict: Verdict,
  reason: string | null = null,
  inside: readonly RecordEntry[] = [],
  tags: readonly string[] = [],
): readonly RecordEntry[] => [
  { type: 'scenario', ...scenario(name, tags) },
  { type: 'step', keyword: 'Given', text: 'a step' },
  ...inside,
  { type: 'verdict', id: scenario(name).id, verdict, reason },
];

/** The figure of a verdict in the head, and what is remarked of it. */
function figure(html: string, verdict: string): readonly [number, string] {
  const box = new RegExp(
    `<li class="${verdict}[^"]*"><b>([\\d,]+)</b><span>.*?</span>(.*?)</li>`,
  ).exec(html);
  return [Number(box?.[1]), box?.[2] ?? ''];
}

test('the head counts every way in which a scenario can stand', async () => {
  const html = await reportText([
    sampleRun(),
    {
      type: 'plan',
      scenarios: ['a', 'b', 'c', 'd', 'e', 'f', 'left out'].map((name) => scenario(name)),
    },
    ...ended('a', 'passed'),
    ...ended('b', 'failed', 'no'),
    ...ended('c', 'error', 'no rig'),
    ...ended('d', 'inconclusive', 'the clock'),
    ...ended('e', 'skipped', 'no relay'),
    { type: 'scenario', ...scenario('f') },
  ]);
  for (const verdict of [
    'passed',
    'failed',
    'error',
    'inconclusive',
    'skipped',
    'incomplete',
    'not-run',
  ]) {
    expect([verdict, figure(html, verdict)[0]]).toEqual([verdict, 1]);
  }
  expect(html).toContain('of 7 planned scenarios');
  expect(html).toContain('<span class="name">left out</span>');
});

const check = { type: 'check', what: 'row', expected: 'a', seen: 'b', holds: false } as const;

test.each<[string, RecordEntry]>([
  ['a check that was not to judge', { ...check, judged: false }],
  [
    'a delay that could not be told',
    {
      type: 'measurement',
      what: 'x',
      limitMs: 5,
      longerThanMs: 4,
      atMostMs: 6,
      verdict: 'inconclusive',
    },
  ],
  [
    'a golden screen that nobody accepted',
    { type: 'golden', name: 'x', expected: null, actual: 'a'.repeat(64), pixels: 0, holds: false },
  ],
])('a pass with %s is unverified in part', async (_what, entry) => {
  const html = await reportText([
    sampleRun(),
    ...ended('a', 'passed', null, [entry]),
    ...ended('b', 'passed', null, [{ ...check, seen: 'a', holds: true, judged: true }]),
  ]);
  expect(figure(html, 'passed')).toEqual([2, '<em>1 unverified in part</em>']);
});

test('passes that rest on assumptions are counted apart', async () => {
  const html = await reportText([
    sampleRun(),
    ...ended('a', 'passed', null, [], ['@assumed']),
    ...ended('b', 'passed'),
  ]);
  expect(figure(html, 'passed')).toEqual([2, '<em>1 on assumptions</em>']);
});

test('reasons that are alike are one group, with every scenario of it', async () => {
  const html = await reportText([
    sampleRun(),
    ...ended('a', 'skipped', 'no relay'),
    ...ended('b', 'skipped', 'no relay'),
    ...ended('c', 'failed', 'account 1201: expected "7", seen "8"'),
    ...ended('d', 'failed', 'account 9: expected "x", seen "y z"'),
    ...ended('e', 'failed', 'the list is empty'),
  ]);
  expect(html).toContain('<li><b>2</b> no relay</li>');
  expect(html).toMatch(/<b>2 scenarios<\/b><\/p>\s*<p class="like">account 1201/);
  expect(html).toContain('<a href="#s3">3</a> <a href="#s4">4</a>');
  expect(html).toMatch(/<b>1 scenario<\/b><\/p>\s*<p class="like">the list is empty/);
});

test('a run that was concluded is not called incomplete, and one that was killed is', async () => {
  const entries = [sampleRun(), ...ended('a', 'passed')];
  const concluded = await reportText([...entries, end('passed')]);
  expect(concluded).not.toContain('This run is incomplete');
  expect(concluded).toContain('<small>Verdict</small>');
  for (const html of [
    await reportText(entries),
    await reportText([...entries, end('passed')], { run: sampleRunFile({ state: 'open' }) }),
  ]) {
    expect(html).toContain('This run is incomplete');
    expect(html).toContain('<small>Incomplete, so far</small>');
    expect(html).toMatch(/<title>[^<]*incomplete<\/title>/);
  }
});

test.each([
  ['a seeded fault', { fault: 'delete-keeps-account' }, 'delete-keeps-account'],
  ['no shadow model', { judge: 'checks' }, 'The shadow model did not judge'],
  ['changes in no commit', { suite: { commit: 'c', dirty: true, features: [] } }, 'in no commit'],
] as const)('%s is said loudly', async (_what, change, text) => {
  const warning = new RegExp(`<p class="warning">.*${text}`);
  expect(await reportText([sampleRun(change), end('passed')])).toMatch(warning);
  expect(await reportText([sampleRun(), end('passed')])).not.toMatch(/<p class="warning">/);
});

test('a record that is not as it was written is said to be so', async () => {
  const entries = [sampleRun(), ...ended('a', 'passed'), end('passed')];
  const record = { lines: 6, head: 'a'.repeat(64) };
  expect(await reportText(entries, { run: sampleRunFile({ record }) })).toContain(
    'does not end as it did when the run was concluded',
  );
  await withReport(entries, (path) => {
    const folder = join(path, '..');
    const text = readFileSync(join(folder, recordFileName), 'utf8');
    writeFileSync(join(folder, recordFileName), text.replace('a step', 'A step'));
    rmSync(join(folder, 'run.json'));
    const html = readFileSync(writeHtmlReport(folder), 'utf8');
    expect(html).toContain('The record was changed after it was written: in line 4');
    expect(html).toContain('There is no run.json');
  });
});

test('a real machine is not called an emulated one, and the other way round', async () => {
  const real = await reportText([sampleRun({ target: 'REAL' })]);
  expect(real).toContain('>REAL<');
  expect(real).toMatch(/<title>REAL: /);
  expect(real).not.toContain('EMULATED');
  const emulated = await reportText([sampleRun()]);
  expect(emulated).toMatch(/<title>EMULATED: /);
  expect(emulated).not.toContain('>REAL<');
});

test('a record without scenarios is a report without scenarios', async () => {
  const html = await reportText([sampleRun()]);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toContain('class="row');
});

test('a report is made anew in the place of the old one, and leaves nothing else behind', async () => {
  await withReport([sampleRun()], (path) => {
    const before = readFileSync(path, 'utf8');
    expect(writeHtmlReport(join(path, '..'))).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

const hostile = `<script>alert("x")</script><!--\u2028&'</style>`;

test.each<[string, readonly RecordEntry[]]>([
  ['the rig', [sampleRun({ rig: { ...sampleRun().rig, name: hostile, description: hostile } })]],
  [
    'the meter',
    [sampleRun({ meter: { ...sampleRun().meter, designation: hostile, serial: hostile } })],
  ],
  ['the software', [sampleRun({ software: { [hostile]: hostile } })]],
  ['the fault', [sampleRun({ fault: hostile })]],
  ['the target', [sampleRun({ target: hostile as 'REAL' })]],
  ['a scenario', [sampleRun(), ...ended(hostile, 'passed', null, [], [hostile])]],
  [
    'a feature',
    [sampleRun(), { type: 'scenario', ...scenario('a'), feature: hostile, id: hostile }],
  ],
  ['a reason', [sampleRun(), ...ended('a', 'error', hostile), ...ended('b', 'skipped', hostile)]],
  ['a verdict', [sampleRun(), ...ended('a', hostile as Verdict, hostile)]],
  [
    'a step and a key',
    [
      sampleRun(),
      ...ended('a', 'passed', null, [
        { type: 'step', keyword: hostile, text: hostile },
        { type: 'key', key: hostile },
      ]),
    ],
  ],
  ['a display', [sampleRun(), ...ended('a', 'passed', null, shown('a', hostile))]],
  [
    'the chart',
    [
      sampleRun(),
      { type: 'chart', states: [{ name: hostile, parent: null }], ways: [[0, 0, hostile]] },
    ],
  ],
  ['the plan', [sampleRun(), { type: 'plan', scenarios: [scenario(hostile)] }]],
  ['the verdict of the run', [sampleRun(), end(hostile as Verdict)]],
])('what %s says is text and never markup', async (_what, entries) => {
  const html = await reportText(entries, {
    options: { requirements: catalogueOf(hostile) },
  });
  // The report's own scripts: what is packed, its data, and the one that runs.
  const own = html.match(/<script[^>]*>/g) ?? [];
  expect(
    own.filter(
      (tag) =>
        !/^<script type="(?:text\/plain" data-chunk="(?:scenarios|screens)|application\/json" id="data|module)">$/.test(
          tag,
        ),
    ),
  ).toEqual([]);
  expect(own.filter((tag) => tag.includes('module'))).toHaveLength(1);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<!--');
  expect(html).not.toContain('alert("x")');
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

const archived = async (use: (archive: string) => void): Promise<void> => {
  await using archive = await mkdtempDisposable(join(tmpdir(), 'frankbench-archive-'));
  use(archive.path);
};

/** A run in an archive as the bench writes it, with its report. */
function runIn(archive: string, name: string, entries: readonly RecordEntry[]): string {
  const folder = makeFolder(archive, name, entries);
  const conclusion = {
    verdict: 'passed',
    counts,
    record: { lines: 1, head: 'a'.repeat(64) },
  } as const;
  openRun(folder, 'emulator.is440').conclude(conclusion);
  return folder;
}

/** The names under a heading of what has changed. */
function changed(html: string, title: string): readonly string[] {
  const part = new RegExp(`<summary>${title}: .*?</details>`, 's').exec(html)?.[0] ?? '';
  return [...part.matchAll(/<li>.*?<\/b> (?:<a [^>]*>)?([^<]*)/g)].map(([, name]) => name ?? '');
}

/** A line that has a verdict within, and is none. */
const within = { type: 'verdict', verdict: 'failed', reason: 'no' };
const marked = { type: 'step', keyword: 'Given', text: 'a meter', within } as RecordEntry;

test('what is new since the last run on the rig is told', async () => {
  await archived((archive) => {
    runIn(archive, 'one', [
      sampleRun({ fault: 'f' }),
      ...ended('stays', 'passed'),
      marked,
      ...ended('breaks', 'passed'),
      ...ended('heals', 'failed', 'no'),
      ...ended('goes to Québec', 'passed'),
    ]);
    const folder = runIn(archive, 'two', [
      sampleRun(),
      ...ended('stays', 'passed'),
      ...ended('breaks', 'failed', 'no'),
      ...ended('heals', 'passed'),
      ...ended('comes', 'passed'),
    ]);
    const html = readFileSync(writeHtmlReport(folder), 'utf8');
    expect(html).toContain('Compared with run 1 ');
    expect(html).toContain('it had the seeded fault f');
    expect(changed(html, 'Newly failing')).toEqual(['breaks']);
    expect(changed(html, 'Newly passing')).toEqual(['heals']);
    expect(changed(html, 'New scenarios')).toEqual(['comes']);
    expect(changed(html, 'Not in this run any more')).toEqual(['goes to Québec']);
  });
});

test('a last run that is not there any more, or was changed, is said to be so', async () => {
  await archived((archive) => {
    const one = runIn(archive, 'one', [sampleRun(), ...ended('a', 'passed')]);
    const two = runIn(archive, 'two', [sampleRun(), ...ended('a', 'passed')]);
    const text = (): string => readFileSync(writeHtmlReport(two), 'utf8');
    expect(text()).toContain('The same scenarios ended the same way');
    expect(text()).not.toContain('Not like with like');
    expect(readFileSync(writeHtmlReport(one), 'utf8')).toContain(
      'This is the first run on this rig',
    );
    writeFileSync(join(one, 'run.json'), '{}');
    expect(text()).toContain('is not what it was when this run began');
    writeFileSync(join(one, recordFileName), recordText([sampleRun()]).slice(0, -9));
    rmSync(one, { recursive: true });
    expect(text()).toContain('Run 1 on this rig is not in the archive any more');
  });
});

test('a display is in the report once, however often it was shown', async () => {
  const html = await reportText([
    sampleRun(),
    ...ended('a', 'passed', null, shown('a', 'Home')),
    ...ended('b', 'passed', null, [{ type: 'frame', at: 1, frame: 2, screen: 'a'.repeat(64) }]),
  ]);
  const { inflateRawSync } = await import('node:zlib');
  const packed = [...html.matchAll(/data-chunk="screens">([^<]*)</g)].map(([, text]) =>
    JSON.parse(inflateRawSync(Buffer.from(text ?? '', 'base64')).toString()),
  );
  expect(packed).toEqual([[sampleScreen('Home')]]);
});
