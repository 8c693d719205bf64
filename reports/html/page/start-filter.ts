import { h, part } from './dom.ts';
import { plural } from './format.ts';
import type { RowList } from './row-list.ts';

/** Joins the fields above the list to it. */
export function startFilter(list: RowList, tags: readonly string[]): void {
  const search = part<HTMLInputElement>('search');
  const tag = part<HTMLSelectElement>('tag');
  const form = search.form;
  if (!form) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  fillTags(tag, list, tags);
  const found = part('found');
  const narrow = (): void => {
    const chosen = form.querySelectorAll<HTMLInputElement>('input[name=verdict]:checked');
    const shown = list.narrow({
      words: search.value.toLowerCase().split(/\s+/).filter(Boolean),
      verdicts: new Set([...chosen].map(({ value }) => value)),
      tag: tag.value === '' ? undefined : Number(tag.value),
    });
    const all = list.rows.length;
    found.textContent =
      shown === all
        ? plural(all, 'scenario')
        : `${shown.toLocaleString('en')} of ${plural(all, 'scenario')}`;
  };
  form.addEventListener('input', narrow);
  found.textContent = plural(list.rows.length, 'scenario');
}

function fillTags(select: HTMLSelectElement, list: RowList, tags: readonly string[]): void {
  const counts = new Map<number, number>();
  for (const row of list.rows) {
    for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const options = tags
    .map((name, index) => ({ name, index }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, index }) => h('option', { value: index }, `${name} (${counts.get(index) ?? 0})`));
  select.append(...options);
}
