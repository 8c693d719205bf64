/** What can be wrong with a pack or between packs, and what it means. */
export const findingMeanings = {
  'no-list': 'There is no list of files: nothing in the folder is vouched for.',
  'odd-file': 'Only plain files and folders belong in a pack; this leads somewhere else.',
  'list-line': 'The list of files has a line that is not one of sha256sum.',
  'list-path':
    'The list of files names a place outside the pack, or one that not every program takes.',
  'list-twice': 'The list of files names a file twice: programs differ in which of them they take.',
  'list-order': 'The list of files is not in the order in which it is made.',
  'file-missing': 'A file that the signer listed was taken out.',
  'file-unlisted': 'A file was put in that the signer has not listed.',
  'file-changed': 'The file is another one than the signer listed.',
  'signature-missing': 'A signature was taken out.',
  'signature-wrong':
    'The signature does not fit: what was signed was changed, or it is of another pack.',
  'key-unknown': 'It was signed with a key that the register does not know.',
  'keys-differ': 'The signatures of one pack are of different keys.',
  'record-unreadable': 'The record cannot be read to its end.',
  'chain-broken': 'A line of the record was changed, left out or put in.',
  unreadable: 'The file does not hold what it should.',
  'document-differs': 'The file says something else than the record and run.json.',
  'target-differs': 'The files differ in whether it was a machine or an emulator.',
  'statement-differs': 'What was stated differs from what happened by the record and run.json.',
  'run-differs': 'run.json says something else of the record than is there.',
  'plan-differs': 'What was carried out is not what was planned.',
  'results-differ': 'The results for other programs are not those of the record.',
  'software-differs': 'The list of software is not that of the run.',
  'screen-missing': 'A display of the record has no picture.',
  'screen-unknown': 'A picture shows a display that is not in the record.',
  'screen-differs':
    'The picture is not what the display of the record looks like (or was drawn by another version of Frankbench).',
  'screen-digest': 'A display of the record stands under the digest of another one.',
  'kept-missing': 'A file that the record says was kept is not there.',
  'kept-changed': 'A file that was kept is not the one that the record tells of.',
  'time-back': 'Time went backwards: a clock was set back, or a time was changed.',
  'time-outside': 'Something happened outside the time of the run.',
  'time-odd': 'A record of a machine has the time on every line, one of an emulator on none.',
  'run-missing': 'A run of the rig lies between the packs and was left out.',
  'run-twice': 'Two packs claim the same number on the rig.',
  'previous-differs': 'The run before was another one than this run says, or was changed since.',
  'other-rig': 'The run that should be the one before is of another rig.',
} as const;

export type FindingCode = keyof typeof findingMeanings;

/** One thing that is wrong with a pack. */
export interface Finding {
  readonly code: FindingCode;
  /** Relative to the pack; left out where no one file is meant. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly expected?: string;
  readonly seen?: string;
}

/** A finding as a person reads it. */
export function findingText({ code, file, line, expected, seen }: Finding): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  const said = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(seen === undefined ? [] : [`seen ${seen}`]),
  ].join(', ');
  const head = [code, place, said].filter((part) => part !== '').join('  ');
  return `${head}\n    ${findingMeanings[code]}`;
}
