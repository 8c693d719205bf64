import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RunFile, runFileText } from '../../archive/run-file.ts';
import { plainArt, plainRequest, type SampleRun, writeRun } from '../evidence.test-data.ts';
import { makeKeyFiles } from '../keys/key-files.ts';
import { readRegister } from '../keys/register.ts';
import { readSigningKey } from '../keys/signing-key.ts';
import { signPack } from '../pack/sign-pack.ts';
import { writePack } from '../pack/write-pack.ts';
import { verifyPacks } from './verify-packs.ts';

async function laboratory() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-verify-'));
  const at = (...path: string[]): string => join(folder.path, ...path);
  const files = makeKeyFiles(at('keys'), 'lab', undefined);
  const key = readSigningKey(files.privateKey, undefined);
  writeFileSync(
    at('package-lock.json'),
    '{"name":"a","version":"1","lockfileVersion":3,"packages":{}}',
  );
  return {
    at,
    key,
    pack: async (name: string, sample: SampleRun = {}): Promise<RunFile> => {
      const file = writeRun(at('runs', name), sample);
      const run = at('runs', name);
      const request = plainRequest(at('package-lock.json'));
      await writePack({ ...request, run, out: at(name), key, laboratory: undefined });
      return file;
    },
    verify: async (packs: readonly string[], more: { after?: string; previous?: string } = {}) => {
      const found = await verifyPacks({
        packs: packs.map((name) => at(name)),
        after: more.after === undefined ? undefined : at(more.after),
        previous: more.previous === undefined ? undefined : at(more.previous),
        register: readRegister(at('keys')),
        art: plainArt,
      });
      const codes = found.packs.flatMap(({ findings }) => findings.map(({ code }) => code));
      return {
        codes: [...codes, ...found.links.map(({ code }) => code)],
        unlinked: found.unlinked.length,
        found,
      };
    },
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

const id = (number: number): string => `1884fd72-25ba-4684-a661-00000000000${number}`;

/** The run after this one: an hour later, and linked to it. */
const after = (before: RunFile, change: Partial<RunFile> = {}): Partial<RunFile> => {
  const hour = 12 + before.number;
  return {
    id: id(before.number + 1),
    number: before.number + 1,
    previous: { number: before.number, id: before.id, sha256: hash('sha256', runFileText(before)) },
    began: `2026-11-29T${hour}:00:00.000Z`,
    ended: `2026-11-29T${hour}:30:00.000Z`,
    ...change,
  };
};

test('a pack that nobody touched is genuine, whoever is in the register beside its signer', async () => {
  await using lab = await laboratory();
  await lab.pack('a', { artifacts: { 'artifacts/stick-0001.img': 'FAT' } });
  makeKeyFiles(lab.at('keys'), 'other', undefined);
  const { codes, found } = await lab.verify(['a']);
  expect(codes).toEqual([]);
  expect(found.packs[0]?.signedBy?.name).toBe('lab');
});

test('a file that was kept must be the one of the record, also when the laboratory signs another', async () => {
  await using lab = await laboratory();
  const path = 'artifacts/a.csv';
  const more = [
    {
      type: 'attachment',
      name: 'a',
      mediaType: 'text/csv',
      bytes: 1,
      sha256: hash('sha256', 'a'),
      path,
    },
  ] as const;
  await lab.pack('a', { more, artifacts: { [path]: 'a' } });
  expect((await lab.verify(['a'])).codes).toEqual([]);
  writeFileSync(lab.at('a', path), 'b');
  signPack(lab.at('a'), lab.key, id(1));
  expect((await lab.verify(['a'])).codes).toEqual(['kept-changed']);
});

test.each([
  ['<testsuites name="a" tests="1" failures="0" errors="0"><testcase name="a"/>', []],
  [
    '<testsuites name="a" tests="1" failures="1" errors="0"><testcase name="a"/>',
    ['results-differ'],
  ],
  ['<testsuites name="a" tests="1" failures="0" errors="0">', ['results-differ']],
  ['nothing', ['results-differ']],
])('results for other programs count as the record does: %s', async (text, codes) => {
  await using lab = await laboratory();
  await lab.pack('a');
  writeFileSync(lab.at('a', 'junit.xml'), text);
  signPack(lab.at('a'), lab.key, id(1));
  expect((await lab.verify(['a'])).codes).toEqual(codes);
});

test("a machine's record has the time on every line, and runs forward", async () => {
  await using lab = await laboratory();
  await lab.pack('a', { run: { target: 'REAL', clock: 'host' } });
  expect((await lab.verify(['a'])).codes).toEqual(['time-odd']);
});

test('runs of a rig that follow each other are a chain, in whatever order they are given', async () => {
  await using lab = await laboratory();
  const first = await lab.pack('a');
  const second = await lab.pack('b', { file: after(first) });
  await lab.pack('c', { file: after(second) });
  expect(await lab.verify(['c', 'a', 'b'])).toMatchObject({ codes: [], unlinked: 0 });
  expect(await lab.verify(['c', 'a'])).toMatchObject({ codes: ['run-missing'] });
  expect(await lab.verify(['c'])).toMatchObject({ codes: [], unlinked: 1 });
  expect(await lab.verify(['c'], { after: 'b' })).toMatchObject({ codes: [] });
  expect(await lab.verify(['c'], { after: 'a' })).toMatchObject({ codes: ['run-missing'] });
  expect(await lab.verify(['c'], { previous: 'runs/b/run.json' })).toMatchObject({
    codes: [],
    unlinked: 0,
  });
});

test('a run that follows another run than the one before is found, and so is a second of its number', async () => {
  await using lab = await laboratory();
  const first = await lab.pack('a');
  await lab.pack('b', { file: after({ ...first, exitCode: 4 }) });
  await lab.pack('again', { file: { ...after(first), id: id(7) } });
  expect((await lab.verify(['a', 'b'])).codes).toEqual(['previous-differs']);
  expect((await lab.verify(['b', 'again'])).codes).toEqual(['run-twice']);
});

test('a run that began while the one before went on names that as it was then', async () => {
  await using lab = await laboratory();
  const first = await lab.pack('a');
  const open = {
    state: 'open',
    ended: null,
    verdict: null,
    exitCode: null,
    counts: null,
    record: null,
  } as const;
  const began = '2026-11-28T15:06:10.000Z';
  await lab.pack('b', { file: after({ ...first, ...open }, { began }) });
  expect((await lab.verify(['a', 'b'])).codes).toEqual([]);
  await lab.pack('c', { file: after(first, { began }) });
  expect((await lab.verify(['a', 'c'])).codes).toEqual(['time-back']);
});

test('the run before must be of the same rig', async () => {
  await using lab = await laboratory();
  await lab.pack('a');
  writeFileSync(lab.at('books.json'), runFileText({ ...writeRun(lab.at('x')), rig: 'another' }));
  expect((await lab.verify(['a'], { previous: 'books.json' })).codes).toEqual(['other-rig']);
});

test('a folder that is no pack has nothing that is vouched for, and one that is not there is an error', async () => {
  await using lab = await laboratory();
  writeRun(lab.at('runs', 'a'));
  expect((await lab.verify(['runs/a'])).codes).toContain('no-list');
  await expect(lab.verify(['none'])).rejects.toThrow(
    /Cannot read the pack .*none\.[\s\S]*(FB_EVIDENCE_PACK)/,
  );
});
