import type { Opening } from './details.ts';
import { part } from './dom.ts';
import type { RowList } from './row-list.ts';

/** More would make a book of it; what is open already is printed too. */
const mostOpened = 60;

/** Prints with the details of what did not pass. */
export function startPrinting(list: RowList, opening: Opening): void {
  part('print').addEventListener('click', async () => {
    const bad = list.shown.filter(
      ({ verdict, place }) => place > 0 && verdict !== 'passed' && verdict !== 'skipped',
    );
    for (const row of bad.slice(0, mostOpened)) await opening.open(row);
    await picturesLoaded();
    window.print();
  });
}

const picturesLoaded = async (): Promise<void> => {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.details img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
};
