import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordEntry, Sha256 } from '#core';
import { timesFileName } from '../archive/times-file.ts';
import { inArchive, makeRun } from './archive.test-data.ts';
import { digestRun } from './digest-run.ts';

const screen: Sha256 = 'e'.repeat(64);
const frame = (at: number): RecordEntry => ({ type: 'frame', at, frame: 1, screen });

const also: readonly RecordEntry[] = [
  frame(1000),
  { type: 'step', keyword: 'When', text: 'it “works” – é' },
  { type: 'key', key: 'OK' },
  frame(1500),
  { type: 'step', keyword: 'When', text: 'a day passes' },
  { type: 'time', ms: 86_400_000 },
  frame(86_401_500),
  { type: 'step', keyword: 'Then', text: 'it takes a little longer' },
  frame(86_401_700),
];

test('a step takes what the meter takes, without the time that the feature lets pass', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'failed' }, also });
    const { attempts, slowest } = digestRun(archive, 'a');
    expect(attempts).toMatchObject([
      { uid: 'one', verdict: 'failed', keys: 1, meterMs: 700, hostMs: null },
    ]);
    expect(slowest.map(({ step, meterMs }) => [step, meterMs])).toEqual([
      ['When it “works” – é', 500],
      ['Then it takes a little longer', 200],
    ]);
  });
});

test('the times of the host come from beside the record, up to where they hold', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'passed', two: 'passed' }, also });
    const path = join(archive, 'a', timesFileName);
    const times = { id: 'x:1', uid: 'one', beganMs: 5, ms: 90, steps: [10, 20, 60] };
    writeFileSync(path, `${JSON.stringify(times)}\n{"id":"x:2","ui`);
    const { attempts, slowest } = digestRun(archive, 'a');
    expect(attempts.map(({ hostMs }) => hostMs)).toEqual([90, null]);
    const ofOne = slowest.filter(({ uid }) => uid === 'one');
    expect(ofOne.map(({ place, hostMs }) => [place, hostMs]).sort()).toEqual([
      [1, 10],
      [2, 20],
      [3, 60],
    ]);
  });
});

test('rows of examples that share a uid are told apart by their place', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'passed' } });
    const twice = [
      { type: 'scenario', id: 'x:2', uid: 'one', name: 'n', tags: [], feature: '', rule: null },
      { type: 'verdict', id: 'x:2', verdict: 'failed', reason: 'why' },
    ];
    appendFileSync(
      join(archive, 'a', 'record.ndjson'),
      twice.map((entry) => `${JSON.stringify({ seq: 9, ...entry })}\n`).join(''),
    );
    const { attempts } = digestRun(archive, 'a');
    expect(attempts.map(({ uid, verdict }) => [uid, verdict])).toEqual([
      ['one', 'passed'],
      ['one#2', 'failed'],
    ]);
  });
});

test('a run that was cut off leaves its last scenario incomplete', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: { one: 'passed' } });
    appendFileSync(
      join(archive, 'a', 'record.ndjson'),
      '{"seq":5,"prev":"","type":"scenario","id":"x","uid":"two","name":"n","tags":[],"feature":"","rule":null}\n{"seq":6,"ty',
    );
    const { attempts } = digestRun(archive, 'a');
    expect(attempts.map(({ verdict }) => verdict)).toEqual(['passed', 'incomplete']);
  });
});

test('a record without a first line is no run', async () => {
  await inArchive((archive) => {
    makeRun(archive, { folder: 'a', number: 1, verdicts: {} });
    writeFileSync(join(archive, 'a', 'record.ndjson'), '');
    expect(() => digestRun(archive, 'a')).toThrow(/has no beginning[\s\S]*FB_RUN_RECORD/);
  });
});
