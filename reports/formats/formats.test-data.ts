import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordEntry, RunCounts, Screen, Verdict } from '#core';
import { type RunFile, recordFileName, writeRunFile } from '../archive/run-file.ts';
import { recordText, sampleRun } from '../record/write-record.test-data.ts';

/** A feature whose scenarios end in every way that there is. */
export const sampleFeature = `@is400
Feature: Accounts <on> the "IS-440" & others

  @IS4-ACC-02
  Rule: A supervisor adds an account. With a number

    Background:
      Given a meter in "Account with PIN Code" mode with PIN "7310"

    Scenario: An account is added
      When the supervisor adds account 1201 "Marketing" with PIN "8642"
      Then the account list shows account 1201

    Scenario: An account is lost
      When the supervisor deletes account 1201
      Then the account list loses account 1201

    Scenario Outline: The number of <digits> digits
      When the supervisor types PIN "<pin>"
      Then it is <digits> digits long

      Examples:
        | digits | pin   |
        | 4      | 4711  |
        | 5      | 47110 |

    Scenario: Somebody logs in
      Given these users
        | name | password |
        | Ann  | Sesame1  |
      When "Ann" logs in

    Scenario: It takes long
      When 15 minutes pass
      Then the display is dark
`;

export const sampleFeaturePath = 'features/is400/accounts.feature';

/** The places of its scenarios, in order. */
export const samplePlaces = [10, 14, 24, 25, 27, 33].map((line) => `${sampleFeaturePath}:${line}`);

/** PINs and passwords of the feature: nothing that is written of a run may have them. */
export const sampleSecrets = ['7310', '8642', '4711', '47110', 'Sesame1'];

const names = [
  'An account is added',
  'An account is lost',
  'The number of 4 digits',
  'The number of 5 digits',
  'Somebody logs in',
  'It takes long',
];

export const samplePlan = samplePlaces.map((id, index) => ({
  id,
  uid: `uid-${index + 1}`,
  name: names[index] ?? '',
  tags: ['@is400', '@IS4-ACC-02'],
  feature: 'Accounts <on> the "IS-440" & others',
  rule: 'A supervisor adds an account. With a number',
}));

const home: Screen = {
  display: 'lcd',
  title: 'Home',
  rows: [{ text: 'Ready <&>', role: 'text' }],
  more: { above: false, below: false },
  busy: false,
  beeps: 0,
  language: 'en-GB',
};

export const homeDigest = hash('sha256', JSON.stringify(home));

const given: RecordEntry = {
  type: 'step',
  keyword: 'Given',
  text: 'a meter in "Account with PIN Code" mode with PIN "••••"',
};

const when = (text: string): RecordEntry => ({ type: 'step', keyword: 'When', text });
const then = (text: string): RecordEntry => ({ type: 'step', keyword: 'Then', text });

/** A scenario of the sample, by its place in the plan, and how it ended. */
export function sampleScenarioEntries(
  index: number,
  within: readonly RecordEntry[],
  ending?: { readonly verdict: Verdict; readonly reason?: string },
): readonly RecordEntry[] {
  const planned = samplePlan[index];
  if (!planned) throw new RangeError(`no scenario ${index}`);
  return [
    { type: 'scenario', ...planned },
    { type: 'frame', at: 1000, frame: 1, screen: homeDigest },
    ...within,
    ...(ending
      ? [
          {
            type: 'verdict',
            id: planned.id,
            verdict: ending.verdict,
            reason: ending.reason ?? null,
          } as const,
        ]
      : []),
  ];
}

const hostile =
  'Shown: <script>alert(1)</script> ]]> \u0007\u001b[31m \ud800 & "x"\n[[ATTACHMENT|/etc/passwd]]';

/** The beginning of a sample run, up to its plan and its first screen. */
export const sampleBeginning = (source = sampleFeature): readonly RecordEntry[] => [
  sampleRun({
    suite: {
      commit: 'c0ffee0000000000000000000000000000000000',
      dirty: false,
      features: [{ path: sampleFeaturePath, sha256: hash('sha256', source) }],
    },
    seed: 'seed-1',
  }),
  { type: 'plan', scenarios: samplePlan },
  { type: 'screen', sha256: homeDigest, screen: home },
];

/** One scenario of every ending; the last of the plan is not run. */
export const sampleEntries = (): readonly RecordEntry[] => [
  ...sampleBeginning(),
  ...sampleScenarioEntries(
    0,
    [
      given,
      { type: 'key', key: 'MENU' },
      { type: 'key', key: '•' },
      { type: 'frame', at: 1500, frame: 2, screen: homeDigest },
      when('the supervisor adds account 1201 "Marketing" with PIN "••••"'),
      { type: 'time', ms: 900_000 },
      then('the account list shows account 1201'),
      {
        type: 'check',
        what: 'accounts',
        expected: '1201',
        seen: '1201',
        holds: true,
        judged: true,
      },
      {
        type: 'attachment',
        name: 'a picture.png',
        mediaType: 'image/png',
        bytes: 4,
        sha256: hash('sha256', 'four'),
        path: 'artifacts/a picture.png',
      },
    ],
    { verdict: 'passed' },
  ),
  ...sampleScenarioEntries(
    1,
    [given, when('the supervisor deletes account 1201'), { type: 'step-failed' }],
    { verdict: 'failed', reason: `${hostile}\n  Hint: look (FB_DIVERGENCE)` },
  ),
  ...sampleScenarioEntries(2, [given], {
    verdict: 'error',
    reason: 'The link is gone. (FB_LINK_LOST)',
  }),
  ...sampleScenarioEntries(3, [], { verdict: 'skipped', reason: 'the rig has no stick' }),
  ...sampleScenarioEntries(
    4,
    [given, { type: 'step', keyword: 'And', text: 'these users' }, { type: 'step-failed' }],
    { verdict: 'inconclusive', reason: 'too near to the limit' },
  ),
];

const noCounts: RunCounts = {
  passed: 0,
  failed: 0,
  error: 0,
  inconclusive: 0,
  skipped: 0,
  'not run': 0,
};

/** Makes the folder of a run out of its record, with the feature it is of below `root`. */
export function makeRunFolder(
  root: string,
  entries: readonly RecordEntry[] = sampleEntries(),
  change: Partial<RunFile> = {},
): string {
  const folder = join(root, 'runs', '20261128-100000-emulator.is440');
  mkdirSync(join(folder, 'artifacts'), { recursive: true });
  mkdirSync(join(root, 'features', 'is400'), { recursive: true });
  writeFileSync(join(root, sampleFeaturePath), sampleFeature);
  writeFileSync(join(folder, 'artifacts', 'a picture.png'), 'four');
  const text = recordText(entries);
  writeFileSync(join(folder, recordFileName), text);
  writeRunFile(folder, {
    version: 2,
    id: '8f14e45f-ceea-467f-a8ad-3c5e3b4e2d11',
    rig: 'emulator.is440',
    number: 7,
    previous: null,
    state: 'concluded',
    began: '2026-11-28T10:00:00.000Z',
    ended: '2026-11-28T10:00:04.000Z',
    host: { os: 'linux', kernel: '6.1.0', arch: 'x64', clock: 'system clock of the host' },
    verdict: 'error',
    exitCode: 3,
    counts: {
      ...noCounts,
      passed: 1,
      failed: 1,
      error: 1,
      skipped: 1,
      inconclusive: 1,
      'not run': 1,
    },
    record: {
      lines: entries.length,
      head: hash('sha256', text.trimEnd().split('\n').at(-1) ?? ''),
    },
    ...change,
  });
  return folder;
}
