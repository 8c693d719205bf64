import { defineParameterType } from '@cucumber/cucumber';
import {
  ConnectPlusFunds,
  ConnectPlusPanel,
  type RefusalReason,
  refusals,
} from '#bench/connect-plus';
import { workedBy } from '../world.ts';

workedBy('connect-plus', {
  panel: (bench) => new ConnectPlusPanel(bench),
  funds: (bench) => new ConnectPlusFunds(bench),
});

/** Why a Connect+ refuses; the sentences stand in `bench/connect-plus/refusals.ts`. */
defineParameterType({
  name: 'refusal',
  regexp: new RegExp(Object.keys(refusals).join('|')),
  transformer: (text: string) => text as RefusalReason,
});
