import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, validate } from 'ctrf';
import { expect, test } from 'vitest';
import { writeCtrf } from './ctrf.ts';
import { makeRunFolder, sampleEntries, sampleSecrets } from './formats.test-data.ts';

const newFolder = () => mkdtempDisposable(join(tmpdir(), 'frankbench-ctrf-'));

/** The library compiles the schema each time, which takes long on a machine that is busy. */
const schemaTime = { timeout: 60_000 };

test(
  'it is valid by the published schema, and its library reads what the run has',
  schemaTime,
  async () => {
    await using root = await newFolder();
    const text = readFileSync(
      writeCtrf(makeRunFolder(root.path), join(root.path, 'ctrf.json')),
      'utf8',
    );
    expect(validate(JSON.parse(text))).toMatchObject({ valid: true });
    const { results, specVersion } = parse(text, { validate: true });
    expect(specVersion).toBe('0.3.0');
    expect(results.summary).toMatchObject({
      tests: 6,
      passed: 1,
      failed: 3,
      skipped: 1,
      other: 1,
      duration: 4000,
      suites: 1,
    });
    expect(results.tests.map(({ status, rawStatus }) => [status, rawStatus])).toEqual([
      ['passed', 'passed'],
      ['failed', 'failed'],
      ['failed', 'error'],
      ['skipped', 'skipped'],
      ['other', 'inconclusive'],
      ['failed', 'not run'],
    ]);
    expect(results.environment).toMatchObject({
      healthy: false,
      commit: 'c0ffee0000000000000000000000000000000000',
      extra: { target: 'EMULATED', seed: 'seed-1', 'meter.serial': '440000123' },
    });
    expect(results.tests[0]).toMatchObject({
      testId: 'uid-1',
      duration: 500,
      retries: 0,
      line: 10,
      extra: { verdict: 'passed', requirements: ['IS4-ACC-02'] },
      attachments: [{ contentType: 'image/png', path: 'artifacts/a picture.png' }],
    });
    expect(results.tests[1]?.message).toMatch(/^failed: Shown: <script>/);
    expect(results.tests[1]?.steps?.map(({ status }) => status)).toEqual(['passed', 'failed']);
    for (const secret of sampleSecrets) expect(text).not.toContain(secret);
  },
);

test('the schema is strict: what it does not know is found', schemaTime, async () => {
  await using root = await newFolder();
  const text = readFileSync(
    writeCtrf(makeRunFolder(root.path), join(root.path, 'ctrf.json')),
    'utf8',
  );
  expect(validate(JSON.parse(text.replace('"rawStatus"', '"verdict"')))).toMatchObject({
    valid: false,
  });
});

test('a run that was killed has a whole file', schemaTime, async () => {
  await using root = await newFolder();
  const folder = makeRunFolder(root.path, sampleEntries().slice(0, 8), {
    state: 'open',
    ended: null,
    verdict: null,
    exitCode: null,
    counts: null,
    record: null,
  });
  const text = readFileSync(writeCtrf(folder, join(root.path, 'ctrf.json')), 'utf8');
  const { results } = parse(text, { validate: true });
  expect(results.summary).toMatchObject({ tests: 6, failed: 6, passed: 0 });
  expect(results.tests[0]).toMatchObject({ rawStatus: 'incomplete' });
});
