import { Command } from 'commander';
import { expect, test } from 'vitest';
import { formatNames } from '#reports';
import { formatOption } from './format-flags.ts';
import { formatsNamed } from './formats-named.ts';

const wordsOf = (...args: readonly string[]): readonly string[] =>
  new Command().addOption(formatOption()).parse(args, { from: 'user' }).opts<{
    readonly format: readonly string[];
  }>().format;

test('formats are a list, several times over, each of them once', () => {
  expect(formatsNamed(wordsOf('--format', 'allure,junit', '-f', 'junit, ctrf'))).toEqual([
    'allure',
    'junit',
    'ctrf',
  ]);
  expect(formatsNamed(wordsOf())).toEqual([]);
});

test('the help names every format', () => {
  expect(formatOption().description).toMatch(new RegExp(`: ${formatNames.join(', ')}$`));
});

test.each([
  ['jnit', 'junit'],
  ['junit,cucumber', 'cucumber-html'],
  ['', 'ctrf'],
])('%j is refused with the nearest name', (text, name) => {
  expect(() => formatsNamed(wordsOf('--format', text))).toThrow(`did you mean ${name}?`);
});
