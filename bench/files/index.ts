export { compareFile, type FileComparison } from './compare-file.ts';
export {
  type Comparison,
  compareTables,
  type Difference,
  type DifferenceKind,
} from './compare-tables.ts';
export type * from './file-identity.ts';
export { type FilePlace, type FileProblem, placeText, problemText } from './file-place.ts';
export { firstRows } from './first-rows.ts';
export { identifyFile } from './identify-file.ts';
export { identityText } from './identity-text.ts';
export type { ReadLine, ReadOptions, ReadTable, RefusedFile } from './read-result.ts';
export { readTable } from './read-table.ts';
