/** Characters that a file name on a FAT stick cannot have. */
export const forbiddenCharacters = '\\ / : * ? " < > |';

/** True for a name that a FAT stick takes: none of the forbidden characters, no dot at its end. */
export const isFileName = (name: string): boolean =>
  !/[\\/:*?"<>|]/.test(name) && !/[. ]$/.test(name) && name.trim() !== '';

/** An XLS sheet has 65,536 rows; the title, the notes, the header and the totals take some. */
export const xlsRows = 65_536;
