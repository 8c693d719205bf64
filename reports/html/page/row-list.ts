/** A scenario's row in the list. */
export interface ListRow {
  readonly element: HTMLElement;
  /** What is clicked and has the focus. */
  readonly line: HTMLElement;
  /** Its place in the run; 0 when it was not run. */
  readonly place: number;
  readonly name: string;
  /** The class of its verdict: `not-run`. */
  readonly verdict: string;
  readonly tags: readonly number[];
}

/** What the list is narrowed to. */
export interface Filter {
  /** Words that must all be in a row. */
  readonly words: readonly string[];
  /** None means all. */
  readonly verdicts: ReadonlySet<string>;
  readonly tag: number | undefined;
}

/** The rows of the list, which stand in the page already. */
export class RowList {
  readonly rows: readonly ListRow[];
  readonly #byPlace = new Map<number, ListRow>();
  readonly #tags: readonly string[];
  #texts: readonly string[] | undefined;

  constructor(tags: readonly string[]) {
    this.#tags = tags;
    this.rows = [...document.querySelectorAll<HTMLElement>('#list .row')].map(rowOf);
    for (const row of this.rows) if (row.place > 0) this.#byPlace.set(row.place, row);
  }

  at(place: number): ListRow | undefined {
    return this.#byPlace.get(place);
  }

  get shown(): readonly ListRow[] {
    return this.rows.filter(({ element }) => !element.hidden);
  }

  /** Shows the rows that fit; returns how many. */
  narrow(filter: Filter): number {
    const texts = filter.words.length > 0 ? this.#searchTexts() : [];
    const inBlock = new Map<Element, number>();
    let shown = 0;
    for (const [index, row] of this.rows.entries()) {
      const fits = fitsFilter(row, texts[index] ?? '', filter);
      row.element.hidden = !fits;
      shown += Number(fits);
      const block = row.element.parentElement;
      if (block) inBlock.set(block, (inBlock.get(block) ?? 0) + Number(fits));
    }
    const sections = new Set<HTMLElement>();
    for (const [block, count] of inBlock) {
      block.className = count === 0 ? 'rows empty' : `rows n${count}`;
      if (block.parentElement) sections.add(block.parentElement);
    }
    for (const section of sections) {
      section.hidden = section.querySelector('.rows:not(.empty)') === null;
    }
    return shown;
  }

  #searchTexts(): readonly string[] {
    this.#texts ??= this.rows.map(({ element, tags }) => {
      const feature = element.closest('.feature')?.querySelector('h3')?.textContent ?? '';
      const named = tags.map((tag) => this.#tags[tag] ?? '').join(' ');
      return `${element.textContent} ${named} ${feature}`.toLowerCase();
    });
    return this.#texts;
  }
}

function rowOf(element: HTMLElement): ListRow {
  const line = element.querySelector<HTMLElement>('.line') ?? element;
  return {
    element,
    line,
    place: Number(element.id.slice(1)),
    name: line.querySelector('.name')?.textContent ?? '',
    verdict: element.classList.item(1) ?? '',
    tags: (element.dataset.tags ?? '').split(' ').filter(Boolean).map(Number),
  };
}

const fitsFilter = (row: ListRow, text: string, { words, verdicts, tag }: Filter): boolean =>
  (verdicts.size === 0 || verdicts.has(row.verdict)) &&
  (tag === undefined || row.tags.includes(tag)) &&
  words.every((word) => text.includes(word));
