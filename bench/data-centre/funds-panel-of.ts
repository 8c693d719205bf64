import { BenchError } from '#core';
import type { Bench } from '../bench.ts';
import { ConnectPlusFunds } from '../connect-plus/funds.ts';
import type { FundsPanel } from '../funds-panel.ts';
import { Is400Funds } from '../is400/funds.ts';

/** Who works the funds of a machine, by its family. */
const makers: Readonly<Record<string, (bench: Bench) => FundsPanel>> = {
  is400: (bench) => new Is400Funds(bench),
  'connect-plus': (bench) => new ConnectPlusFunds(bench),
};

/** A person at the funds of whatever machine is on the bench. Errors: `FB_MISSING_CAPABILITY`. */
export function fundsPanelOf(bench: Bench): FundsPanel {
  const make = makers[bench.model.family];
  if (make) return make(bench);
  throw new BenchError('FB_MISSING_CAPABILITY', `No funds can be worked on ${bench.model.name}.`, {
    hint: 'Name the rig of a franking machine.',
  });
}
