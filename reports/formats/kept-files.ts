import type { RecordLine } from '#core';

/** A file of the run's folder that the record names. */
export interface KeptFile {
  readonly name: string;
  /** Relative to the run's folder. */
  readonly path: string;
  readonly mediaType: string;
}

/** The files that were kept of what happened: what the meter wrote, attachments, pictures. */
export const keptFiles = (lines: readonly RecordLine[]): readonly KeptFile[] =>
  lines.flatMap((line) => {
    switch (line.type) {
      case 'file':
        return line.path === null
          ? []
          : [{ name: line.name, path: line.path, mediaType: mediaTypeOf(line.name) }];
      case 'attachment':
        return [{ name: line.name, path: line.path, mediaType: line.mediaType }];
      case 'golden':
        return Object.entries(line.pictures ?? {}).map(([which, path]) => ({
          name: `${line.name} (${which})`,
          path,
          mediaType: 'image/png',
        }));
      default:
        return [];
    }
  });

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  pdf: 'application/pdf',
  xls: 'application/vnd.ms-excel',
  txt: 'text/plain',
};

const mediaTypeOf = (name: string): string =>
  mediaTypes[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
