import type {
  FieldMode,
  FieldView,
  Frame,
  Imprint,
  LedgerFigures,
  Rect,
  Row,
  RowRole,
} from '#core';

/*
 * The checks of `frameSchema`, `imprintSchema` and `ledgerSchema` written out: a frame comes with every
 * key, and the schema takes longer over it than all else that is done with an answer; and who speaks
 * the dialect does not wait until schemas are loaded.
 */

/** The frame in a value out of JSON, without names that are not known; `undefined` where there is none. */
export function knownFrame(value: unknown): Frame | undefined {
  if (!isObject(value)) return undefined;
  const { v, frame, display, title, rows, more, field, busy, beeps, language } = value;
  if (v !== 1 || !isCount(frame) || !isDisplay(display) || typeof title !== 'string') {
    return undefined;
  }
  if (typeof busy !== 'boolean' || !isCount(beeps) || typeof language !== 'string')
    return undefined;
  const knownRows = rowsIn(rows);
  const knownMore = moreIn(more);
  if (!knownRows || !knownMore) return undefined;
  if (!('field' in value)) {
    return { v, frame, display, title, rows: knownRows, more: knownMore, busy, beeps, language };
  }
  const known = fieldIn(field);
  if (!known) return undefined;
  return {
    v,
    frame,
    display,
    title,
    rows: knownRows,
    more: knownMore,
    field: known,
    busy,
    beeps,
    language,
  };
}

type Named = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => isWhole(value) && value >= 0;

const isDisplay = (value: unknown): value is Frame['display'] =>
  value === 'lcd' || value === 'touch' || value === 'off';

function rowsIn(value: unknown): readonly Row[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: Row[] = [];
  for (const each of value as readonly unknown[]) {
    const row = rowIn(each);
    if (!row) return undefined;
    rows.push(row);
  }
  return rows;
}

const roles: Readonly<Record<RowRole, true>> = {
  item: true,
  button: true,
  tab: true,
  checkbox: true,
  column: true,
  text: true,
  message: true,
  error: true,
};

const isRole = (value: unknown): value is RowRole =>
  typeof value === 'string' && Object.hasOwn(roles, value);

function rowIn(value: unknown): Row | undefined {
  if (!isObject(value)) return undefined;
  const { text, role } = value;
  if (typeof text !== 'string' || !isRole(role)) return undefined;
  const row: { -readonly [Name in keyof Row]: Row[Name] } = { text, role };
  if ('selected' in value) {
    if (typeof value.selected !== 'boolean') return undefined;
    row.selected = value.selected;
  }
  if ('checked' in value) {
    if (typeof value.checked !== 'boolean') return undefined;
    row.checked = value.checked;
  }
  if ('rect' in value) {
    const rect = rectIn(value.rect);
    if (!rect) return undefined;
    row.rect = rect;
  }
  return row;
}

function rectIn(value: unknown): Rect | undefined {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [x, y, width, height] = value as readonly unknown[];
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return undefined;
  return [x, y, width, height];
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

function moreIn(value: unknown): Frame['more'] | undefined {
  if (!isObject(value)) return undefined;
  const { above, below } = value;
  return typeof above === 'boolean' && typeof below === 'boolean' ? { above, below } : undefined;
}

const isMode = (value: unknown): value is FieldMode =>
  value === 'digits' ||
  value === 'upper' ||
  value === 'lower' ||
  value === 'symbols' ||
  value === 'accents';

function fieldIn(value: unknown): FieldView | undefined {
  if (!isObject(value)) return undefined;
  const { label, secret, mode, maxLength } = value;
  const shown = value.value;
  if (typeof label !== 'string' || typeof shown !== 'string' || typeof secret !== 'boolean') {
    return undefined;
  }
  if (!isCount(maxLength) || !isMode(mode)) return undefined;
  return { label, value: shown, maxLength, secret, mode };
}

/** The imprint in a value out of JSON, without names that are not known; `undefined` for none. */
export function knownImprint(json: unknown): Imprint | null | undefined {
  if (json === null) return null;
  if (!isObject(json)) return undefined;
  const { value, item, date, specimen } = json;
  if (!isWhole(value) || !isCount(item)) return undefined;
  if (typeof date !== 'string' || typeof specimen !== 'boolean') return undefined;
  return { value, item, date, specimen };
}

/** The figures of security cores in a value out of JSON, as those of an imprint are read. */
export function knownLedger(json: unknown): readonly LedgerFigures[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const known = json.flatMap((each: unknown) => figuresIn(each) ?? []);
  return known.length === json.length ? known : undefined;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function figuresIn(json: unknown): LedgerFigures | undefined {
  if (!isObject(json)) return undefined;
  const { serial, sequence, refilled, status, leaving, waiting } = json;
  const registers = readingIn(json.registers);
  if (typeof serial !== 'string' || registers === undefined || typeof waiting !== 'boolean') {
    return undefined;
  }
  if (status !== 'in service' && status !== 'withdrawn') return undefined;
  if (!isWhole(sequence) || !isWhole(refilled) || !isWhole(leaving)) return undefined;
  return { serial, registers, sequence, refilled, status, leaving, waiting };
}

function readingIn(json: unknown): LedgerFigures['registers'] | undefined {
  if (!isObject(json)) return undefined;
  const { ascending, descending, controlTotal, items, zeroItems } = json;
  if (!isWhole(ascending) || !isWhole(descending) || !isWhole(controlTotal)) return undefined;
  if (!isWhole(items) || !isWhole(zeroItems)) return undefined;
  return { ascending, descending, controlTotal, items, zeroItems };
}
