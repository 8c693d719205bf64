import type { FieldMode, Frame, Key, Soon } from '#core';
import { is400 } from '#models';

export type KeyCharacters = Readonly<Record<string, string>>;

type Stroke = NonNullable<ReturnType<typeof is400.strokeFor>>;

const allModes: readonly FieldMode[] = ['digits', 'upper', 'lower'];

/**
 * Types a text as a person does who looks at the display: UP until the field reads letters as
 * wanted, then the key as often as it takes. Resolves with a reason when it cannot be typed; what
 * came before it is in the field then.
 */
export async function typeText(
  text: string,
  shown: Frame,
  press: (key: Key) => Soon<Frame>,
  characters: KeyCharacters,
): Promise<string | undefined> {
  let frame = shown;
  let last: Key | undefined;
  // A letter that was begun before is taken as it stands.
  if (frame.field && frame.field.mode !== 'digits') frame = await press('RIGHT');
  for (const character of text) {
    const stroke = await strokeOn(character);
    if (!stroke) return reasonFor(character);
    if (stroke.digit === last && frame.field?.mode !== 'digits') await press('RIGHT');
    for (let count = 0; count < stroke.presses; count += 1) frame = await press(stroke.digit);
    last = stroke.digit;
  }
  return undefined;

  /** Turns to a mode of this field that has the character. */
  async function strokeOn(character: string): Promise<Stroke | undefined> {
    for (const _turn of allModes) {
      const { field } = frame;
      if (!field) return undefined;
      const stroke = is400.strokeFor(character, [field.mode], characters, field.mode);
      if (stroke) return stroke;
      last = undefined;
      frame = await press('UP');
    }
    return undefined;
  }

  function reasonFor(character: string): string {
    const { field, title } = frame;
    if (!field) return `There is no field on "${title}" to type into.`;
    return field.secret
      ? 'A PIN has digits only.'
      : `No key of the field "${field.label}" gives "${character}".`;
  }
}
