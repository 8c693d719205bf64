import type { AttachmentEntry, FileEntry } from '#core';
import { h } from './dom.ts';

/** A file that the meter wrote, or that is kept beside the record: what it is, and the table in it. */
export function fileView(entry: FileEntry | AttachmentEntry): HTMLElement {
  const { name, bytes, sha256, path } = entry;
  const what = entry.type === 'file' ? entry.identity : entry.mediaType;
  return h(
    'div',
    { class: 'file' },
    h('p', {}, h('b', {}, name), ` ${what}, ${bytes.toLocaleString('en')} bytes `, link(path)),
    h('p', { class: 'digest' }, `SHA-256 ${sha256}`),
    entry.type === 'file' && entry.table !== null && tableOf(entry.table),
  );
}

/** Only what lies in the run's own folder is linked. */
function link(path: string | null): Node | undefined {
  if (path === null) return undefined;
  const parts = path.split('/');
  if (path.includes('\\') || parts.some((part) => part === '' || part === '..')) return undefined;
  return h('a', { href: `./${parts.map(encodeURIComponent).join('/')}` }, path);
}

function tableOf({ rows, total }: NonNullable<FileEntry['table']>): HTMLElement {
  const left = total - rows.length;
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h(
        'tbody',
        {},
        ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell)))),
      ),
    ),
    left > 0 && h('p', { class: 'more' }, `and ${left.toLocaleString('en')} more rows`),
  );
}
