import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GoldenEntry, RecordEntry } from '#core';
import { displayPng } from '#displays';
import type { Rig } from '#rigs';
import type { Bench } from '../bench.ts';
import { OperatorPanel } from '../is400/operator-panel.ts';
import { noRecord } from '../run-record.ts';
import { RunSession } from '../run-session.ts';
import { readGolden, writeGolden } from './golden-file.ts';

let goldens = '';
let artifacts = '';

beforeEach(() => {
  goldens = mkdtempSync(join(tmpdir(), 'goldens-'));
  artifacts = join(goldens, 'run', 'artifacts');
});

afterEach(() => rmSync(goldens, { recursive: true }));

const rig = (creditPence = 10_000): Rig => ({
  version: 1,
  description: 'of the tests',
  path: 'test.yaml',
  meter: { model: 'is-440', serial: '440000777', supervisorPin: '2468', creditPence },
  link: { kind: 'in-process' },
  clock: { start: '2026-01-05T09:00:00' },
  isAsNew: false,
});

interface Made {
  readonly reason: string | null;
  readonly entries: readonly GoldenEntry[];
}

/** A scenario on an emulated IS-440. */
async function make(
  work: (bench: Bench) => Promise<unknown>,
  { creditPence, fault }: { readonly creditPence?: number; readonly fault?: string } = {},
): Promise<Made> {
  const entries: RecordEntry[] = [];
  await using running = new RunSession({
    rig: rig(creditPence),
    judge: 'checks',
    recorder: { ...noRecord, write: (entry) => void entries.push(entry) },
    artifacts,
    goldens,
    ...(fault === undefined ? {} : { fault }),
  });
  const bench = await running.open({ id: 'a:1', name: 'a', tags: [] });
  if (typeof bench === 'string') throw new TypeError(bench);
  running.step('Given', 'a step');
  await work(bench).then(
    () => running.close({}),
    (error: unknown) => running.close({ error }),
  );
  return {
    reason: running.results[0]?.reason ?? null,
    entries: entries.filter((entry) => entry.type === 'golden'),
  };
}

/** Makes golden what the meter shows. */
const accept = (name: string) => async (bench: Bench) =>
  writeGolden(join(goldens, 'is400', name), {
    png: await displayPng(bench.frame),
    screen: bench.frame,
    model: 'is-440',
  });

const atHome = (bench: Bench) => bench.expectGolden('Home');

const masks = (text: string): void => {
  mkdirSync(join(goldens, 'is400'), { recursive: true });
  writeFileSync(join(goldens, 'is400', 'masks.yaml'), text);
};

const kept = (kind: string): string => join(artifacts, 'golden', `0001-Home.${kind}`);

test('a display that is as its golden screen passes, and keeps no picture', async () => {
  await make(accept('Home'));
  const { reason, entries } = await make(atHome);
  expect(reason).toBeNull();
  expect(entries).toEqual([
    {
      type: 'golden',
      name: 'Home',
      expected: expect.stringMatching(/^[0-9a-f]{64}$/),
      actual: entries[0]?.expected,
      pixels: 0,
      holds: true,
    },
  ]);
  expect(existsSync(artifacts)).toBe(false);
});

test('a display that differs fails in pixels, in rows and in words, and keeps the pictures', async () => {
  await make(accept('Home'));
  const { reason, entries } = await make(atHome, { creditPence: 12_000 });
  expect(reason).toMatch(
    /^golden screen "Home": expected the display as in goldens\/is400\/Home\.png, seen \d+ pixels that differ, in row 1 "Credit: £120\.00"\n {6}- {3}Credit: £100\.00\n {6}\+ {3}Credit: £120\.00\n/,
  );
  expect(entries).toMatchObject([
    {
      holds: false,
      pixels: Number(/(\d+) pixels/.exec(reason ?? '')?.[1]),
      pictures: {
        actual: 'artifacts/golden/0001-Home.actual.png',
        expected: 'artifacts/golden/0001-Home.expected.png',
        difference: 'artifacts/golden/0001-Home.difference.png',
      },
    },
  ]);
  expect(readFileSync(kept('expected.png'))).toEqual(
    readFileSync(join(goldens, 'is400', 'Home.png')),
  );
  expect(readGolden(kept('actual'))?.screen.rows[0]?.text).toBe('Credit: £120.00');
  expect(readFileSync(kept('difference.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('a firmware fault that hides a row is seen', async () => {
  const longList = async (bench: Bench): Promise<void> => {
    const panel = new OperatorPanel(bench);
    await panel.setMode('accounts');
    for (const number of ['11', '12', '13', '14', '15', '16']) {
      await panel.addAccount({ number, name: `N${number}`, active: true });
    }
    await bench.goTo('Account List', 'Accounts');
  };
  const compare = async (bench: Bench): Promise<void> => {
    await longList(bench);
    await bench.expectGolden('List');
  };
  await make(async (bench) => {
    await longList(bench);
    await accept('List')(bench);
  });
  expect((await make(compare)).reason).toBeNull();
  expect((await make(compare, { fault: 'list-last-row-hidden' })).reason).toMatch(
    /pixels that differ, in row \d "1\d N1\d", which is gone/,
  );
});

test('a golden screen that is not there fails, and says how to get one', async () => {
  const { reason, entries } = await make(atHome);
  expect(reason).toMatch(/no such golden screen: "npx frankbench golden accept RUN"/);
  expect(entries).toMatchObject([{ expected: null, pixels: 256 * 128, holds: false }]);
  expect(existsSync(kept('actual.png'))).toBe(true);
  expect(existsSync(kept('expected.png'))).toBe(false);
});

test('a row of the form of a mask may differ, and any other row may not', async () => {
  await make(accept('Home'));
  const mask = (row: string, screens = '[Home]'): void =>
    masks(`version: 1\nmasks:\n  - { reason: a test, screens: ${screens}, row: '${row}' }\n`);
  mask('^Credit: £\\d+\\.\\d\\d$');
  expect((await make(atHome, { creditPence: 12_000 })).reason).toBeNull();
  mask('^Credit: £1\\d\\d\\.\\d\\d$');
  expect((await make(atHome, { creditPence: 2000 })).reason).toMatch(/row 1 "Credit: £20\.00"/);
  mask('^Credit: £\\d+\\.\\d\\d$', '[Another]');
  expect((await make(atHome, { creditPence: 12_000 })).reason).toMatch(/pixels that differ/);
});

test('a rectangle that is masked may differ', async () => {
  await make(accept('Home'));
  const mask = (rect: string): void =>
    masks(`version: 1\nmasks: [{ reason: a test, rect: ${rect} }]\n`);
  mask('[0, 18, 256, 14]');
  expect((await make(atHome, { creditPence: 12_000 })).reason).toBeNull();
  mask('[0, 32, 256, 14]');
  expect((await make(atHome, { creditPence: 12_000 })).reason).toMatch(/pixels that differ/);
});

test('pictures of two sizes differ, and both sizes are told', async () => {
  await make(async (bench) => {
    const rows = Array.from({ length: 12 }, () => ({ text: 'x', role: 'text' }) as const);
    const screen = { ...bench.frame, rows };
    writeGolden(join(goldens, 'is400', 'Home'), {
      png: await displayPng(screen),
      screen,
      model: 'is-440',
    });
  });
  expect((await make(atHome)).reason).toMatch(/it has 256x128 instead of 256x\d{3} pixels/);
});

test('a change of the drawing alone is told as such', async () => {
  await make(async (bench) => {
    const png = await displayPng({ ...bench.frame, title: 'Hame' });
    writeGolden(join(goldens, 'is400', 'Home'), { png, screen: bench.frame, model: 'is-440' });
  });
  expect((await make(atHome)).reason).toMatch(/in the title\n.*the same in words/);
});

test.each([
  ['a mask without a reason', "version: 1\nmasks: [{ row: '^a$' }]", /reason/],
  ['a mask of nothing', 'version: 1\nmasks: [{ reason: a }]', /a row or a rect/],
  ['a pattern that is none', "version: 1\nmasks: [{ reason: a, row: '(' }]", /masks/],
  ['a key that nobody knows', 'version: 1\nmask: []', /mask/],
  ['text that is no YAML', 'version: [', /masks\.yaml/],
])('%s is an error of the rig, with its place', async (_what, text, place) => {
  masks(text);
  const { reason } = await make(atHome);
  expect(reason).toMatch(place);
  expect(reason).toMatch(/masks\.yaml/);
  expect(reason).toMatch(/FB_GOLDEN/);
});

test('a golden screen of which a part is missing, or is no screen, is an error', async () => {
  await make(accept('Home'));
  writeFileSync(join(goldens, 'is400', 'Home.json'), '{"version":1}');
  expect((await make(atHome)).reason).toMatch(/FB_GOLDEN/);
  rmSync(join(goldens, 'is400', 'Home.json'));
  expect((await make(atHome)).reason).toMatch(/Home cannot be read.*FB_GOLDEN/s);
});

test('models of a family may have a golden screen each', async () => {
  masks('version: 1\nperModel: [Home]\n');
  await make(accept('Home'));
  expect((await make(atHome)).reason).toMatch(/goldens\/is400\/is-440\/Home\.png/);
  await make(accept('is-440/Home'));
  expect((await make(atHome)).reason).toBeNull();
});

test.each(['../Home', 'a/b', '.hidden', 'Home ', ''])('"%s" is no name', async (name) => {
  const { reason } = await make((bench) => bench.expectGolden(name));
  expect(reason).toMatch(/cannot be the name of a golden screen.*FB_FEATURE_FILE/s);
});
