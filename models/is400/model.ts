import { BenchError, isDigit, isTouch, keys, type Millis, type Press } from '#core';
import { ledgerOf } from '../data-centre/index.ts';
import { plain } from '../fact.ts';
import { identityOf } from '../identity.ts';
import type { Model } from '../model.ts';
import { bySnapshot, pathOf, pendingOf } from '../place.ts';
import { encodeText, formatAccounts } from './account-file.ts';
import type { ChartSources } from './chart/setup.ts';
import { is400Chart } from './chart.ts';
import type { PanelEvent } from './context.ts';
import { factoryMemory, type Memory } from './memory.ts';
import { outcomesOf } from './outcomes.ts';
import { contextOf, placeOf, sameData, specOf } from './place.ts';
import { type Is400Name, profiles } from './profiles.ts';
import { imprintBetween } from './registers.ts';
import { type Is400Rules, is400Rules } from './rules.ts';
import { renderScreen } from './screens.ts';
import { texts } from './texts.en-GB.ts';
import { keysFor, keysToRow, movesOf } from './typing.ts';

export interface Is400Model extends Model {
  readonly name: Is400Name;
  readonly sources: ChartSources;
}

function eventOf(press: Press, _snapshot: unknown, at: Millis): PanelEvent | undefined {
  if (isTouch(press)) return undefined;
  return isDigit(press) ? { type: 'DIGIT', digit: press, at } : { type: press, at };
}

/**
 * An IS-420 or IS-440. `rules` replaces single rules: that is how firmware faults are seeded.
 */
export function is400Model(name: Is400Name, rules: Partial<Is400Rules> = {}): Is400Model {
  const sources: ChartSources = {
    profile: plain(profiles[name]),
    texts,
    rules: { ...is400Rules, ...rules },
  };
  const { profile } = sources;
  const identity = identityOf(name);
  return {
    name,
    ...identity,
    family: 'is400',
    display: 'lcd',
    keys,
    sources,
    chart: () => is400Chart(sources),
    factoryMemory: ({ supervisorPin, creditPence, serial }): Memory => {
      if (supervisorPin === undefined) {
        throw new BenchError('FB_RIG_FILE', `An ${name} needs a supervisor PIN.`, {
          hint: 'Give the rig file "meter.supervisorPin".',
        });
      }
      return factoryMemory({
        serial: serial ?? identity.usualSerial,
        supervisorPin,
        credit: creditPence ?? profile.factoryCredit,
        rates: profile.factoryRates,
        software: profile.factorySoftware,
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
    eventOf,
    feedEvent: (at): PanelEvent => ({ type: 'FEED', at }),
    screenOf: bySnapshot((snapshot) =>
      renderScreen(specOf(snapshot), contextOf(snapshot), sources),
    ),
    pathOf,
    movesOf,
    keysFor: (snapshot, text) => keysFor(snapshot, text, sources.profile),
    keysToRow: (snapshot, text) => keysToRow(snapshot, text, sources),
    keyToChoose: () => 'OK',
    nameOf: (press, { field }) =>
      isTouch(press) ? `${press.x},${press.y}` : field?.secret && isDigit(press) ? '•' : press,
    sameData,
    placeOf,
    pendingOf,
    outcomesOf,
    writtenBy: (snapshot, { type }) =>
      type === 'STICK.WRITTEN'
        ? encodeText(
            formatAccounts(contextOf(snapshot).memory.accounts, sources.profile.csv),
            sources.profile.csv.encoding,
          )
        : undefined,
  };
}

/** The machines of the family as they are. */
export const makers = {
  'is-420': () => is400Model('is-420'),
  'is-440': () => is400Model('is-440'),
};
