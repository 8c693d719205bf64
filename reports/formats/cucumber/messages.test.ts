import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JUnitXmlPrinter } from '@cucumber/junit-xml-formatter';
import type { Envelope } from '@cucumber/messages';
import { Query } from '@cucumber/query';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { RecordEntry } from '#core';
import {
  makeRunFolder,
  sampleEntries,
  sampleFeature,
  sampleFeaturePath,
  sampleSecrets,
} from '../formats.test-data.ts';
import type { MessageOptions } from './envelopes.ts';
import { writeCucumberHtml, writeMessages } from './write-messages.ts';

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-messages-'));

async function messagesOf(
  root: string,
  folder: string,
  options: Omit<MessageOptions, 'root'> = {},
): Promise<readonly Envelope[]> {
  const path = await writeMessages(folder, join(folder, 'messages.ndjson'), { root, ...options });
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Envelope); // judged by the schema below
}

const schema = JSON.parse(
  readFileSync(
    new URL('../../../node_modules/@cucumber/messages/messages.schema.json', import.meta.url),
    'utf8',
  ),
) as object; // the package's own file

const validate = new Ajv2020({ strict: false }).compile(schema);

const problemsOf = (envelopes: readonly unknown[]): readonly unknown[] =>
  envelopes.flatMap((envelope) => (validate(envelope) ? [] : [[envelope, validate.errors]]));

const killed = { state: 'open', ended: null, verdict: null, exitCode: null, counts: null } as const;

test('every envelope is valid by the schema of the package', async () => {
  await using root = await newFolder();
  const envelopes = await messagesOf(root.path, makeRunFolder(root.path), { screens: 'text' });
  expect(problemsOf(envelopes)).toEqual([]);
  expect(problemsOf([{ testCase: { id: 1 } }])).toHaveLength(1);
  const kinds = Map.groupBy(envelopes, (envelope) => Object.keys(envelope).join());
  expect(Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]))).toEqual({
    meta: 1,
    hook: 2,
    testRunStarted: 1,
    source: 1,
    gherkinDocument: 1,
    pickle: 6,
    testCase: 6,
    testCaseStarted: 6,
    testStepStarted: 20,
    testStepFinished: 20,
    attachment: 8,
    testCaseFinished: 6,
    testRunFinished: 1,
  });
});

test("cucumber's own query reads how each scenario ended, why, and how long it took", async () => {
  await using root = await newFolder();
  const envelopes = await messagesOf(root.path, makeRunFolder(root.path));
  const query = new Query();
  for (const envelope of envelopes) query.update(envelope);
  const told = query.findAllTestCaseStarted().map((started) => {
    const worst = query.findMostSevereTestStepResultBy(started);
    const { seconds = -1, nanos = 0 } = query.findTestCaseDurationBy(started) ?? {};
    return [
      query.findPickleBy(started)?.name,
      worst?.status,
      worst?.exception?.type,
      seconds + nanos / 1e9,
    ];
  });
  expect(told).toEqual([
    ['An account is added', 'PASSED', undefined, 0.5],
    ['An account is lost', 'FAILED', 'failed.FB_DIVERGENCE', 0],
    ['The number of 4 digits', 'FAILED', 'error.FB_LINK_LOST', 0],
    ['The number of 5 digits', 'SKIPPED', undefined, 0],
    ['Somebody logs in', 'PENDING', 'inconclusive', 0],
    ['It takes long', 'UNKNOWN', 'not-run', 0],
  ]);
  expect(query.findMeta()?.implementation).toEqual({ name: 'frankbench', version: '0.1.0' });
  expect(query.findTestRunFinished()?.success).toBe(false);
});

test("cucumber's own JUnit formatter reads the stream", async () => {
  await using root = await newFolder();
  const envelopes = await messagesOf(root.path, makeRunFolder(root.path));
  let xml = '';
  const printer = new JUnitXmlPrinter({}, (text) => {
    xml += text;
  });
  for (const envelope of envelopes) printer.update(envelope);
  expect(xml).toMatch(/<testsuite name="Cucumber" time="0.5" tests="6" skipped="1" failures="4"/);
  expect(xml).toContain('failed: Shown: ');
});

test('a step that failed has the message, and those behind it are skipped', async () => {
  await using root = await newFolder();
  const envelopes = await messagesOf(root.path, makeRunFolder(root.path));
  const query = new Query();
  for (const envelope of envelopes) query.update(envelope);
  const statuses = query.findAllTestCaseStarted().map((started) =>
    query.findTestStepFinishedAndTestStepBy(started).map(([finished, step]) => {
      const { status, message } = finished.testStepResult;
      return `${step.hookId ?? ''}${status}${message === undefined ? '' : '!'}`;
    }),
  );
  expect(statuses).toEqual([
    ['PASSED', 'PASSED', 'PASSED'],
    ['PASSED', 'FAILED!', 'SKIPPED'],
    ['PASSED', 'SKIPPED', 'SKIPPED', 'hook-afterFAILED!'],
    ['hook-beforeSKIPPED!', 'SKIPPED', 'SKIPPED', 'SKIPPED'],
    ['PASSED', 'PENDING!', 'SKIPPED'],
    ['UNKNOWN!', 'UNKNOWN!', 'UNKNOWN!'],
  ]);
});

test('a killed run has the step that it was cut off in', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path, sampleEntries().slice(0, 8), { ...killed, record: null });
  const envelopes = await messagesOf(root.path, folder);
  expect(problemsOf(envelopes)).toEqual([]);
  const results = envelopes.flatMap(({ testStepFinished }) =>
    testStepFinished ? [testStepFinished.testStepResult] : [],
  );
  expect(results[0]).toMatchObject({
    status: 'UNKNOWN',
    message: 'incomplete: the run was cut off in the middle of this scenario',
  });
  expect(envelopes.at(-1)?.testRunFinished).toMatchObject({
    success: false,
    message: 'The run was cut off.',
  });
});

test('the display after a step is drawn where a function is given, and left out otherwise', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const attachments = (envelopes: readonly Envelope[]) =>
    envelopes.flatMap(({ attachment }) => (attachment ? [attachment] : []));
  expect(attachments(await messagesOf(root.path, folder))).toEqual([]);
  const draw = async () => new Uint8Array([1, 2, 3]);
  const [drawn] = attachments(await messagesOf(root.path, folder, { screens: draw }));
  expect(drawn).toMatchObject({ mediaType: 'image/png', contentEncoding: 'BASE64', body: 'AQID' });
});

test('neither the stream nor the page holds a secret of the feature, nor a script of the display', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const page = await writeCucumberHtml(folder, join(folder, 'cucumber.html'), { root: root.path });
  const html = readFileSync(page, 'utf8');
  const stream = JSON.stringify(await messagesOf(root.path, folder));
  for (const text of [html.slice(0, html.indexOf('window.CUCUMBER_MESSAGES') + 50_000), stream]) {
    for (const secret of sampleSecrets) expect(text).not.toContain(secret);
  }
  expect(stream).toContain('with PIN \\"••••\\"');
  expect(html).toContain('An account is lost');
  expect(html).not.toContain('<script>alert(1)');
});

test('a feature that was changed since, or is gone, is an error that says how to get it back', async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path);
  const path = join(root.path, sampleFeaturePath);
  writeFileSync(path, sampleFeature.replace('An account is lost', 'An account is found'));
  await expect(messagesOf(root.path, folder)).rejects.toThrow(
    /accounts\.feature is not as it was[\s\S]*Check out c0ffee0{34}[\s\S]*\(FB_FEATURE_FILE\)/,
  );
  await expect(messagesOf(join(root.path, 'elsewhere'), folder)).rejects.toThrow(
    /Cannot read features\/is400\/accounts\.feature[\s\S]*\(FB_FEATURE_FILE\)/,
  );
  expect(() => readFileSync(join(folder, 'messages.ndjson'))).toThrow(/ENOENT/);
});

test('scenarios of several files that take turns are told with each source once', async () => {
  await using root = await newFolder();
  const other = 'features/is400/other.feature';
  const inOther = (entry: RecordEntry): RecordEntry => {
    if (entry.type !== 'scenario' || !entry.id.endsWith(':14')) return entry;
    return { ...entry, id: `${other}:14` };
  };
  const entries = sampleEntries().map((entry): RecordEntry => {
    if (entry.type === 'run') {
      const [file] = entry.suite.features;
      if (!file) throw new Error('the sample has a feature');
      const features = [file, { path: other, sha256: file.sha256 }];
      return { ...entry, suite: { ...entry.suite, features } };
    }
    if (entry.type !== 'plan') return inOther(entry);
    const scenarios = entry.scenarios.map((each) =>
      each.id.endsWith(':14') ? { ...each, id: `${other}:14` } : each,
    );
    return { ...entry, scenarios };
  });
  const folder = makeRunFolder(root.path, entries);
  writeFileSync(join(root.path, other), sampleFeature);
  const envelopes = await messagesOf(root.path, folder);
  expect(envelopes.flatMap(({ source }) => source?.uri ?? [])).toEqual([sampleFeaturePath, other]);
  const ids = envelopes.flatMap(({ pickle }) => pickle?.id ?? []);
  expect(new Set(ids).size).toBe(6);
  const begun = envelopes.flatMap(({ testCase }) => testCase?.pickleId ?? []);
  expect(begun.toSorted()).toEqual(ids.toSorted());
});
