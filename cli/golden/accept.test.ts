import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadGolden } from '#bench';
import { darkScreen, type Screen } from '#core';
import { displayPng } from '#displays';
import { accept } from './accept.ts';
import { goldenLines } from './list.ts';

const golden = await loadGolden();

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accept-'));
  mkdirSync(join(folder, 'goldens'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const home = (...texts: readonly string[]): Screen => ({
  ...darkScreen,
  display: 'lcd',
  title: 'Home',
  rows: texts.map((text) => ({ text, role: 'text' })),
  language: 'en-GB',
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface RunOf {
  readonly name: string;
  readonly model?: string;
  readonly fault?: string;
  readonly operator?: string;
  /** What was seen, by the name of the golden screen that it was not like. */
  readonly seen: readonly (readonly [name: string, screen: Screen])[];
}

/** The folder of a run whose displays were not as their golden screens. */
async function runOf({ name, model = 'is-440', fault, operator, seen }: RunOf): Promise<string> {
  const path = join(folder, name);
  mkdirSync(join(path, 'artifacts', 'golden'), { recursive: true });
  const lines: object[] = [
    { type: 'run', rig: { operator }, meter: { model }, fault: fault ?? null },
    {
      type: 'golden',
      name: 'Fine',
      expected: null,
      actual: '0'.repeat(64),
      pixels: 0,
      holds: true,
    },
  ];
  for (const [index, [screenName, screen]] of seen.entries()) {
    const png = await displayPng(screen);
    const stem = `artifacts/golden/000${index}-${screenName}.actual`;
    golden.writeGolden(join(path, stem), { png, screen, model });
    lines.push({
      type: 'golden',
      name: screenName,
      expected: null,
      actual: sha256(png),
      pixels: 9,
      holds: false,
      pictures: { actual: `${stem}.png` },
    });
  }
  writeFileSync(
    join(path, 'record.ndjson'),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  return path;
}

const request = (run: string, ...names: readonly string[]) => ({
  folder: join(folder, 'goldens'),
  run,
  names,
  by: 'Anna',
  user: undefined,
  date: '2026-01-05',
});

const pictureOf = (place: string) => readFileSync(join(folder, 'goldens', `${place}.png`));

test('what a run shows becomes golden, and it is written down who took it as right', async () => {
  const one = await runOf({ name: 'run-1', seen: [['Home', home('Credit: £1.00')]] });
  expect(await accept(request(one))).toEqual([{ golden: 'is400/Home', words: ['new'] }]);
  expect(Buffer.compare(pictureOf('is400/Home'), await displayPng(home('Credit: £1.00')))).toBe(0);
  const two = await runOf({ name: 'run-2', seen: [['Home', home('Credit: £2.00')]] });
  const [accepted] = await accept({ ...request(two), by: 'Ben', date: '2026-02-01' });
  expect(accepted?.words[0]).toMatch(/^\d+ pixels that differ, in row 1 "Credit: £2\.00"$/);
  expect(accepted?.words.slice(1)).toEqual(['-   Credit: £1.00', '+   Credit: £2.00']);
  expect(goldenLines(join(folder, 'goldens'))).toEqual([
    'is400/Home  2026-02-01 by Ben, from run-2',
  ]);
  const log: unknown = JSON.parse(readFileSync(join(folder, 'goldens', 'accepted.json'), 'utf8'));
  expect(log).toMatchObject({
    version: 1,
    accepted: [
      { golden: 'is400/Home', run: 'run-1', date: '2026-01-05', by: 'Anna' },
      { golden: 'is400/Home', run: 'run-2', date: '2026-02-01', by: 'Ben' },
    ],
  });
});

test('only what is named is accepted', async () => {
  const run = await runOf({
    name: 'run-1',
    seen: [
      ['Home', home('a')],
      ['Other', home('b')],
    ],
  });
  await accept(request(run, 'Other'));
  expect(golden.goldenPlaces(join(folder, 'goldens'))).toEqual(['is400/Other']);
});

test('the operator of the run accepts where nobody else is named, and somebody must', async () => {
  const run = await runOf({ name: 'run-1', operator: 'Olga', seen: [['Home', home('a')]] });
  await accept({ ...request(run), by: undefined, user: 'uma' });
  expect(goldenLines(join(folder, 'goldens'))[0]).toMatch(/by Olga/);
  const nobody = await runOf({ name: 'run-2', seen: [['Home', home('b')]] });
  await expect(accept({ ...request(nobody), by: undefined })).rejects.toThrow(
    /--by NAME.*FB_USAGE/s,
  );
});

test('a run with a seeded fault, without a difference, or that is none is refused', async () => {
  const faulty = await runOf({
    name: 'run-1',
    fault: 'list-last-row-hidden',
    seen: [['Home', home('a')]],
  });
  await expect(accept(request(faulty))).rejects.toThrow(
    /"list-last-row-hidden" seeded.*FB_GOLDEN/s,
  );
  const fine = await runOf({ name: 'run-2', seen: [] });
  await expect(accept(request(fine))).rejects.toThrow(/nothing differs/);
  await expect(accept(request(fine, 'Fine'))).rejects.toThrow(/nothing differs/);
  await expect(accept(request(join(folder, 'away')))).rejects.toThrow(/away is no run/);
  writeFileSync(join(fine, 'record.ndjson'), '{"type":"golden","name":7}\n');
  await expect(accept(request(fine))).rejects.toThrow(/no run whose pictures/);
});

test('a run of another machine is refused, and says of which', async () => {
  const screen = home('a');
  const png = await displayPng(screen);
  const place = join(folder, 'goldens', 'connect-plus', 'Run Mail');
  golden.writeGolden(place, { png, screen, model: 'connect-plus' });
  const run = await runOf({ name: 'run-1', seen: [['Home', home('a')]] });
  await expect(accept(request(run, 'Run Mail'))).rejects.toThrow(
    /no difference from "Run Mail".*of an is-440; "Run Mail" is a golden screen of connect-plus/s,
  );
  await expect(accept(request(run, 'Nobody'))).rejects.toThrow(/It differs in: Home/);
});

test('a golden screen of one model is not taken from another, unless each has its own', async () => {
  await accept(request(await runOf({ name: 'run-1', seen: [['Home', home('a')]] })));
  const other = await runOf({ name: 'run-2', model: 'is-420', seen: [['Home', home('b')]] });
  await expect(accept(request(other))).rejects.toThrow(
    /accepted from an is-440, and this run is of an is-420.*perModel/s,
  );
  const rules = 'version: 1\nperModel: [Home]\n';
  writeFileSync(join(folder, 'goldens', 'is400', 'masks.yaml'), rules);
  await accept(request(other));
  expect(golden.goldenPlaces(join(folder, 'goldens'))).toEqual(['is400/Home', 'is400/is-420/Home']);
});

test('pictures that are not what the record saw are refused, and nothing is accepted', async () => {
  const run = await runOf({
    name: 'run-1',
    seen: [
      ['Home', home('a')],
      ['Other', home('b')],
    ],
  });
  const actual = join(run, 'artifacts/golden/0001-Other.actual');
  const forged = home('forged');
  golden.writeGolden(actual, { png: await displayPng(forged), screen: forged, model: 'is-440' });
  await expect(accept(request(run))).rejects.toThrow(/"Other" is not what run-1 saw/);
  // A screen that the picture is not of.
  golden.writeGolden(actual, { png: await displayPng(home('b')), screen: forged, model: 'is-440' });
  await expect(accept(request(run))).rejects.toThrow(/"Other" is not what run-1 saw/);
  rmSync(`${actual}.png`);
  rmSync(`${actual}.json`);
  await expect(accept(request(run))).rejects.toThrow(/"Other" is not in run-1/);
  expect(golden.goldenPlaces(join(folder, 'goldens'))).toEqual([]);
});

test('a golden screen cannot look in two ways in one run', async () => {
  const twice = await runOf({
    name: 'run-1',
    seen: [
      ['Home', home('a')],
      ['Home', home('b')],
    ],
  });
  await expect(accept(request(twice))).rejects.toThrow(/"Home" looked in two ways/);
  const same = await runOf({
    name: 'run-2',
    seen: [
      ['Home', home('a')],
      ['Home', home('a')],
    ],
  });
  expect(await accept(request(same))).toHaveLength(1);
});

test('a list of what was accepted that is none is an error', () => {
  writeFileSync(join(folder, 'goldens', 'accepted.json'), '[]');
  expect(() => goldenLines(join(folder, 'goldens'))).toThrow(/FB_GOLDEN/);
});
