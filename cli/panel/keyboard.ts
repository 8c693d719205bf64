import { type Frame, isDigit, type Key } from '#core';
import type { PanelCommand } from './command.ts';

const press = (key: Key): PanelCommand => ({ kind: 'key', key });

/** What each key of a terminal does. */
const byInput: ReadonlyMap<string, PanelCommand> = new Map<string, PanelCommand>([
  ['\r', press('OK')],
  ['\n', press('OK')],
  ['\u007f', press('C')],
  ['\b', press('C')],
  ['c', press('C')],
  ['m', press('MENU')],
  ['h', press('HOME')],
  ['\u001b[A', press('UP')],
  ['\u001b[B', press('DOWN')],
  ['\u001b[C', press('RIGHT')],
  ['\u001b[D', press('LEFT')],
  ['\u001b[H', press('HOME')],
  ['f', { kind: 'feed' }],
  ['u', { kind: 'stick' }],
  ['p', { kind: 'power' }],
  ['n', { kind: 'network' }],
  ['q', { kind: 'quit' }],
  ['\u0003', { kind: 'quit' }],
]);

/** The keys of a terminal in words, for the legend on the screen. */
const legend = [
  '0-9 digits   Enter OK   Backspace/c C',
  'm MENU   h HOME   arrows   f feed',
  'u stick   p power   n network   q quit',
] as const;

/** What a terminal has sent, one input after the other; `rest` is not at its end yet. */
export function inputsOf(text: string): {
  readonly inputs: readonly string[];
  readonly rest: string;
} {
  const rest = begun.exec(text)?.[0] ?? '';
  const whole = text.slice(0, text.length - rest.length);
  // Some terminals send the arrows as ESC O A.
  const inputs = (whole.match(oneInput) ?? []).map((one) =>
    one.length === 1 ? one : one.replace(/^(.)O/, '$1['),
  );
  return { inputs, rest };
}

/** An escape sequence, whole, or any other character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's keys are control characters
const oneInput = /\u001b(?:\[[0-9;]*[@-~]|O[@-~])|[\s\S]/gu;

/** An escape sequence that is not at its end yet. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's keys are control characters
const begun = /\u001b(?:\[[0-9;]*|O)?$/u;

/** Turns what a terminal sends into commands; a key may arrive in several parts. */
export class Keyboard {
  readonly legend = legend;
  #begun = '';

  /** A keypad has no finger on the display. */
  pointedAt(_frame: Frame): undefined {
    return undefined;
  }

  push(input: string, _frame?: Frame): readonly PanelCommand[] {
    const { inputs, rest } = inputsOf(this.#begun + input);
    this.#begun = rest;
    return inputs.flatMap((one) => {
      if (isDigit(one)) return [press(one)];
      const command = byInput.get(one.length === 1 ? one.toLowerCase() : one);
      return command ? [command] : [];
    });
  }
}
