import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Operator } from '#bench';
import { BenchError } from '#core';

export interface AskedOperator extends Operator, Disposable {}

const yes = /^(y|yes)$/i;
const no = /^(n|no)$/i;

/**
 * Asks the person at the terminal: `y` or `n`, then a remark if there is one (`n it is smeared`).
 * Whatever else is asked again. Errors: `FB_OPERATOR` when nobody answers any more.
 */
export function askOperator(
  name: string,
  { input, output }: { readonly input: Readable; readonly output: Writable },
): AskedOperator {
  const lines = createInterface({ input, output });
  const answers = lines[Symbol.asyncIterator]();
  return {
    name,
    ask: async (question) => {
      for (;;) {
        output.write(`\n${question}\n  y or n, and a remark: `);
        const { value, done } = await answers.next();
        if (done) {
          throw new BenchError('FB_OPERATOR', `Nobody answers the question "${question}".`, {
            hint: 'The input has ended. Run without --operator: such scenarios are skipped then.',
          });
        }
        const [word = '', ...rest] = value.trim().split(/\s+/);
        const remark = rest.length > 0 ? rest.join(' ') : null;
        if (yes.test(word)) return { answer: 'yes', remark };
        if (no.test(word)) return { answer: 'no', remark };
      }
    },
    [Symbol.dispose]: () => lines.close(),
  };
}
