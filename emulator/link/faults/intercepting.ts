import type { AnswerOf, Controller, Operation, OperationName } from '#protocol';
import type { Dialect } from '../link-fault.ts';

/** How one operation is carried out instead; `proper` carries any out as it should be. */
export type Instead<Name extends OperationName> = (
  operation: Operation<Name>,
  proper: <Other extends OperationName>(operation: Operation<Other>) => Promise<AnswerOf<Other>>,
) => Promise<AnswerOf<Name>>;

/** What is done instead for some operations. */
export type Intercepts = { readonly [Name in OperationName]?: Instead<Name> };

/** A controller that does some operations in a way of its own. */
export const intercepting = (controller: Controller, intercepts: Intercepts): Controller => ({
  carryOut: (operation, client) => {
    // Each intercept is kept under the name of its operation.
    const instead = intercepts[operation.op] as Instead<typeof operation.op> | undefined;
    const proper: Parameters<Instead<typeof operation.op>>[1] = async (other) =>
      controller.carryOut(other, client);
    // The answer is that of the operation's name: what carries it out was chosen by it.
    const done = instead ? instead(operation as never, proper) : proper(operation);
    return done as ReturnType<typeof controller.carryOut<typeof operation.op>>;
  },
});

/** A session whose messages or answers are changed on their way; Latin-1 keeps every byte. */
export const speaking = (
  session: Dialect,
  { hears, says }: { hears?: (line: string) => string; says?: (answer: string) => string },
): Dialect => ({
  message: async (bytes) => {
    const line = Buffer.from(bytes).toString('latin1');
    const heard = hears ? Buffer.from(hears(line), 'latin1') : bytes;
    const answer = await session.message(heard);
    if (!says || answer.length === 0) return answer;
    return Buffer.from(says(Buffer.from(answer).toString('latin1')), 'latin1');
  },
  overrun: () => session.overrun(),
  note: (code, detail) => session.note(code, detail),
  clear: () => session.clear(),
  statusByte: (available) => session.statusByte(available),
});
