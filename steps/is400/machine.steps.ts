import { defineParameterType } from '@cucumber/cucumber';
import { Is400Funds, modeNamed, OperatorPanel, type RefusalReason, refusals } from '#bench/is400';
import { workedBy } from '../world.ts';

workedBy('is400', {
  panel: (bench) => new OperatorPanel(bench),
  funds: (bench) => new Is400Funds(bench),
});

defineParameterType({
  name: 'mode',
  regexp:
    /"(No Account|No Account with Access Control|Accounts|Accounts with Access Control|Account with PIN Code|Remote Account Management)"/,
  transformer: modeNamed,
});

/** Why the machine refuses; the sentences stand in `bench/is400/refusals.ts`. */
defineParameterType({
  name: 'reason',
  regexp: new RegExp(Object.keys(refusals).join('|')),
  transformer: (text: string) => text as RefusalReason,
});
