import type { FilePlace, FileProblem } from './file-place.ts';

export interface ReadOptions {
  /** Whether the last line is the totals. Default: no. */
  readonly totals?: boolean;
  /** Whether a `'` before `=`, `+`, `-` or `@` in CSV is a spreadsheet's mark of a text. Default: yes. */
  readonly formulaMarks?: boolean;
}

export interface ReadLine {
  readonly cells: readonly string[];
  readonly place: FilePlace;
}

/** A report as it stands in a file: every cell as a person reads it there. */
export interface ReadTable {
  readonly status: 'read';
  readonly format: 'csv' | 'xls' | 'pdf';
  /** The lines above the header, the title first; none in a format that has no room for them. */
  readonly lead: readonly string[] | undefined;
  readonly headings: readonly string[];
  readonly rows: readonly ReadLine[];
  readonly totals: ReadLine | undefined;
  /** A PDF does not tell how many spaces stand together, nor any at the end of a cell. */
  readonly spaces: 'kept' | 'collapsed';
  /** Cells that read well and are stored as something else, a figure as text for example. */
  readonly oddities: readonly FileProblem[];
}

/** A file from which no table can be read, and why. */
export interface RefusedFile extends FileProblem {
  readonly status: 'refused';
}

export const refused = (problem: string, place?: FilePlace): RefusedFile => ({
  status: 'refused',
  problem,
  ...(place ? { place } : {}),
});
