import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgePackages, needing, runTool, type Tool } from './tools.ts';

// A cast, since no tool of the list is missing everywhere.
const missing = 'fsck.missing' as Tool;

test('a test whose tool is missing is skipped by a title that says so, and fails on the server', () => {
  const title = expect.stringContaining('it is clean [not checked: fsck.missing is missing');
  expect(needing([missing], 'it is clean', false)).toEqual({ title, skip: true });
  expect(needing([missing], 'it is clean', true)).toEqual({ title, skip: false });
  expect(() => runTool(missing, [])).toThrow('fsck.missing is missing');
});

test('a test that needs nothing is not skipped', () => {
  expect(needing([], 'it is clean', false)).toEqual({ title: 'it is clean', skip: false });
});

test('the build installs every package of which a program judges, and looks for each', () => {
  const script = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');
  const listed = (name: string) =>
    new RegExp(`^${name}=\\((.*)\\)$`, 'm').exec(script)?.[1]?.split(' ');
  expect(listed('packages')).toEqual(judgePackages.map(({ name }) => name));
  expect(listed('programs')).toEqual(judgePackages.map(({ programs }) => programs[0]));
});
