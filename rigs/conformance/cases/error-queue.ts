import { type ConformanceCase, require, requireSame } from '../case.ts';

/** The error queue. */
export const errorQueueCases: readonly ConformanceCase[] = [
  {
    name: 'errors-in-order',
    requirement: 'Errors are read oldest first, each once, and then 0,"No error".',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.silent('FOO:ONE');
      await wire.silent('*ESE 999');
      await wire.silent('*ESE');
      requireSame(await wire.ask('SYSTem:ERRor:COUNt?'), '3', 'the number of errors');
      requireSame(await wire.errors(), [-113, -222, -109], 'the errors');
      requireSame(
        await wire.ask('SYSTem:ERRor:COUNt?'),
        '0',
        'the number of errors when all are read',
      );
      requireSame(await wire.ask('SYST:ERR?'), '0,"No error"', 'what an empty queue answers');
    },
  },
  {
    name: 'error-words',
    requirement:
      'An error is its number and its standard words in quotes, with more after a semicolon.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      const words = [
        ['FOO:BAR', /^-113,"Undefined header(;[^"]*)?"$/],
        ['*ESE 999', /^-222,"Data out of range(;[^"]*)?"$/],
        ['*ESE', /^-109,"Missing parameter(;[^"]*)?"$/],
      ] as const;
      for (const [line, form] of words) {
        await wire.silent(line);
        const error = await wire.ask('SYSTem:ERRor?');
        require(form.test(error), `${form.source} after ${line}`, error);
      }
    },
  },
  {
    name: 'queue-overflow',
    requirement: 'The queue holds 16 errors; when there are more the last is -350.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (let number = 0; number < 16; number++) await wire.silent(`FOO:BAR${number}`);
      requireSame(await wire.ask('SYSTem:ERRor:COUNt?'), '16', 'the number of 16 errors');
      await wire.silent('*ESE 999');
      await wire.silent('FOO:LAST');
      requireSame(
        await wire.ask('SYSTem:ERRor:COUNt?'),
        '16',
        'the number of errors after two more',
      );
      const codes = await wire.errors();
      requireSame(codes, [...Array<number>(15).fill(-113), -350], 'the errors');
    },
  },
  {
    name: 'cls-empties',
    requirement: '*CLS empties the error queue and the event status register.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.silent('FOO:BAR;*ESE 999');
      await wire.silent('*CLS');
      requireSame(await wire.ask('SYSTem:ERRor:COUNt?'), '0', 'the number of errors');
      requireSame(await wire.ask('SYSTem:ERRor?'), '0,"No error"', 'the next error');
      requireSame(await wire.ask('*ESR?'), '0', 'the event status register');
    },
  },
];
