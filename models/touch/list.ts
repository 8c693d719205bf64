import { type Element, type Elements, line } from './elements.ts';

/** An entry of a list: what it is, how it reads, whether it is marked. */
export interface ListItem {
  readonly id: string;
  readonly text: string;
  readonly selected?: boolean;
  readonly checked?: boolean;
}

/** The entries of a list, of which those of a page are made: there may be 100,000. */
export interface ListItems {
  readonly length: number;
  slice(from: number, to: number): readonly ListItem[];
}

/** An entry that is marked where it is the one in use. */
export const item = (id: string, text: string, selected = false): ListItem =>
  selected ? { id, text, selected } : { id, text };

const entry = ({ id, text, selected, checked }: ListItem): Element<never> => ({
  text,
  role: checked === undefined ? 'item' : 'checkbox',
  pick: id,
  ...(selected ? { selected } : {}),
  ...(checked === undefined ? {} : { checked }),
});

/** The entries of a list as rows to pick from, of which a page is made; without any, a message. */
export function pageable(items: ListItems, empty?: string): Elements<never> {
  if (items.length === 0 && empty !== undefined) return [line(empty, 'message')];
  return {
    length: items.length,
    slice: (from, to) => items.slice(from, to).map(entry),
  };
}

/** All entries of a list that stand on a screen below something else. */
export const entries = (items: ListItems): readonly Element<never>[] =>
  items.slice(0, items.length).map(entry);
