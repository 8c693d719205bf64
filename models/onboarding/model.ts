import type { AnyMachineSnapshot } from 'xstate';
import type { Millis, Press, Screen } from '#core';
import { ledgerOf } from '../data-centre/index.ts';
import { plain } from '../fact.ts';
import { identityOf } from '../identity.ts';
import { pathOf, pendingOf } from '../place.ts';
import { imprintBetween } from '../registers.ts';
import { type TouchModel, touchModel } from '../touch/model.ts';
import { movesOf } from '../touch/taps.ts';
import type { ChartSources } from './chart/setup.ts';
import { onboardingChart } from './chart.ts';
import type { PanelEvent } from './context.ts';
import { type Language, languages } from './languages.ts';
import { factoryMemory, type Memory, metersOf } from './memory.ts';
import { outcomesOf } from './outcomes.ts';
import { textsIn } from './pages.ts';
import { panelIn } from './panel.ts';
import { contextOf, placeOf, sameData, shownBy } from './place.ts';
import { profiles } from './profiles.ts';
import { type OnboardingRules, onboardingRules } from './rules.ts';

export interface OnboardingModel extends TouchModel {
  readonly name: 'onboarding';
  readonly sources: TouchModel['sources'] & ChartSources;
}

/**
 * The onboarding of a customer of Pitney Bowes as a machine: the pages of the portal, of the PC and of
 * the new meter. `rules` replaces single rules: that is how faults are seeded.
 */
export function onboardingModel(rules: Partial<OnboardingRules> = {}): OnboardingModel {
  const identity = identityOf('onboarding');
  const profile = plain(profiles.onboarding);
  const sources: OnboardingModel['sources'] = {
    profile,
    texts: textsIn[profile.language],
    languages: textsIn,
    rules: { ...onboardingRules, ...rules },
  };
  // The pages of both languages are the same but for their words: keys lie where they lie.
  const panels = { en: panelIn('en', sources), 'fr-CA': panelIn('fr-CA', sources) };
  const touch = {
    en: touchModel(panels.en, shownBy),
    'fr-CA': touchModel(panels['fr-CA'], shownBy),
  };
  const at = (snapshot: AnyMachineSnapshot): Language => contextOf(snapshot).memory.language;
  const spoken = ({ language }: Screen): Language =>
    languages.find((one) => one === language) ?? profile.language;
  return {
    name: 'onboarding',
    family: 'onboarding',
    ...identity,
    display: 'touch',
    languages,
    keys: [],
    sources,
    chart: () => onboardingChart(sources),
    factoryMemory: ({ creditPence, serial, language, replaced }): Memory =>
      factoryMemory({
        language: language ?? profile.language,
        serial: serial ?? identity.usualSerial,
        credit: creditPence ?? profile.factoryCredit,
        replaced: replaced ? { serial: replaced.serial, credit: replaced.creditPence } : null,
        rates: profile.factoryRates,
        software: profile.factorySoftware,
      }),
    parseMemory: (json) => JSON.parse(json) as Memory, // stored by `memoryOf`, guarded by its checksum
    checkMemory: async (json) => {
      (await import('./memory-schema.ts')).parseMemory(json);
    },
    memoryOf: (snapshot): Memory => contextOf(snapshot).memory,
    // Memory goes out of the model as `unknown` and comes back unchanged.
    ledgersOf: (memory) => metersOf(memory as Memory).map(ledgerOf),
    imprintBetween: (before, after) =>
      imprintBetween((before as Memory).meter, (after as Memory).meter),
    feedEvent: (at, grams): PanelEvent => ({ type: 'FEED', grams, at }),
    eventOf: (press: Press, snapshot: AnyMachineSnapshot, now: Millis) =>
      touch[at(snapshot)].eventOf(press, snapshot, now),
    nameOf: (press, screen) => touch[spoken(screen)].nameOf(press, screen),
    screenOf: (snapshot) => touch[at(snapshot)].screenOf(snapshot),
    keysFor: (snapshot, text) => touch[at(snapshot)].keysFor(snapshot, text),
    keysToRow: (snapshot, text) => touch[at(snapshot)].keysToRow(snapshot, text),
    keyToChoose: touch.en.keyToChoose,
    pathOf,
    movesOf: (snapshot) => movesOf(shownBy(snapshot), panels[at(snapshot)]),
    sameData,
    placeOf,
    pendingOf,
    outcomesOf,
    writtenBy: () => undefined,
  };
}

/** The machines of the family as they are. */
export const makers = { onboarding: () => onboardingModel() };
