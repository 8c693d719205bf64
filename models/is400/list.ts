/** Where a list stands: the selected item and the first one that is visible. */
export interface ListCursor {
  readonly index: number;
  readonly top: number;
}

export const listStart: ListCursor = { index: 0, top: 0 };

/** The cursor on item `index` of `count`, with the least scrolling from `from`. No wrap-around. */
export function selectIndex(
  from: ListCursor,
  index: number,
  count: number,
  visibleRows: number,
): ListCursor {
  const clamped = Math.max(0, Math.min(index, count - 1));
  const lowestTop = Math.max(0, clamped - visibleRows + 1);
  return { index: clamped, top: Math.min(Math.max(from.top, lowestTop), clamped) };
}
