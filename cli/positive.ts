import { InvalidArgumentError } from 'commander';

/** A whole number of the command line, from 1 on. Errors: `FB_USAGE` by way of commander. */
export function positive(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('a whole number from 1 on is wanted');
}
