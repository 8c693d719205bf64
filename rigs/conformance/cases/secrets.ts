import type { FieldView, Frame } from '#core';
import { type ConformanceCase, require, Unmade } from '../case.ts';
import type { Hands } from '../hands.ts';
import { middleOf, operable, sameView } from '../toggle.ts';

/** Rows that may lead to a field for a secret, and change nothing when they are opened. */
const mayAskForSecret =
  /supervisor|administrator|operator|log ?in|pin\b|password|base profile|mot de passe/i;

const leadsBack = /^(home|back|cancel|close|accueil|retour|annuler|fermer)$/i;

/** What a person typed into a field for a secret. */
export const secretCases: readonly ConformanceCase[] = [
  {
    name: 'secret-masked',
    requirement: 'A field for a secret shows a bullet for each character and never the character.',
    needs: ['harmless keys'],
    run: async (bench) => {
      const hands = await bench.hands();
      const start = await hands.frame();
      const field = hands.canPress
        ? await byKeys(hands, start, bench.toggle().there === 'MENU')
        : await byTouch(hands, start);
      if (!field) throw new Unmade('no field for a secret was found by keys that are harmless');
    },
  },
];

/** Opens rows of the menu that sound like it, types one digit, takes it back and leaves. */
async function byKeys(hands: Hands, start: Frame, menu: boolean): Promise<FieldView | undefined> {
  if (!menu) return undefined;
  try {
    let frame = await hands.press('MENU');
    for (let moves = 0; moves < 20; moves++) {
      const row = frame.rows.find(({ selected }) => selected);
      if (row && mayAskForSecret.test(row.text)) {
        const opened = await hands.press('OK');
        if (opened.field?.secret) return await typedOne(hands, opened.field);
        frame = sameView(opened, frame) ? frame : await hands.press('C');
      }
      const next = await hands.press('DOWN');
      if (sameView(next, frame)) return undefined;
      frame = next;
    }
    return undefined;
  } finally {
    for (let times = 0; times < 6 && !sameView(await hands.frame(), start); times++) {
      await hands.press('C');
    }
  }
}

/** A single digit of a longer secret: it is no attempt. */
async function typedOne(hands: Hands, empty: FieldView): Promise<FieldView> {
  checkMasked(empty, 0);
  if (empty.maxLength < 2) return empty;
  const { field } = await hands.press('7');
  require(field?.secret === true, 'a field for a secret', field);
  checkMasked(field, 1);
  await hands.press('C');
  return field;
}

async function byTouch(hands: Hands, start: Frame): Promise<FieldView | undefined> {
  const row = operable(start).find(({ text }) => mayAskForSecret.test(text));
  const place = middleOf(row);
  if (!place) return undefined;
  const page = await hands.press(place);
  try {
    const asking = middleOf(operable(page).find(({ text }) => mayAskForSecret.test(text)));
    const { field } = page.field?.secret || !asking ? page : await hands.press(asking);
    if (!field?.secret) return undefined;
    checkMasked(field, field.value.length);
    return field;
  } finally {
    for (let times = 0; times < 4; times++) {
      const frame = await hands.frame();
      const back = middleOf(operable(frame).find(({ text }) => leadsBack.test(text.trim())));
      if (sameView(frame, start) || !back) break;
      await hands.press(back);
    }
  }
}

function checkMasked({ value }: FieldView, length: number): void {
  // The value itself is not shown: it may be a secret.
  const bare = [...value].filter((character) => character !== '•').length;
  require(bare === 0, 'bullets only', `${bare} other characters`);
  require([...value].length === length, `${length} bullets`, `${[...value].length}`);
}
