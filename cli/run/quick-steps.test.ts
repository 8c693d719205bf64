import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseFeature } from '../gherkin/parse-feature.ts';
import { loadFeatures, loadSteps } from './cucumber.ts';
import { definitionsOf, leadingWords, matchQuickly } from './quick-steps.ts';

test.each([
  ['the power is cut', 'the power is cut'],
  ['the stick has room for {int} more bytes', 'the stick has room for '],
  ['{int} message(s) went out', ''],
  ['file(s) are there', 'file'],
  ['the sum/total is {money}', 'the '],
  ['sum/total', ''],
  ['the key(s)/button', 'the '],
  ['the sums of {int}/more', 'the sums of '],
  ['a \\{brace', 'a '],
])('%s begins with "%s"', (pattern, words) => {
  expect(leadingWords(pattern)).toBe(words);
});

/** A definition of the runner that says what it was asked. */
function definition(pattern: string | RegExp, fits: (text: string) => boolean) {
  const asked: string[] = [];
  const match = (text: string): readonly string[] | null => {
    asked.push(text);
    return fits(text) ? [text] : null;
  };
  return { pattern, expression: { match }, asked };
}

const libraryOf = (...stepDefinitions: readonly object[]) =>
  ({ originalCoordinates: {}, stepDefinitions }) as unknown as Parameters<typeof matchQuickly>[0];

test('a definition is asked only for steps that begin with its words, and once on end', () => {
  const one = definition('the meter has {int}', (text) => text.endsWith('1'));
  matchQuickly(libraryOf(one));
  const found = ['the stick has 1', 'the meter has 1', 'the meter has 1', 'the meter has 2'].map(
    (text) => one.expression.match(text),
  );
  expect(found).toEqual([null, ['the meter has 1'], ['the meter has 1'], null]);
  expect(one.asked).toEqual(['the meter has 1', 'the meter has 2']);
});

test('a regular expression is asked as before, and so is a runner that shows no definitions', () => {
  const one = definition(/^the/, () => true);
  matchQuickly(libraryOf(one));
  expect(one.expression.match('a meter')).toEqual(['a meter']);
  const opaque = { originalCoordinates: {} } as unknown as Parameters<typeof matchQuickly>[0];
  expect(() => matchQuickly(opaque)).not.toThrow();
});

test('every step of the features fits the same definitions as without, with the same groups', async () => {
  const root = new URL('../../', import.meta.url);
  const features = globSync('features/{is400,funds}/*.feature', { cwd: fileURLToPath(root) });
  const selection = { root, family: 'is400', features, names: [] };
  const library = await loadSteps(await loadFeatures(selection));
  const texts = new Set(
    features.flatMap((path) =>
      parseFeature(readFileSync(new URL(path, root), 'utf8'), path).pickles.flatMap(({ steps }) =>
        steps.map(({ text }) => text),
      ),
    ),
  );
  const definitions = definitionsOf(library);
  expect(definitions.length).toBeGreaterThan(100);
  expect(texts.size).toBeGreaterThan(500);
  let found = 0;
  for (const { expression } of definitions) {
    const { treeRegexp } = expression;
    if (!treeRegexp) throw new TypeError('the runner has other definitions than before');
    // The runner's own way lies under ours.
    const plain: { match(text: string): unknown } = Object.getPrototypeOf(treeRegexp);
    for (const text of texts) {
      const groups = plain.match.call(treeRegexp, text);
      if ((expression.match(text) !== null) !== (groups !== null)) {
        expect.fail(`"${text}" is matched otherwise`);
      }
      if (groups === null) continue;
      found += 1;
      expect(treeRegexp.match(text)).toEqual(groups);
    }
  }
  expect(found).toBeGreaterThan(500);
});
