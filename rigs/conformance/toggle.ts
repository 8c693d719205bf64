import { type Frame, isTouch, type Key, type Point, type Press, type Row, sameScreen } from '#core';
import type { Hands } from './hands.ts';

/** Two keys that change the display and undo it, and change nothing else: learned from the frames. */
export interface Toggle {
  readonly there: Press;
  readonly back: Press;
  /** Two keys that do so in the place which `there` leads to, where each press can be seen. */
  readonly step?: { readonly down: Key; readonly up: Key };
}

/** Keys that only move about on any panel. */
const pairs: readonly (readonly [there: Key, back: Key])[] = [
  ['MENU', 'C'],
  ['MENU', 'HOME'],
  ['DOWN', 'UP'],
  ['RIGHT', 'LEFT'],
];

const opensOnly = /menu|setting|setup|report|help|info|account|profile|param/i;
const leadsBack = /^(home|back|cancel|close|accueil|retour|annuler|fermer)$/i;

/** Tries what is harmless on any model until two presses lead away and back. */
export async function learnToggle(hands: Hands): Promise<Toggle | undefined> {
  if (hands.canPress) {
    for (const [there, back] of pairs) {
      if (await leadsThereAndBack(hands, there, () => back)) {
        const step = await learnStep(hands, there, back);
        return { there, back, ...(step ? { step } : {}) };
      }
    }
  }
  if (!hands.canTouch) return undefined;
  const rows = operable(await hands.frame());
  const ranked = [
    ...rows.filter(({ text }) => opensOnly.test(text)),
    ...rows.filter(({ text }) => !opensOnly.test(text)),
  ];
  for (const row of ranked.slice(0, 6)) {
    const back = (frame: Frame): Press | undefined =>
      middleOf(operable(frame).find(({ text }) => leadsBack.test(text.trim())));
    const there = middleOf(row);
    const found = there && (await leadsThereAndBack(hands, there, back));
    if (there && found) return { there, back: found };
  }
  return undefined;
}

/** The way back when both presses do as they should. */
async function leadsThereAndBack(
  hands: Hands,
  there: Press,
  wayBack: (frame: Frame) => Press | undefined,
): Promise<Press | undefined> {
  const before = await hands.frame();
  const after = await hands.press(there);
  if (sameView(before, after)) return undefined;
  const back = wayBack(after);
  if (back === undefined) return undefined;
  return sameView(before, await hands.press(back)) ? back : undefined;
}

async function learnStep(hands: Hands, there: Key, back: Key): Promise<Toggle['step']> {
  const before = await hands.press(there);
  const one = await hands.press('DOWN');
  const two = await hands.press('DOWN');
  await hands.press('UP');
  const up = await hands.press('UP');
  await hands.press(back);
  const moves = !sameView(before, one) && !sameView(one, two) && !sameView(before, two);
  return moves && sameView(before, up) ? { down: 'DOWN', up: 'UP' } : undefined;
}

/** Rows that can be touched, from the top. */
export const operable = (frame: Frame): readonly Row[] =>
  frame.rows.filter(({ rect, role }) => rect && role !== 'text' && role !== 'message');

/** The place to touch for a row. */
export function middleOf(row: Row | undefined): Point | undefined {
  if (!row?.rect) return undefined;
  const [x, y, width, height] = row.rect;
  return { x: x + Math.floor(width / 2), y: y + Math.floor(height / 2) };
}

/** True when a person sees the same, apart from how often it has beeped. */
export const sameView = (a: Frame, b: Frame): boolean =>
  sameScreen({ ...a, beeps: 0 }, { ...b, beeps: 0 });

/** A press for people. */
export const pressText = (press: Press): string =>
  isTouch(press) ? `a tap at ${press.x},${press.y}` : press;
