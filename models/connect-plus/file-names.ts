import type { Table } from '#core';

/** Characters that a file name on a FAT stick cannot have. */
export const forbiddenCharacters = '\\ / : * ? " < > |';

/** True for a name that a FAT stick takes: none of the forbidden characters, no dot at its end. */
export const isFileName = (name: string): boolean =>
  !/[\\/:*?"<>|]/.test(name) && !/[. ]$/.test(name) && name.trim() !== '';

/** Rows of a sheet of Excel 97-2003. */
const sheetRows = 65_536;

/** How many rows of a report fit: title, notes, an empty row, the header and the totals take some. */
export const xlsRoom = ({ notes, totals }: Pick<Table, 'notes' | 'totals'>): number =>
  sheetRows - notes.length - (totals ? 4 : 3);
