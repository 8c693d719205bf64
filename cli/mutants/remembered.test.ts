import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { FaultFindings } from './findings.ts';
import { firstParts, readRemembered, remember } from './remembered.ts';

const examination = {
  rig: 'rigs/emulator.is440.yaml',
  features: ['features/funds'],
  subject: 'funds',
};
const parts = [{ file: 'features/a.feature', lines: [2, 4] }];
const text = 'Feature: A\n  Scenario: One\n    Given it\n  Scenario: Two\n    Given it\n';

/** A checkout with one feature. */
async function inCheckout(use: (root: URL, folder: string) => void): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-caught-'));
  mkdirSync(join(folder.path, 'features'));
  writeFileSync(join(folder.path, 'features/a.feature'), text);
  use(pathToFileURL(`${folder.path}/`), folder.path);
}

const caught = (name: string, line: number): FaultFindings => ({
  name,
  description: '',
  checks: {
    status: 'caught',
    scenario: `features/a.feature:${line}`,
    name: '',
    code: 'FB_EXPECTATION',
    reason: '',
  },
});

test('a fault is looked for first where it was caught, wherever that stands now', async () => {
  await inCheckout((root, folder) => {
    expect(firstParts(root, examination, parts)).toEqual({});
    remember(root, examination, parts, [caught('b', 4), caught('a', 2)]);
    writeFileSync(join(folder, 'features/a.feature'), `\n\n${text}`);
    const moved = [{ file: 'features/a.feature', lines: [4, 6] }];
    expect(firstParts(root, examination, moved)).toEqual({
      a: { file: 'features/a.feature', lines: [4] },
      b: { file: 'features/a.feature', lines: [6] },
    });
    expect(firstParts(root, { ...examination, subject: 'other' }, moved)).toEqual({});
    // A scenario that is gone is no place to look at.
    expect(firstParts(root, examination, [{ file: 'features/a.feature', lines: [4] }])).toEqual({
      a: { file: 'features/a.feature', lines: [4] },
    });
  });
});

test('what was not looked for stays, and what was not caught goes', async () => {
  await inCheckout((root) => {
    remember(root, examination, parts, [caught('a', 2), caught('b', 4)]);
    remember(root, { ...examination, subject: 'other' }, parts, [caught('c', 2)]);
    remember(root, examination, parts, [
      { name: 'a', description: '', checks: { status: 'survived' } },
    ]);
    expect(Object.values(readRemembered(root)).map(Object.keys)).toEqual([['b'], ['c']]);
  });
});

test('a file that cannot be read is named, with the way out', async () => {
  await inCheckout((root, folder) => {
    writeFileSync(join(folder, 'features/caught.json'), '[1');
    expect(() => readRemembered(root)).toThrow(/caught\.json cannot be read/);
  });
});

test('the file that comes along names faults and scenarios that there are', () => {
  const root = new URL('../../', import.meta.url);
  const all = Object.values(readRemembered(root)).flatMap((faults) => Object.entries(faults));
  expect(all.length).toBeGreaterThan(500);
  for (const [fault, uid] of all) {
    expect(fault).toMatch(/^[a-z0-9-]+$/);
    expect(uid).toMatch(/^[0-9a-f]{16}$/);
  }
});
