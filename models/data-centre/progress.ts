import type { Call, Step } from './call.ts';

/** What a machine shows of the message that is under way: the name of a text, and its values. */
export interface Progress {
  readonly text: `call-${Step['kind']}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Each message of a call shows something else, so that whoever watches can count them. */
export function progressOf(call: Call | null): Progress | undefined {
  const step = call?.step;
  if (!step) return undefined;
  const text = `call-${step.kind}` as const;
  if (step.kind !== 'piece') return { text, values: {} };
  const { kind, id, pieces } = step.label;
  return { text, values: { kind, id, piece: step.piece + 1, pieces } };
}
