import type { Dialect, LinkFault, Splitting } from '../link-fault.ts';
import { speaking } from './intercepting.ts';

const lf = 0x0a;

/** A splitter that finds messages in a way of its own. */
const splitting = (push: Splitting['push'], proper: Splitting): Splitting => ({
  push,
  pending: false,
  holdsBlock: false,
  clear: () => proper.clear(),
});

/** Headers in capitals outside of quotes and blocks, where the program looks for them. */
const shortForm =
  /(^|[;:\s])(?:SYST|DISP|PAN|ROUT|MMEM|OUTP|VERS|SEQ|FRAM|SCR|ERR|COUN)(?=[:?;\s]|$)/g;

/** Faults in reading lines. */
export const dialectFaults: readonly LinkFault[] = [
  {
    name: 'ends-blocks-at-line-feed',
    description: 'A line feed within a block ends the message.',
    foundBy: 'block-with-line-feeds',
    splitter: (proper) => {
      let begun: number[] = [];
      return splitting((bytes) => {
        const found = [];
        for (const byte of bytes) {
          if (byte !== lf) begun.push(byte);
          else if (begun.length > 0) {
            found.push({ kind: 'message' as const, bytes: Uint8Array.from(begun) });
            begun = [];
          }
        }
        return found;
      }, proper);
    },
  },
  {
    name: 'forgets-half-lines',
    description: 'What has come of a line is forgotten when the rest comes later.',
    foundBy: 'split-at-every-byte',
    splitter: (proper) =>
      splitting((bytes) => {
        const found = proper.push(bytes);
        if (proper.pending) proper.clear();
        return found;
      }, proper),
  },
  {
    name: 'hears-first-of-merged-lines',
    description: 'Of several lines that arrive together only the first is heard.',
    foundBy: 'merged-messages',
    splitter: (proper) => splitting((bytes) => proper.push(bytes).slice(0, 1), proper),
  },
  {
    name: 'ignores-short-headers',
    description: 'Headers are known in their long form only.',
    foundBy: 'headers-long-short-case',
    session: (session) =>
      speaking(session, { hears: (line) => line.replaceAll(shortForm, '$1NONE') }),
  },
  {
    name: 'minds-case',
    description: 'A header in small letters is not known.',
    foundBy: 'headers-long-short-case',
    session: (session) =>
      speaking(session, {
        hears: (line) => (/^[a-z:]+\?$/.test(line.trim()) ? 'NONE:SUCH' : line),
      }),
  },
  {
    name: 'forgets-the-path',
    description: 'Every header begins at the root, also after a semicolon.',
    foundBy: 'header-path',
    session: (session) =>
      speaking(session, { hears: (line) => line.replaceAll(/;(?=[A-Za-z])/g, ';:') }),
  },
  {
    name: 'stays-deaf-after-overrun',
    description:
      'After a line that was too long no other is heard until the client connects again.',
    foundBy: 'line-too-long',
    session: deafAfterOverrun,
  },
  {
    name: 'ends-line-at-first-error',
    description: 'After a command that is refused the rest of the line is dropped.',
    foundBy: 'compound-goes-on',
    session: (session) =>
      speaking(session, { hears: (line) => line.replace(/(;?:?FOO:BAR\??);.*$/s, '$1') }),
  },
];

function deafAfterOverrun(session: Dialect): Dialect {
  let deaf = false;
  return {
    message: async (bytes) => (deaf ? new Uint8Array() : session.message(bytes)),
    overrun: () => {
      deaf = true;
      session.overrun();
    },
    note: (code, detail) => session.note(code, detail),
    clear: () => session.clear(),
    statusByte: (available) => session.statusByte(available),
  };
}
