import { Option } from 'commander';

/** `--format junit,ctrf`, also more than once; `formatsNamed` reads the words. */
export const formatOption = (): Option =>
  new Option(
    '-f, --format <names>',
    'also write, separated by commas: junit, messages, cucumber-html, ctrf, allure',
  )
    .argParser((text, before: readonly string[]) => [...before, ...text.split(',')])
    .default([], 'none');
