import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { redactSecrets } from '#core';
import { loadRig } from '#rigs';
import { root } from '../source.ts';
import { secretsOf } from './feature-secrets.ts';

const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root }).map((path) => join(fileURLToPath(root), path));

const features = filesOf('features/**/*.feature').map((path) => readFileSync(path, 'utf8'));

const saying = (secrets: readonly string[]): RegExp => new RegExp(`\\b(?:${secrets.join('|')})\\b`);

test('secrets are read from steps and from tables', () => {
  const table = '| name | PIN  | Password |\n  | Ann  | 5823 | Sesame1 |\n  | Ben | "" | – |';
  expect(secretsOf(`When "Ann" types PIN "4711"\n${table}\nThen 9999 is 8888`)).toEqual([
    '4711',
    '5823',
    'Sesame1',
  ]);
  expect(new Set(features.flatMap(secretsOf)).size).toBeGreaterThan(30);
});

test('no step names a PIN or a password in a way that the record would keep', () => {
  for (const text of features) {
    const secrets = secretsOf(text);
    if (secrets.length === 0) continue;
    const told = text
      .split('\n')
      .map(redactSecrets)
      .filter((line) => saying(secrets).test(line));
    // The rows of a table are not written down.
    expect(told.filter((line) => !line.trimStart().startsWith('|'))).toEqual([]);
  }
});

test("no feature has a rig's supervisor PIN in it", () => {
  const given = { ...process.env, FRANKBENCH_WS_TOKEN: 'a token' };
  const pins = filesOf('rigs/*.yaml').flatMap(
    (path) => loadRig(path, given).meter.supervisorPin ?? [],
  );
  expect(pins.length).toBeGreaterThan(0);
  for (const text of features) expect(text).not.toMatch(saying(pins));
});
