import type { LinkFault } from '../link-fault.ts';
import { speaking } from './intercepting.ts';

const blockHead = /#([1-9])(\d+)/;

/** Faults in what is answered, and in what is told of errors. */
export const answerFaults: readonly LinkFault[] = [
  {
    name: 'error-queue-not-emptied-by-cls',
    description: '*CLS leaves the error queue as it is.',
    foundBy: 'cls-empties',
    session: (session) =>
      speaking(session, { hears: (line) => line.replaceAll(/\*CLS/gi, '*WAI') }),
  },
  {
    name: 'swallows-errors',
    description: 'A header that is not known is passed over without an error.',
    foundBy: 'error-113-a-header-that-there-is-not',
    session: (session) =>
      speaking(session, {
        says: (answer) => answer.replaceAll(/-113,"[^"]*"/g, '0,"No error"'),
      }),
  },
  {
    name: 'block-length-off-by-one',
    description: 'A block in an answer says that it is a byte shorter than it is.',
    foundBy: 'screen-is-a-block',
    session: (session) =>
      speaking(session, {
        says: (answer) =>
          answer.replace(blockHead, (head: string, digits: string, rest: string) => {
            const length = Number(rest.slice(0, Number(digits)));
            const shorter = String(Math.max(0, length - 1)).padStart(Number(digits), '0');
            return length > 0 ? `#${digits}${shorter}${rest.slice(Number(digits))}` : head;
          }),
      }),
  },
  {
    name: 'splits-answers',
    description: 'Each answer to a message of several questions comes on a line of its own.',
    foundBy: 'answer-once',
    session: (session) =>
      speaking(session, {
        says: (answer) => (answer.includes('#') ? answer : answer.replaceAll(';', '\n')),
      }),
  },
  {
    name: 'ends-answers-in-cr-lf',
    description: 'Answers end in CR and LF.',
    foundBy: 'answer-ends',
    session: (session) => speaking(session, { says: (answer) => answer.replace(/\n$/, '\r\n') }),
  },
  {
    name: 'says-done-to-everything',
    description: 'A command that asks nothing is answered with OK.',
    foundBy: 'answer-ends',
    session: (session) => ({
      message: async (bytes) => {
        const answer = await session.message(bytes);
        return answer.length === 0 ? Buffer.from('OK\n') : answer;
      },
      overrun: () => session.overrun(),
      note: (code, detail) => session.note(code, detail),
      clear: () => session.clear(),
      statusByte: (available) => session.statusByte(available),
    }),
  },
  {
    name: 'status-byte-without-errors',
    description: '*STB? does not tell that errors are in the queue.',
    foundBy: 'status-byte',
    session: (session) =>
      speaking(session, { hears: (line) => line.replaceAll(/\*STB\?/gi, '*SRE?') }),
  },
];
