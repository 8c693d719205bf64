import type { Frame, Row } from '#core';
import { connectPlus } from '#models';
import type { PanelCommand } from './command.ts';
import { inputsOf } from './keyboard.ts';
import { touchable } from './touching.ts';

/** What is done with a control key, so that all letters are free for a field. */
const byControl: ReadonlyMap<string, PanelCommand> = new Map<string, PanelCommand>([
  ['\u0006', { kind: 'feed' }],
  ['\u0015', { kind: 'stick' }],
  ['\u0010', { kind: 'power' }],
  ['\u000e', { kind: 'network' }],
  ['\u0003', { kind: 'quit' }],
  ['\u0011', { kind: 'quit' }],
]);

const legend = [
  'arrows point   Enter touches   letters type',
  'Ctrl-F feed   Ctrl-U stick   Ctrl-P power',
  'Ctrl-N network   Ctrl-Q quit',
] as const;

const steps: Readonly<Record<string, number>> = {
  '\u001b[A': -1,
  '\u001b[B': 1,
  '\u001b[D': -1,
  '\u001b[C': 1,
  '\t': 1,
};

/** A person's finger over a touch screen: the arrows move it, Enter taps what it is over. */
export class Finger {
  readonly legend = legend;
  #begun = '';
  #over = '';

  /** The row that the finger is over: the one it was over before, OK below a field, or the first. */
  pointedAt(frame: Frame): Row | undefined {
    const rows = touchable(frame);
    const usual = frame.field ? rows.find(({ text }) => text === connectPlus.texts.ok) : undefined;
    return rows.find(({ text }) => text === this.#over) ?? usual ?? rows[0];
  }

  /** What a terminal's input means on this frame. */
  push(input: string, frame: Frame): readonly PanelCommand[] {
    const { inputs, rest } = inputsOf(this.#begun + input);
    this.#begun = rest;
    return inputs.flatMap((one) => this.#mean(one, frame));
  }

  #mean(input: string, frame: Frame): readonly PanelCommand[] {
    const rows = touchable(frame);
    const pointed = this.pointedAt(frame);
    const step = steps[input];
    if (step !== undefined) {
      const index = pointed ? rows.indexOf(pointed) : 0;
      this.#over = rows[Math.max(0, Math.min(rows.length - 1, index + step))]?.text ?? '';
      return [];
    }
    if (input === '\r' || input === '\n') {
      return pointed ? [{ kind: 'touch', text: pointed.text }] : [];
    }
    const command = byControl.get(input);
    if (command) return [command];
    if (!frame.field) return [];
    if (input === '\u007f' || input === '\b') return [{ kind: 'erase' }];
    return input >= ' ' ? [{ kind: 'type', text: input }] : [];
  }
}
