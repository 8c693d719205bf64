import type { Table } from '#core';
import { type Comparison, compareTables } from './compare-tables.ts';
import type { FileIdentity } from './file-identity.ts';
import { identifyFile } from './identify-file.ts';
import type { ReadOptions, RefusedFile } from './read-result.ts';
import { readIdentified } from './read-table.ts';

export type FileComparison = { readonly identity: FileIdentity } & (
  | ({ readonly status: 'compared' } & Comparison)
  | RefusedFile
);

/** Says what a file is, reads the table in it and compares that with what the display shows. */
export async function compareFile(
  shown: Table,
  bytes: Uint8Array,
  options: Pick<ReadOptions, 'formulaMarks'> & { readonly most?: number } = {},
): Promise<FileComparison> {
  const identity = await identifyFile(bytes);
  const { most, ...reading } = options;
  const read = await readIdentified(bytes, identity, shown.columns, {
    ...reading,
    totals: shown.totals !== undefined,
  });
  if (read.status === 'refused') return { identity, ...read };
  const compared = compareTables(shown, read, most === undefined ? {} : { most });
  return { identity, status: 'compared', ...compared };
}
