import { type ConformanceCase, require, requireSame } from '../case.ts';
import { lineOf, textOf, type Wire } from '../wire.ts';

const needs = ['scpi', 'stream'] as const;

const question = '*IDN?;:SYSTem:VERSion?;:PANel:SEQuence?';

/** How many messages are sent in one piece: a controller keeps 64 waiting. */
const merged = 40;

/** Where messages end, however the carrier cuts the bytes up. */
export const framingCases: readonly ConformanceCase[] = [
  {
    name: 'split-at-every-byte',
    requirement:
      'A message that arrives byte by byte is answered as one that arrives in one piece.',
    needs,
    run: async (bench) => {
      const wire = await bench.wire();
      const whole = await wire.ask(question);
      for (const byte of lineOf(question)) {
        await wire.send(Uint8Array.of(byte));
        await arrived();
      }
      requireSame(textOf(await wire.next(question)), whole, 'the answer');
    },
  },
  {
    name: 'split-in-two',
    requirement:
      'A message that arrives in two pieces, cut at any place, is answered as in one piece.',
    needs,
    run: async (bench) => {
      const wire = await bench.wire();
      const whole = await wire.ask(question);
      const bytes = lineOf(question);
      for (let at = 1; at < bytes.length; at++) {
        await wire.send(bytes.subarray(0, at));
        await arrived();
        await wire.send(bytes.subarray(at));
        requireSame(
          textOf(await wire.next(question)),
          whole,
          `the answer when cut after ${at} bytes`,
        );
      }
    },
  },
  {
    name: 'merged-messages',
    requirement: `${merged} messages that arrive in one piece are each answered, in their order.`,
    needs,
    run: async (bench) => {
      const wire = await bench.wire();
      const lines = Array.from({ length: merged }, (_, index) => `*SRE ${index};*SRE?`);
      await wire.send(lineOf(lines.join('\n')));
      for (let index = 0; index < merged; index++) {
        requireSame(textOf(await wire.next(lines[index] ?? '')), String(index), 'the next answer');
      }
      await wire.tell('*SRE 0');
    },
  },
  {
    name: 'line-ends',
    requirement: 'LF ends a message, CR before it is dropped, and empty lines are none.',
    needs,
    run: async (bench) => {
      const wire = await bench.wire();
      for (const message of [
        '*OPC?\r\n',
        '\n\r\n  \n*OPC?\n',
        ' \t*OPC? \t\r\n',
        '\n\n\n*OPC?\n',
      ]) {
        requireSame(
          textOf(await wire.askBytes(new TextEncoder().encode(message), message)),
          '1',
          message,
        );
      }
      requireSame(await wire.errors(), [], 'errors');
    },
  },
  {
    name: 'answer-ends',
    requirement:
      'An answer ends in one LF and nothing else; what asks nothing is answered with nothing.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      wire.takeSeen();
      await wire.ask('*OPC?;*OPC?');
      requireSame(textOf(wire.takeSeen()), '1;1\n', 'the bytes of an answer');
      for (const line of ['*WAI', '*CLS', '*ESE 0', ';', '*CLS;*WAI']) await wire.silent(line);
    },
  },
  {
    name: 'answer-once',
    requirement: 'One message has one answer, on one line, whatever it asks.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      const answer = await wire.ask('*OPC?;*IDN?;*OPC?;:SYSTem:VERSion?;:SYSTem:CAPability?');
      const parts = answer.split(';');
      requireSame(parts.length, 5, 'the number of answers on the line');
      requireSame(
        [parts[0], parts[2], parts[3]],
        ['1', '1', '1999.0'],
        'the answers in their order',
      );
      requireSame(await wire.ask('SYSTem:ERRor?'), '0,"No error"', 'the next answer');
    },
  },
  {
    name: 'screen-is-a-block',
    requirement:
      'DISPlay:SCReen? answers a definite-length block whose length is that of its JSON.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.ask('*OPC?');
      wire.takeSeen();
      await blockOf(wire, 'DISPlay:SCReen?');
      await blockOf(wire, 'SYSTem:VERSion?;:DISPlay:SCReen?;:SYSTem:VERSion?');
    },
  },
];

/** Lets what was sent go out on its own. */
const arrived = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

async function blockOf(wire: Wire, line: string): Promise<void> {
  wire.takeSeen();
  await wire.askBytes(lineOf(line), line);
  const seen = wire.takeSeen();
  const hash = seen.indexOf(0x23);
  const digits = Number(textOf(seen.subarray(hash + 1, hash + 2)));
  const length = Number(textOf(seen.subarray(hash + 2, hash + 2 + digits)));
  require(hash >= 0 && digits > 0 && length > 0, 'a block such as #3120{…}', textOf(seen));
  const start = hash + 2 + digits;
  const after = line.startsWith('DISP') ? '\n' : ';1999.0\n';
  requireSame(textOf(seen.subarray(start + length)), after, 'what follows the block');
  const content = textOf(seen.subarray(start, start + length));
  require(content.startsWith('{') &&
    content.endsWith('}'), 'the block to be the whole JSON', content);
}
