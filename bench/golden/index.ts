export { compareGolden, type GoldenDifference } from './compare-golden.ts';
export { type GoldenEntry, goldenEntry } from './golden-entry.ts';
export {
  type Golden,
  goldenPlaces,
  readGolden,
  usualGoldens,
  writeGolden,
} from './golden-file.ts';
export { goldenPlace } from './golden-place.ts';
export { type GoldenRules, type Mask, readRules } from './golden-rules.ts';
export { wordsOfDifference } from './golden-words.ts';
