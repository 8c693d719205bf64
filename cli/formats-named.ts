import { BenchError, nearest } from '#core';
import { type FormatName, formatNames } from '#reports';

const isFormat = (name: string): name is FormatName =>
  (formatNames as readonly string[]).includes(name);

/** The formats that `--format` names, each once. Errors: `FB_USAGE` with the nearest name. */
export function formatsNamed(words: readonly string[]): readonly FormatName[] {
  const names = words.map((word) => word.trim());
  for (const name of names) {
    if (isFormat(name)) continue;
    throw new BenchError('FB_USAGE', `There is no format "${name}".`, {
      hint: `did you mean ${nearest(name, formatNames)}? There are: ${formatNames.join(', ')}`,
    });
  }
  return [...new Set(names.filter(isFormat))];
}
