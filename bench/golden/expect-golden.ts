import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { displayPng } from '#displays';
import type { Bench } from '../bench.ts';
import { compareGolden, type GoldenDifference } from './compare-golden.ts';
import type { GoldenEntry } from './golden-entry.ts';
import { type Golden, readGolden, usualGoldens } from './golden-file.ts';
import { goldenPlace } from './golden-place.ts';
import { readRules } from './golden-rules.ts';
import { wordsOfDifference } from './golden-words.ts';
import { keepPictures } from './keep-pictures.ts';

/** Where golden screens are, and where the pictures of a scenario go. */
export interface GoldenOptions {
  /** The folder of the golden screens; those that come along when not given. */
  readonly folder?: string;
  /** The artifacts in the folder of the run; no picture is kept when not given. */
  readonly artifacts?: string;
  /** Which scenario of the run it is, counted from 1. */
  readonly scenario?: number;
}

/** Compares the display with a golden screen: an entry in the record, and a check. */
export async function expectGolden(
  bench: Bench,
  name: string,
  { folder = usualGoldens, artifacts, scenario = 1 }: GoldenOptions = {},
): Promise<void> {
  const { model, frame } = bench;
  const rules = readRules(folder, model.family);
  const place = goldenPlace({ model, language: frame.language }, name, rules);
  const golden = readGolden(join(folder, place));
  const actual: Golden = { png: await displayPng(frame), screen: frame, model: model.name };
  const masks = rules.masks.filter(({ screens }) => screens?.includes(name) ?? true);
  const difference = await compareGolden(golden, actual, masks);
  const holds = golden !== undefined && difference.pixels === 0;
  const entry: GoldenEntry = {
    type: 'golden',
    name,
    expected: golden ? sha256(golden.png) : null,
    actual: sha256(actual.png),
    pixels: difference.pixels,
    holds,
    ...(holds || artifacts === undefined
      ? {}
      : { pictures: keepPictures({ artifacts, scenario, name }, actual, golden, difference) }),
  };
  bench.note(entry);
  bench.check(
    `golden screen "${name}"`,
    holds,
    `the display as in goldens/${place}.png`,
    seen(actual, golden, difference),
  );
}

function seen(actual: Golden, golden: Golden | undefined, difference: GoldenDifference): string {
  if (!golden) {
    return 'no such golden screen: "npx frankbench golden accept RUN" makes the picture in the artifacts of the run one';
  }
  if (difference.pixels === 0) return 'the same';
  const [summary, ...lines] = wordsOfDifference(difference, golden.screen, actual.screen);
  return [
    summary,
    ...lines.map((line) => `      ${line}`),
    '    The pictures are in the artifacts of the run; "npx frankbench golden accept RUN" takes the new one as right',
  ].join('\n');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
