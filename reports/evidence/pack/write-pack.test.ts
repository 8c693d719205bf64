import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainRequest, type SampleRun, writeRun } from '../evidence.test-data.ts';
import { makeKeyFiles } from '../keys/key-files.ts';
import { readSigningKey } from '../keys/signing-key.ts';
import { readEnvelope } from '../signatures/dsse.ts';
import { laboratorySchema } from './laboratory.ts';
import { extensionKey, type Statement } from './statement.ts';
import { writePack } from './write-pack.ts';

/** A folder with a key and a lockfile; `pack` makes a run there and packs it. */
async function bench() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-pack-'));
  const key = readSigningKey(makeKeyFiles(folder.path, 'lab', undefined).privateKey, undefined);
  const lockfile = join(folder.path, 'package-lock.json');
  const packages = { '': {}, 'node_modules/@a/b': { version: '1.0.0', license: 'MIT' } };
  const lock = { name: 'frankbench', version: '0.1.0', lockfileVersion: 3, packages };
  writeFileSync(lockfile, JSON.stringify(lock));
  const software = { lockfile: hash('sha256', readFileSync(lockfile)) };
  const at = (...path: string[]): string => join(folder.path, ...path);
  return {
    at,
    make: (sample: SampleRun = {}) =>
      writeRun(at('run'), { ...sample, run: { software, ...sample.run } }),
    pack: (name: string, packed: string | null = null, laboratory?: object) =>
      writePack({
        ...plainRequest(lockfile),
        run: at('run'),
        out: at(name),
        key,
        laboratory: laboratory && laboratorySchema.parse(laboratory),
        packed,
      }),
    statement: (name: string): Statement => {
      const text = readFileSync(at(name, 'attestations.intoto.jsonl'), 'utf8');
      return JSON.parse(readEnvelope(text)?.statement ?? '') as Statement; // made by us
    },
    lockfile,
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

const everythingIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]),
  );

test('the same run, key and time give the same pack, and another time another one', async () => {
  await using made = await bench();
  made.make();
  expect(await made.pack('one')).toMatchObject({ result: 'PASSED', deviations: [] });
  await made.pack('two');
  await made.pack('later', '2026-11-28T18:00:00Z');
  expect(everythingIn(made.at('two'))).toEqual(everythingIn(made.at('one')));
  expect(made.statement('one').predicate[extensionKey].packed).toBeNull();
  expect(made.statement('later').predicate[extensionKey].packed).toBe('2026-11-28T18:00:00Z');
});

test.each<[string, SampleRun, 'WARNED' | 'FAILED', string]>([
  ['with a seeded fault', { run: { fault: 'swallowed-key' } }, 'WARNED', 'swallowed-key'],
  ['judged by its checks alone', { run: { judge: 'checks' } }, 'WARNED', 'the checks'],
  [
    'of a changed checkout',
    { run: { suite: { commit: 'c0ffee', dirty: true, features: [] } } },
    'WARNED',
    'had changes that are in no commit',
  ],
  ['that has failed', { verdict: 'failed' }, 'FAILED', ''],
  ['in which all was skipped', { verdict: 'skipped' }, 'FAILED', '1 scenario was skipped'],
  ['that was killed', { torn: '{"seq":6,"pr' }, 'FAILED', 'with a line that was torn off'],
])('a run %s is packed and says so', async (_what, sample, result, text) => {
  await using made = await bench();
  made.make(sample);
  const packed = await made.pack('pack');
  expect(packed.result).toBe(result);
  expect(packed.deviations.join('\n')).toContain(text);
  expect(readFileSync(made.at('pack', 'README.txt'), 'utf8')).toContain(text);
  expect(made.statement('pack').predicate.result).toBe(result);
});

test('a list of software that is not of the run is left out, and that is said', async () => {
  await using made = await bench();
  made.make({ run: { software: { lockfile: '0'.repeat(64) } } });
  const { result, deviations } = await made.pack('pack');
  expect(readdirSync(made.at('pack'))).not.toContain('sbom.cdx.json');
  expect({ result, deviations }).toEqual({
    result: 'WARNED',
    deviations: [expect.stringContaining('No list of software')],
  });
});

test('the list of software has each package with its version and licence', async () => {
  await using made = await bench();
  made.make();
  await made.pack('pack');
  expect(JSON.parse(readFileSync(made.at('pack', 'sbom.cdx.json'), 'utf8'))).toMatchObject({
    specVersion: '1.6',
    components: [
      {
        group: '@a',
        name: 'b',
        version: '1.0.0',
        purl: 'pkg:npm/%40a/b@1.0.0',
        licenses: [{ license: { id: 'MIT' } }],
      },
    ],
  });
});

const kept = (content: string) =>
  ({
    type: 'attachment',
    name: 'a.csv',
    mediaType: 'text/csv',
    bytes: 4,
    sha256: hash('sha256', content),
    path: 'artifacts/a.csv',
  }) as const;

test.each<[string, SampleRun, RegExp]>([
  [
    'whose record was cut',
    { file: { record: { lines: 99, head: 'a'.repeat(64) } } },
    /its record is another one than its run\.json says/,
  ],
  ['whose verdict was changed', { file: { verdict: 'failed' } }, /other verdicts than its record/],
  [
    'of which a file is gone',
    { more: [kept('a,b\n')] },
    /line 6 .* artifacts\/a\.csv, which is not there/,
  ],
  [
    'of which a file was changed',
    { more: [kept('a,b\n')], artifacts: { 'artifacts/a.csv': 'a,c\n' } },
    /artifacts\/a\.csv is not as line 6/,
  ],
  [
    'that names a file of the host',
    { more: [{ ...kept(''), path: '../../etc/passwd' }] },
    /names \.\.\/\.\.\/etc\/passwd, which is not below artifacts/,
  ],
])('a run %s is no evidence, and nothing is left behind', async (_what, sample, problem) => {
  await using made = await bench();
  made.make(sample);
  await expect(made.pack('pack')).rejects.toThrow(problem);
  expect(
    readdirSync(made.at()).filter((name) => name.startsWith('pack.') || name === 'pack'),
  ).toEqual([]);
});

test('a pack is never written over', async () => {
  await using made = await bench();
  made.make();
  await made.pack('pack');
  await expect(made.pack('pack')).rejects.toThrow(/is not empty\.[\s\S]*\(FB_EVIDENCE_PACK\)/);
});
