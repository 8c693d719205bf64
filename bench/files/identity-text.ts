import type { CsvIdentity, FileIdentity } from './file-identity.ts';
import { problemText } from './file-place.ts';

/** What a file is, in words: "CSV, UTF-8, CRLF, fields by ;, 3 columns, 12 records". */
export function identityText(identity: FileIdentity): string {
  switch (identity.kind) {
    case 'csv':
      return csvText(identity);
    case 'xls': {
      const marks = [
        identity.encrypted ? ', encrypted' : '',
        identity.macros ? ', with macros' : '',
      ];
      return `XLS (BIFF8), ${identity.sheets.length} sheets${marks.join('')}`;
    }
    case 'pdf': {
      const marks = [
        identity.encrypted ? ', encrypted' : '',
        identity.javascript ? ', with scripts' : '',
        identity.revisions > 1 ? `, changed ${identity.revisions - 1} times` : '',
      ];
      return `PDF ${identity.version}${marks.join('')}`;
    }
    case 'damaged':
      return `damaged ${identity.meant.toUpperCase()}: ${problemText(identity)}`;
    case 'empty':
    case 'old xls':
    case 'xlsx':
    case 'html':
    case 'xml spreadsheet':
    case 'unknown':
      return identity.kind;
    default:
      return identity satisfies never;
  }
}

function csvText(csv: CsvIdentity): string {
  const { crlf, lf, cr } = csv.lineEnds;
  const ends = Object.entries({ CRLF: crlf, LF: lf, CR: cr }).flatMap(([name, count]) =>
    count > 0 ? [name] : [],
  );
  const delimiter = csv.delimiter === '\t' ? 'tab' : csv.delimiter;
  return [
    'CSV',
    csv.encoding.toUpperCase() + (csv.bom ? ' with BOM' : ''),
    ends.length > 1 ? `mixed line ends (${ends.join(', ')})` : (ends[0] ?? 'no line end'),
    ...(delimiter === undefined ? [] : [`fields by ${delimiter}`]),
    `${csv.columns} columns`,
    `${csv.records} records`,
    ...(csv.ragged ? [`line ${csv.ragged.line} has ${csv.ragged.fields} fields`] : []),
  ].join(', ');
}
