import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GoldenDifference } from './compare-golden.ts';
import type { GoldenEntry } from './golden-entry.ts';
import { type Golden, writeGolden } from './golden-file.ts';

interface Where {
  /** The artifacts in the folder of a run. */
  readonly artifacts: string;
  /** Which scenario of the run it is, counted from 1. */
  readonly scenario: number;
  readonly name: string;
}

/**
 * Keeps what a person needs to judge a difference, and what accepting it takes:
 * `artifacts/golden/0003-Account List.actual.png` and its `.json`, `.expected.png`, `.difference.png`.
 */
export function keepPictures(
  { artifacts, scenario, name }: Where,
  actual: Golden,
  golden: Golden | undefined,
  { picture }: GoldenDifference,
): NonNullable<GoldenEntry['pictures']> {
  const stem = join('golden', `${String(scenario).padStart(4, '0')}-${name}`);
  const keep = (kind: 'expected' | 'difference', bytes: Uint8Array): string => {
    writeFileSync(join(artifacts, `${stem}.${kind}.png`), bytes);
    return join(basename(artifacts), `${stem}.${kind}.png`);
  };
  mkdirSync(join(artifacts, 'golden'), { recursive: true });
  writeGolden(join(artifacts, `${stem}.actual`), actual);
  return {
    actual: join(basename(artifacts), `${stem}.actual.png`),
    ...(golden
      ? { expected: keep('expected', golden.png), difference: keep('difference', picture) }
      : {}),
  };
}
