import type { FieldMode, Point, Rect } from '#core';
import type { KeyText } from './panel.ts';
import type { TouchProfile } from './profile.ts';
import type { KeyAction } from './tap.ts';

type KeyboardProfile = Pick<TouchProfile, 'displayWidth' | 'keyboard'>;

/** A key that is drawn: what it does, and the name of the text on it where it types no character. */
export interface KeyCap {
  readonly rect: Rect;
  readonly action: KeyAction;
  readonly label: KeyText | undefined;
}

const top = 150;
const rowHeight = 52;

const pages: readonly { readonly label: KeyText; readonly mode: FieldMode }[] = [
  { label: 'letters', mode: 'lower' },
  { label: 'symbols', mode: 'symbols' },
  { label: 'accents', mode: 'accents' },
];

/** The function keys below the characters; a field of digits has only the last two. */
function functionKeys(mode: FieldMode): readonly Pick<KeyCap, 'action' | 'label'>[] {
  const erase = [
    { label: 'backspace', action: { type: 'BACKSPACE' } },
    { label: 'clear', action: { type: 'CLEAR' } },
  ] as const;
  if (mode === 'digits') return erase;
  return [
    { label: 'shift', action: { type: 'MODE', mode: mode === 'upper' ? 'lower' : 'upper' } },
    ...pages
      .filter((page) => page.mode !== mode && (page.mode !== 'lower' || mode !== 'upper'))
      .map((page) => ({ label: page.label, action: { type: 'MODE', mode: page.mode } as const })),
    { label: 'space', action: { type: 'KEY', character: ' ' } },
    ...erase,
  ];
}

const layouts = new WeakMap<KeyboardProfile, Map<FieldMode, readonly KeyCap[]>>();

/** The keys of the keyboard in one mode, with their places. */
export function keyCaps(mode: FieldMode, profile: KeyboardProfile): readonly KeyCap[] {
  const known = layouts.get(profile) ?? new Map<FieldMode, readonly KeyCap[]>();
  layouts.set(profile, known);
  const made = known.get(mode) ?? drawKeys(mode, profile);
  known.set(mode, made);
  return made;
}

function drawKeys(mode: FieldMode, profile: KeyboardProfile): readonly KeyCap[] {
  const rows = profile.keyboard[mode];
  const width = Math.floor((profile.displayWidth - 16) / 10);
  const characters = rows.flatMap((row, line) =>
    [...row].map(
      (character, column): KeyCap => ({
        rect: [8 + column * width, top + line * rowHeight, width - 4, rowHeight - 4],
        action: { type: 'KEY', character },
        label: undefined,
      }),
    ),
  );
  const functions = functionKeys(mode);
  const wide = Math.floor((profile.displayWidth - 16) / functions.length);
  return [
    ...characters,
    ...functions.map(
      ({ label, action }, column): KeyCap => ({
        rect: [8 + column * wide, top + rows.length * rowHeight, wide - 4, rowHeight - 4],
        action,
        label,
      }),
    ),
  ];
}

/** Whether a point lies in a rectangle; its right and lower edges are outside. */
export const contains = ([x, y, width, height]: Rect, point: Point): boolean =>
  point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;

/** Where a finger touches a rectangle. */
export const middleOf = ([x, y, width, height]: Rect): Point => ({
  x: x + Math.floor(width / 2),
  y: y + Math.floor(height / 2),
});

/** The key at a point of the display; `undefined` where none is. */
export const keyAt = (
  point: Point,
  mode: FieldMode,
  profile: KeyboardProfile,
): KeyCap | undefined => keyCaps(mode, profile).find(({ rect }) => contains(rect, point));

/** The mode of the keyboard in which a character can be typed: the present one if possible. */
const modeFor = (
  character: string,
  modes: readonly FieldMode[],
  present: FieldMode,
  profile: KeyboardProfile,
): FieldMode | undefined =>
  [present, ...modes.filter((mode) => mode !== present)].find((mode) =>
    keyCaps(mode, profile).some(
      ({ action }) => action.type === 'KEY' && action.character === character,
    ),
  );

/** Where to tap for a key that does this, in a mode of the keyboard. */
export const pointFor = (
  mode: FieldMode,
  profile: KeyboardProfile,
  fits: (action: KeyAction) => boolean,
): Point | undefined => {
  const cap = keyCaps(mode, profile).find(({ action }) => fits(action));
  return cap && middleOf(cap.rect);
};

const modesFrom = (mode: FieldMode, profile: KeyboardProfile): readonly FieldMode[] =>
  keyCaps(mode, profile).flatMap(({ action }) => (action.type === 'MODE' ? action.mode : []));

/** Where to tap to type a text from an empty field; `undefined` when a character has no key. */
export function tapsFor(
  text: string,
  modes: readonly FieldMode[],
  from: FieldMode,
  profile: KeyboardProfile,
): readonly Point[] | undefined {
  const taps: Point[] = [];
  let mode = from;
  for (const character of text) {
    const wanted = modeFor(character, modes, mode, profile);
    if (!wanted) return undefined;
    while (mode !== wanted) {
      const isDirect = modesFrom(mode, profile).includes(wanted);
      const next = isDirect ? wanted : 'lower';
      const tap = pointFor(mode, profile, (key) => key.type === 'MODE' && key.mode === next);
      if (!tap) return undefined;
      taps.push(tap);
      mode = next;
    }
    const tap = pointFor(mode, profile, (key) => key.type === 'KEY' && key.character === character);
    if (!tap) return undefined;
    taps.push(tap);
  }
  return taps;
}

/** Where to tap to empty the field. */
export const clearTap = (mode: FieldMode, profile: KeyboardProfile): Point | undefined =>
  pointFor(mode, profile, ({ type }) => type === 'CLEAR');
