import type { AnyMachineSnapshot } from 'xstate';
import type { FieldMode, Key } from '#core';
import type { Credentials } from '../model.ts';
import type { Context } from './context.ts';
import { fieldSpec } from './fields.ts';
import { type ListSources, listItems } from './lists.ts';
import { type MenuName, menuItems, menus } from './menus.ts';
import { contextOf, specOf } from './place.ts';
import type { Profile } from './profile.ts';
import { strokeFor } from './text-entry.ts';

const leave: readonly Key[] = ['MENU', 'HOME'];

/** Digits that go on with the number of an entry, and OK for one that others begin with too. */
function numberKeys(menu: MenuName, { memory, shortcut }: Context): readonly Key[] {
  const numbers = menuItems(menu, memory).map(({ number }) => String(number));
  const next = numbers
    .filter((number) => number.length > shortcut.length && number.startsWith(shortcut))
    .map((number) => number.charAt(shortcut.length) as Key);
  return [...(numbers.includes(shortcut) ? (['OK'] as const) : []), ...new Set(next)];
}

/** Keys worth pressing on the way to somewhere else; none of them types a wrong text. */
export function movesOf(snapshot: AnyMachineSnapshot, credentials: Credentials): readonly Key[] {
  const spec = specOf(snapshot);
  switch (spec.kind) {
    case 'busy':
      return [];
    case 'notice':
      return ['OK', ...leave];
    case 'lines':
      return ['OK', 'C', ...leave];
    case 'list':
      return spec.list in menus
        ? [...numberKeys(spec.list as MenuName, contextOf(snapshot)), 'C', ...leave]
        : ['OK', 'DOWN', 'UP', 'C', ...leave];
    case 'field': {
      const { asks } = fieldSpec(spec.field);
      if (!asks) return ['OK', 'C', ...leave];
      const typed = contextOf(snapshot).field.value;
      const known = [credentials[asks], credentials.supervisor].filter((pin) => pin !== undefined);
      const next = known
        .filter((pin) => pin !== typed && pin.startsWith(typed))
        .map((pin) => pin.charAt(typed.length) as Key);
      return [...(known.includes(typed) ? (['OK'] as const) : []), ...next, 'C', ...leave];
    }
  }
}

/** Keys that leave `text` in the field on the display, whatever was in it. */
export function keysFor(
  snapshot: AnyMachineSnapshot,
  text: string,
  profile: Profile,
): readonly Key[] | undefined {
  const spec = specOf(snapshot);
  if (spec.kind !== 'field') return undefined;
  const modes = fieldSpec(spec.field).modes(profile);
  const { field } = contextOf(snapshot);
  const keys: Key[] = field.value === '' ? [] : ['C', 'C'];
  let mode: FieldMode = field.mode;
  let last: Key | undefined;
  for (const character of text) {
    const stroke = strokeFor(character, modes, profile.keyCharacters, mode);
    if (!stroke) return undefined;
    while (mode !== stroke.mode) {
      keys.push('UP');
      mode = modes[(modes.indexOf(mode) + 1) % modes.length] ?? mode;
      last = undefined;
    }
    if (last === stroke.digit && mode !== 'digits') keys.push('RIGHT');
    for (let press = 0; press < stroke.presses; press += 1) keys.push(stroke.digit);
    last = stroke.digit;
  }
  return keys;
}

/** Arrow keys from the selected row to the one with this text, visible or not. */
export function keysToRow(
  snapshot: AnyMachineSnapshot,
  text: string,
  sources: ListSources,
): readonly Key[] | undefined {
  const spec = specOf(snapshot);
  if (spec.kind !== 'list') return undefined;
  const context = contextOf(snapshot);
  const index = listItems(spec.list, context, sources).findIndex((item) => item.text === text);
  if (index < 0) return undefined;
  const rows = index - context.list.index;
  return Array<Key>(Math.abs(rows)).fill(rows < 0 ? 'UP' : 'DOWN');
}
