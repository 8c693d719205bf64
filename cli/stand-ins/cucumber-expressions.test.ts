import * as whole from '@cucumber/cucumber-expressions';
import { expect, test } from 'vitest';
import * as standIn from './cucumber-expressions.ts';

const patterns = [
  'the meter',
  'the {word} account {string} is listed {int} time(s)',
  'it takes {float} seconds/minutes',
];
const texts = [
  'the meter',
  'the default account "Main" is listed 2 times',
  'the default account "Main" is listed 1 time',
  'it takes 1.5 minutes',
  'it takes long',
];

/** What each pattern finds in each text. */
function found({ CucumberExpression, ParameterTypeRegistry }: typeof standIn | typeof whole) {
  const types = new ParameterTypeRegistry();
  return patterns.map((pattern) => {
    const expression = new CucumberExpression(pattern, types);
    const matches = texts.map((text) => expression.match(text));
    return [expression.source, matches.map((match) => match?.map((each) => each.getValue(null)))];
  });
}

test('a pattern finds what the one of the package finds', () => {
  expect(found(standIn)).toEqual(found(whole));
  expect(found(standIn)).toContainEqual([
    patterns[1],
    [undefined, ['default', 'Main', 2], ['default', 'Main', 1], undefined, undefined],
  ]);
});

test('a pattern is read when a text is held against it, and refused then', () => {
  const types = new standIn.ParameterTypeRegistry();
  const expression = new standIn.CucumberExpression('the {colour} key', types);
  expect(() => expression.match('the red key')).toThrow("Undefined parameter type 'colour'");
  const colour = new whole.ParameterType('colour', /red|blue/, String, (text) => text, true, false);
  types.defineParameterType(colour);
  expect(expression.match('the red key')?.map((each) => each.getValue(null))).toEqual(['red']);
});

test('of the types of parameters those are missing that are numbers of other languages', () => {
  const names = ({ ParameterTypeRegistry }: typeof standIn | typeof whole) =>
    [...new ParameterTypeRegistry().parameterTypes].map(({ name }) => name);
  expect(names(standIn)).toEqual(['int', 'float', 'word', 'string', '']);
  expect(names(whole)).toEqual(expect.arrayContaining(names(standIn)));
  const types = new standIn.ParameterTypeRegistry();
  types.defineParameterType(new whole.ParameterType('byte', /0x../, Number, Number, true, false));
  expect(types.lookupByTypeName('byte')).toBeDefined();
});
