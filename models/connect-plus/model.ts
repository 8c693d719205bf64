import { BenchError } from '#core';
import { ledgerOf } from '../data-centre/index.ts';
import { plain } from '../fact.ts';
import { identityOf } from '../identity.ts';
import { pathOf, pendingOf } from '../place.ts';
import { imprintBetween } from '../registers.ts';
import { type TouchModel, touchModel } from '../touch/model.ts';
import { movesOf } from '../touch/taps.ts';
import type { ChartSources } from './chart/setup.ts';
import { connectPlusChart } from './chart.ts';
import type { PanelEvent } from './context.ts';
import { passwordAskedFor } from './log-in.ts';
import { factoryMemory, type Memory } from './memory.ts';
import { outcomesOf } from './outcomes.ts';
import { panelOf } from './panel.ts';
import { contextOf, placeOf, sameData, shownBy } from './place.ts';
import { type ConnectPlusName, profiles } from './profiles.ts';
import { type ConnectPlusRules, connectPlusRules } from './rules.ts';
import { texts } from './texts.en-GB.ts';

export interface ConnectPlusModel extends TouchModel {
  readonly name: ConnectPlusName;
  readonly sources: ChartSources;
}

/** A Connect+. `rules` replaces single rules: that is how firmware faults are seeded. */
export function connectPlusModel(
  name: ConnectPlusName,
  rules: Partial<ConnectPlusRules> = {},
): ConnectPlusModel {
  const sources: ChartSources = {
    profile: plain(profiles[name]),
    texts,
    rules: { ...connectPlusRules, ...rules },
  };
  const { profile } = sources;
  const identity = identityOf(name);
  const panel = panelOf(sources);
  return {
    name,
    ...identity,
    family: 'connect-plus',
    ...touchModel(panel, shownBy),
    sources,
    chart: () => connectPlusChart(sources),
    factoryMemory: ({ creditPence, serial, accountCapacity, businessManager }): Memory => {
      const capacity = accountCapacity ?? profile.accountCapacities[0] ?? 0;
      if (!profile.accountCapacities.includes(capacity)) {
        throw new BenchError('FB_RIG_FILE', `A ${name} has no room for ${capacity} accounts.`, {
          hint: `It comes with room for ${profile.accountCapacities.join(', ')}.`,
        });
      }
      return factoryMemory({
        serial: serial ?? identity.usualSerial,
        credit: creditPence ?? profile.factoryCredit,
        rates: profile.factoryRates,
        software: profile.factorySoftware,
        warnBelow: profile.lowFunds,
        usualRefill: profile.refill.usual,
        accountCapacity: capacity,
        businessManager: businessManager ?? false,
        period: { ...profile.fiscalYearStart, division: profile.division },
      });
    },
    parseMemory: (json) => JSON.parse(json) as Memory, // stored by `memoryOf`, guarded by its checksum
    checkMemory: async (json) => {
      (await import('./memory-schema.ts')).parseMemory(json);
    },
    memoryOf: (snapshot): Memory => contextOf(snapshot).memory,
    // Memory goes out of the model as `unknown` and comes back unchanged.
    ledgersOf: (memory) => [ledgerOf(memory as Memory)],
    imprintBetween: (before, after) => imprintBetween(before as Memory, after as Memory),
    feedEvent: (at, grams): PanelEvent => ({ type: 'FEED', grams, at }),
    businessManagerEvent: (at, on): PanelEvent => ({ type: 'BUSINESS_MANAGER', on, at }),
    pathOf,
    movesOf: (snapshot, credentials) =>
      movesOf(shownBy(snapshot), panel, passwordAskedFor(snapshot, credentials)),
    sameData,
    placeOf,
    pendingOf,
    outcomesOf,
    writtenBy: () => undefined,
  };
}

/** The machines of the family as they are. */
export const makers = {
  'connect-plus': () => connectPlusModel('connect-plus'),
  'connect-plus-ca': () => connectPlusModel('connect-plus-ca'),
};
