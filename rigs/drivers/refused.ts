import { BenchError } from '#core';
import type { LinkError, Operation } from '#protocol';

/** What was asked, as messages and the record name it: `press, screen`. */
export const namesOf = (operations: readonly Operation[]): string =>
  operations.map(({ op }) => op).join(', ');

/** A refusal of a controller: its standard number is in the context. */
export function refusedBy(name: string, operations: readonly Operation[], error: LinkError) {
  const { code, text } = error;
  if (code === -203) return heldByAnother(name, text);
  return new BenchError(
    'FB_LINK_REFUSED',
    `${name} refused "${namesOf(operations)}": ${code} "${text}"`,
    {
      hint:
        code === -113
          ? 'the controller does not know that command: does SYSTem:CAPability? promise too much?'
          : 'the number is one of SCPI-99, volume 2, chapter 21.8',
      context: { code, text },
    },
  );
}

/** The number of a refusal; `undefined` for what is none. */
export const refusalCode = (error: unknown): number | undefined => {
  const code =
    error instanceof BenchError && error.code === 'FB_LINK_REFUSED'
      ? error.context.code
      : undefined;
  return typeof code === 'number' ? code : undefined;
};

const heldByAnother = (name: string, text: string): BenchError =>
  new BenchError('FB_RIG_BUSY', `another client holds the panel of ${name}: ${text}`, {
    hint: 'wait until it has left; a silent one can be followed after 60 seconds',
    context: { code: -203, text },
  });
