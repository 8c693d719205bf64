import { InvalidArgumentError, Option } from 'commander';
import { nearest } from '#core';
import { type FormatName, formatNames } from '#reports';

/** `--format junit,ctrf`, also more than once: what is made of a run for programs of others. */
export const formatOption = (): Option =>
  new Option('-f, --format <names>', `also write, separated by commas: ${formatNames.join(', ')}`)
    .argParser(parseFormats)
    .default([], 'none');

const isFormat = (name: string): name is FormatName =>
  (formatNames as readonly string[]).includes(name);

/** Reads one value of the option behind those before. Errors: commander's, which becomes `FB_USAGE`. */
export function parseFormats(
  text: string,
  before: readonly FormatName[] = [],
): readonly FormatName[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) {
    if (isFormat(name)) continue;
    throw new InvalidArgumentError(
      `There is no format "${name}".\n(Did you mean ${nearest(name, formatNames)}?)`,
    );
  }
  return [...new Set([...before, ...names.filter(isFormat)])];
}
