import { type ConformanceCase, requireSame } from '../case.ts';

/** The status registers of IEEE 488.2. */
export const statusCases: readonly ConformanceCase[] = [
  {
    name: 'event-register',
    requirement:
      '*ESR? tells the kind of each error (32, 16) and *OPC (1), and is empty when read.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (const [line, bits] of [
        ['FOO:BAR', '32'],
        ['*ESE 999', '16'],
        ['*OPC', '1'],
        ['FOO:BAR;*ESE 999;*OPC', '49'],
      ] as const) {
        await wire.tell('*CLS');
        await wire.tell(line);
        requireSame(await wire.ask('*ESR?'), bits, `*ESR? after ${line}`);
        requireSame(await wire.ask('*ESR?'), '0', '*ESR? when it was read');
      }
      await wire.tell('*CLS');
    },
  },
  {
    name: 'status-byte',
    requirement:
      '*STB? tells that errors wait (4), the event summary (32) and the master summary (64).',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      await wire.tell('*ESE 0;*SRE 0;*CLS');
      requireSame(await wire.ask('*STB?'), '0', '*STB? when all is well');
      await wire.tell('FOO:BAR');
      requireSame(await wire.ask('*STB?'), '4', '*STB? with an error in the queue');
      await wire.tell('*ESE 32');
      requireSame(await wire.ask('*STB?'), '36', '*STB? with *ESE 32');
      await wire.tell('*SRE 32');
      requireSame(await wire.ask('*STB?'), '100', '*STB? with *SRE 32');
      requireSame(await wire.ask('*STB?'), '100', '*STB? again: reading changes nothing');
      await wire.tell('*CLS');
      requireSame(await wire.ask('*STB?'), '0', '*STB? after *CLS');
      await wire.tell('*ESE 0;*SRE 0');
    },
  },
  {
    name: 'enable-masks',
    requirement: '*ESE and *SRE are read as they were set, and *CLS leaves them.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      for (const mask of [0, 1, 36, 128, 191, 255]) {
        requireSame(await wire.ask(`*ESE ${mask};*CLS;*ESE?`), String(mask), '*ESE?');
        // Bit 6 of *SRE means nothing.
        requireSame(await wire.ask(`*SRE ${mask};*CLS;*SRE?`), String(mask & ~64), '*SRE?');
      }
      await wire.tell('*ESE 0;*SRE 0');
    },
  },
  {
    name: 'operation-complete',
    requirement: '*OPC? answers 1, *WAI nothing, and *TST? 0 when the controller is well.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      requireSame(await wire.ask('*OPC?'), '1', '*OPC?');
      await wire.silent('*WAI');
      requireSame(await wire.ask('*WAI;*OPC?'), '1', '*OPC? after *WAI');
      requireSame(await wire.ask('*TST?'), '0', '*TST?');
      requireSame(await wire.errors(), [], 'errors');
    },
  },
];
