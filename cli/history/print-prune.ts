import type { PrunePlan } from '#reports';
import { textTable } from '../text-table.ts';
import { count } from './words.ts';

/** What is removed of an archive, or would be. */
export function pruneText({ archive, remove, stay, bytes }: PrunePlan, removed: boolean): string {
  const staying = `${count(stay, 'run')} ${stay === 1 ? 'stays' : 'stay'}`;
  if (remove.length === 0) return `Nothing to remove in ${archive}: ${staying}.`;
  const rows = remove.map((run) => [
    run.folder,
    `${run.rig} ${run.number}`,
    `${run.began.slice(0, 16).replace('T', ' ')}`,
    run.verdict ?? 'incomplete',
    megabytes(run.bytes),
  ]);
  const table = textTable([['folder', 'run', 'began (UTC)', 'verdict', 'size'], ...rows]);
  const sum = `${count(remove.length, 'run')}, ${megabytes(bytes)}; ${staying}`;
  return removed
    ? `${table}\nRemoved: ${sum}. The history and the ledger keep them.`
    : `${table}\nWould be removed: ${sum}. Nothing was removed: say --yes to do it.`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
