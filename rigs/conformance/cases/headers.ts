import { type ConformanceCase, require, requireSame } from '../case.ts';

/** Headers as they may be written. */
export const headerCases: readonly ConformanceCase[] = [
  {
    name: 'headers-long-short-case',
    requirement: 'Headers are understood in their long and their short form, in any case.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      const spellings = [
        ['SYSTem:VERSion?', 'SYST:VERS?', 'system:version?', 'Syst:Version?', ':SYSTEM:VERS?'],
        ['PANel:SEQuence?', 'PAN:SEQ?', 'panel:sequence?', 'pan:SEQUENCE?', ':Panel:Seq?'],
        ['DISPlay:FRAMe?', 'DISP:FRAM?', 'display:frame?', 'disp:fram?'],
        ['*OPC?', '*opc?', '*Opc?'],
      ];
      for (const [first = '', ...others] of spellings) {
        const answer = await wire.ask(first);
        for (const other of others)
          requireSame(await wire.ask(other), answer, `the answer to ${other}`);
      }
    },
  },
  {
    name: 'headers-in-between-refused',
    requirement: 'A header that is neither the long nor the short form is refused with -113.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (const header of [
        'SYSTe:VERSion?',
        'SYS:VERS?',
        'PANels:SEQ?',
        'SYSTem:VERSion',
        '*OPCC?',
      ]) {
        await wire.silent(header);
        requireSame(await wire.errors(), [-113], `the errors after ${header}`);
      }
    },
  },
  {
    name: 'optional-node',
    requirement: 'SYSTem:ERRor? and SYSTem:ERRor:NEXT? are the same.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (const header of ['SYSTem:ERRor:NEXT?', 'SYST:ERR:NEXT?', 'SYST:ERR?']) {
        await wire.silent('FOO:BAR');
        const answer = await wire.ask(header);
        require(answer.startsWith('-113,"'), `-113,"Undefined header…" from ${header}`, answer);
        requireSame(await wire.ask(header), '0,"No error"', `the answer of ${header} when empty`);
      }
    },
  },
  {
    name: 'header-path',
    requirement:
      'After ; a header goes on where the last one was, : begins at the root, * leaves the place.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      requireSame(await wire.ask('SYSTem:VERSion?;VERSion?'), '1999.0;1999.0', 'SYSTem again');
      requireSame(await wire.ask('SYST:ERR:COUN?;COUNt?'), '0;0', 'SYSTem:ERRor again');
      requireSame(await wire.ask('SYST:VERS?;*OPC?;VERS?'), '1999.0;1;1999.0', 'past a * command');
      requireSame(await wire.ask('SYST:ERR:COUN?;:SYST:VERS?'), '0;1999.0', 'from the root');
      requireSame(
        await wire.ask('SYST:ERR:COUN?;VERS?;:SYST:VERS?'),
        '0;1999.0',
        'VERS? under SYST:ERR',
      );
      requireSame(await wire.errors(), [-113], 'the error of VERS? under SYST:ERR');
      requireSame(await wire.ask('SYST:VERS?\n'.trim()), '1999.0', 'a new line begins at the root');
    },
  },
  {
    name: 'compound-goes-on',
    requirement:
      'A command that is refused gives no answer; the others on its line are carried out.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      requireSame(await wire.ask('*OPC?;FOO:BAR?;*OPC?;*ESE 300;*OPC?'), '1;1;1', 'the answers');
      requireSame(await wire.errors(), [-113, -222], 'the errors in their order');
    },
  },
  {
    name: 'syntax-error-ends-line',
    requirement: 'What comes before a syntax error is carried out, the rest of its line is not.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.tell('*ESE 5');
      requireSame(
        await wire.ask('*OPC?;*ESE "5;*ESE 7;*OPC?'),
        '1',
        'the answers before the error',
      );
      requireSame((await wire.errors()).length, 1, 'the number of errors');
      requireSame(await wire.ask('*ESE?'), '5', 'what was not carried out');
      await wire.tell('*ESE 0');
    },
  },
  {
    name: 'version',
    requirement: 'SYSTem:VERSion? answers 1999.0.',
    needs: ['scpi'],
    run: async (bench) => {
      requireSame(await (await bench.wire()).ask('SYSTem:VERSion?'), '1999.0', 'the version');
    },
  },
  {
    name: 'numbers-as-written',
    requirement:
      'Numbers are understood with a sign, a point, an exponent, and in base 16, 8 and 2.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (const written of [
        '32',
        '+32',
        '32.0',
        '3.2E1',
        '320e-1',
        '#H20',
        '#Q40',
        '#B100000',
        '032',
      ]) {
        requireSame(await wire.ask(`*ESE 0;*ESE ${written};*ESE?`), '32', `*ESE ${written}`);
      }
      await wire.tell('*ESE 0');
      requireSame(await wire.errors(), [], 'errors');
    },
  },
];
