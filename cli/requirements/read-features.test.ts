import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadFeatures, planFeatures, scenariosOf } from '../run/cucumber.ts';
import { readFeatures } from './read-features.ts';

const english = `@is400
Feature: Accounts
  Source: as @A-9, which is no tag.

  @A-1
  Rule: One

    Scenario: First
      Given "@A-7"

    @assumed
    Scenario Outline: A <thing>
      Given <thing>

      Examples:
        | thing |
        | tap   |
        | key   |

  Rule: Two

    Scenario: Second
      Given nothing
`;

const french = `# language: fr
Fonctionnalité: Comptes

  @A-2
  Règle: Un

    Scénario: Premier
      Étant donné rien
`;

const folderWith = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'frankbench-features-'));
  mkdirSync(join(folder.path, 'deeper'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  return folder;
};

test('scenarios have the tags of rule and feature, rules their own, each with its line', () => {
  using folder = folderWith({ 'b.feature': english, 'deeper/a.feature': french, 'c.txt': '@A-8' });
  expect(readFeatures([folder.path], folder.path)).toEqual({
    scenarios: [
      { id: 'b.feature:8', name: 'First', tags: ['@is400', '@A-1'] },
      { id: 'b.feature:17', name: 'A tap', tags: ['@is400', '@A-1', '@assumed'] },
      { id: 'b.feature:18', name: 'A key', tags: ['@is400', '@A-1', '@assumed'] },
      { id: 'b.feature:22', name: 'Second', tags: ['@is400'] },
      { id: 'deeper/a.feature:7', name: 'Premier', tags: ['@A-2'] },
    ],
    rules: [
      { id: 'b.feature:6', name: 'One', tags: ['@A-1'] },
      { id: 'b.feature:20', name: 'Two', tags: [] },
      { id: 'deeper/a.feature:5', name: 'Un', tags: ['@A-2'] },
    ],
  });
});

test('scenarios stand where a run says that they stand', async () => {
  const root = new URL('../../', import.meta.url);
  const files = ['features/funds/refill.feature', 'features/onboarding/connexion.fr.feature'];
  const loaded = loadFeatures({ root, family: 'onboarding', features: files, names: [] });
  const planned = scenariosOf(await planFeatures(loaded));
  const base = fileURLToPath(root);
  const { scenarios } = readFeatures(
    files.map((file) => join(base, file)),
    base,
  );
  expect(scenarios.map(({ id }) => id).toSorted()).toEqual(planned.toSorted());
});

test('a file can be named itself, and one that is named twice is read once', () => {
  using folder = folderWith({ 'a.feature': french, 'b.feature': english });
  const file = join(folder.path, 'a.feature');
  expect(readFeatures([file, file], folder.path).scenarios).toHaveLength(1);
  expect(readFeatures([folder.path, file], folder.path).scenarios).toHaveLength(5);
});

test('Gherkin that cannot be read is an error with its file, line and column', () => {
  using folder = folderWith({
    'a.feature': 'Feature: A\n\n  Scenario: B\n    Given c\n    Gven d\n',
  });
  expect(() => readFeatures([folder.path], folder.path)).toThrow(
    /Cannot read a\.feature: [\s\S]*\(5:5\)[\s\S]*\(FB_FEATURE_FILE\)$/,
  );
});

test('a folder that is not there, and one without a scenario, are errors', () => {
  using folder = folderWith({ 'a.feature': 'Feature: A\n' });
  expect(() => readFeatures([join(folder.path, 'none')], folder.path)).toThrow(
    /Cannot read .*none[\s\S]*\(FB_FEATURE_FILE\)$/,
  );
  expect(() => readFeatures([folder.path], folder.path)).toThrow(/\(FB_NO_SCENARIO\)$/);
});
