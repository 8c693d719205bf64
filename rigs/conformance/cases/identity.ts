import { type ConformanceCase, require, requireSame } from '../case.ts';

/** Who the meter is. */
export const identityCases: readonly ConformanceCase[] = [
  {
    name: 'identity-complete',
    requirement:
      'The meter tells its maker, model, serial number and firmware, none of them empty.',
    needs: [],
    run: async (bench) => {
      const { identity } = await bench.meter();
      const { maker, model, serial, firmware } = identity;
      const all = [maker, model, serial, firmware];
      require(all.every((part) => part.trim() !== ''), 'four fields that are not empty', all);
    },
  },
  {
    name: 'identity-same-through-driver',
    requirement: 'The driver tells the identity and the capabilities that the controller tells.',
    needs: ['operations'],
    run: async (bench) => {
      const meter = await bench.meter();
      const { identity, capabilities } = bench.survey;
      requireSame(meter.identity, identity, 'the identity');
      const missing = [...capabilities].filter((one) => !meter.capabilities.has(one));
      // Servers belong to the bench: a controller only says whether it can be told of them.
      const unserved = missing.filter((one) => one !== 'accounting' && one !== 'data-centre');
      requireSame(unserved, [], 'capabilities that the driver leaves out');
    },
  },
  {
    name: 'idn-four-fields',
    requirement: '*IDN? answers four fields parted by commas, the same each time.',
    needs: ['scpi'],
    run: async (bench) => {
      const wire = await bench.wire();
      const first = await wire.ask('*IDN?');
      requireSame(first.split(',').length, 4, 'the number of fields');
      require(first
        .split(',')
        .every((part) => part.trim() !== ''), 'fields that are not empty', first);
      requireSame(await wire.ask('*IDN?'), first, 'the same answer again');
    },
  },
];
