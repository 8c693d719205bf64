import { type ConformanceCase, requireSame } from '../case.ts';
import { lineOf, textOf } from '../wire.ts';

const tooLong = 66_000;

const bad = [
  'FOO:BAR 1,2,3',
  'PANel:KEY',
  'PANel:KEY C',
  'PANel:KEY 1,C,C',
  'PANel:KEY 99,C',
  'PANel:KEY one,C',
  'PANel:KEY 1 C',
  'PANel:TOUCh 77,1,1',
  'OUTPut:STATe',
  'OUTPut:STATe PERHAPS',
  'ROUTe:STICk NOWHERE',
  'MMEMory:DATA "X.BIN",#9',
  'FEED:ITEM heavy',
  'SYSTem:TIME:ADVance -1',
  ':::::',
  '"unfinished',
  '*RST 1',
  '\u0001\u0002\u0003\u007f',
  'ÄÖÜ?',
  '#15hello',
  ',,,;;;,,,',
];

/** What is too long or cannot be read. */
export const limitCases: readonly ConformanceCase[] = [
  {
    name: 'line-too-long',
    requirement: 'A line of more than 64 KiB is dropped with -363; the next one is answered.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.tell(`*ESE 7;FOO:${'A'.repeat(tooLong)};*ESE?`);
      requireSame(await wire.ask('*OPC?'), '1', 'the answer to the next line');
      requireSame(await wire.errors(), [-363], 'the errors');
      requireSame(await wire.ask('*ESE?'), '0', 'that nothing of the long line was carried out');
    },
  },
  {
    name: 'line-too-long-in-pieces',
    requirement: 'A line that gets too long piece by piece is dropped with -363, once.',
    needs: ['scpi', 'stream'],
    run: async (bench) => {
      const wire = await bench.wire();
      const piece = new Uint8Array(1000).fill(0x41);
      for (let sent = 0; sent < tooLong * 2; sent += piece.length) await wire.send(piece);
      await wire.send(lineOf(''));
      requireSame(await wire.ask('*OPC?'), '1', 'the answer to the next line');
      requireSame(await wire.errors(), [-363], 'the errors');
    },
  },
  {
    name: 'line-just-short-enough',
    requirement: 'A line of 60 000 bytes is carried out.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      const answer = await wire.ask(`${'*WAI;'.repeat(12_000)}*OPC?`);
      requireSame(answer, '1', 'the answer');
      requireSame(await wire.errors(), [], 'errors');
    },
  },
  {
    name: 'bad-lines-change-nothing',
    requirement:
      'A line that cannot be carried out gives an error, leaves the meter and the link alone.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wireInCharge();
      const state = 'PAN:SEQ?;:DISP:FRAM?;:DISP:SCR?';
      const before = await wire.ask(state);
      for (const line of bad) {
        await wire.silent(line);
        const errors = await wire.errors();
        requireSame(errors.length > 0, true, `whether ${JSON.stringify(line)} gave an error`);
        requireSame(await wire.ask(state), before, `the meter after ${JSON.stringify(line)}`);
      }
    },
  },
  {
    name: 'any-bytes',
    requirement: 'Bytes that are no text neither end the connection nor stop the next line.',
    needs: ['scpi', 'stream'],
    run: async (bench) => {
      const wire = await bench.wire();
      // Nothing that opens a quotation or a block: those may reach past the line's end.
      const odd = Uint8Array.from({ length: 512 }, (_, index) => (index * 89 + 17) & 0xff);
      const plain = odd.filter((byte) => byte !== 0x22 && byte !== 0x23 && byte !== 0x27);
      await wire.send(plain);
      await wire.send(lineOf(''));
      await wire.send(lineOf('SYST:VERS?;VERS?;VERS?;VERS?'));
      const answer = '1999.0;1999.0;1999.0;1999.0';
      let seen = '';
      for (let lines = 0; seen !== answer && lines < 10; lines++) {
        seen = textOf(await wire.next('a line after odd bytes'));
      }
      requireSame(seen, answer, 'the answer to the next line');
    },
  },
  {
    name: 'browser-turned-away',
    requirement: 'A connection that begins as HTTP is closed, and nothing of it is carried out.',
    needs: ['scpi', 'stream', 'two clients'],
    run: async (bench) => {
      const wire = await bench.rawWire();
      await wire.send(lineOf('POST / HTTP/1.1\r'));
      const closed = await wire.ended();
      requireSame(closed, true, 'whether the connection was closed');
      requireSame(textOf(wire.takeSeen()).includes('1999.0'), false, 'whether it was answered');
    },
  },
];
