import { fromCallback, raise, setup } from 'xstate';
import { type Millis, oneDay } from '#core';
import type { CallInput } from '../../data-centre/index.ts';
import { started } from '../../security-core/index.ts';
import { type Context, type PanelEvent, powerOnContext } from '../context.ts';
import type { Language } from '../languages.ts';
import type { Memory } from '../memory.ts';
import type { ScreenSpec } from '../panel.ts';
import type { PortalInput } from '../portal-messages.ts';
import type { Profile } from '../profile.ts';
import type { OnboardingRules } from '../rules.ts';
import type { Texts } from '../texts.en.ts';
import { chartActions } from './actions.ts';
import { chartGuards } from './guards.ts';

/** What a chart is made with: how things are here, what the pages say, what rules are kept. */
export interface ChartSources {
  readonly profile: Profile;
  readonly languages: Readonly<Record<Language, Texts>>;
  readonly rules: OnboardingRules;
}

/** Work outside the chart that whoever runs it provides; on its own it never answers. */
const unanswered = <Input>() => fromCallback<PanelEvent, Input, PanelEvent>(() => undefined);

const nextMidnight = ({ context }: { readonly context: Context }): Millis =>
  (Math.floor(context.now / oneDay) + 1) * oneDay;

/** The guards, actions and actors that the chart's states name. */
export const onboardingSetup = (sources: ChartSources) =>
  setup({
    types: {
      context: {} as Context,
      events: {} as PanelEvent,
      input: {} as { readonly memory: Memory; readonly now: Millis },
      meta: {} as { readonly screen: ScreenSpec },
    },
    guards: chartGuards(sources),
    actions: {
      ...chartActions(sources),
      awaitMidnight: raise<Context, PanelEvent, PanelEvent, undefined, never>(
        (args) => ({ type: 'MIDNIGHT', at: nextMidnight(args) }),
        { id: 'midnight', delay: (args) => nextMidnight(args) - args.context.now },
      ),
    },
    actors: {
      /** Sends a message to the portal. Answers PORTAL.ANSWER. */
      callPortal: unanswered<PortalInput>(),
      /** Sends a message to the Data Centre. Answers DATA_CENTRE.ANSWER. */
      sendToDataCentre: unanswered<CallInput>(),
    },
  });

export type OnboardingSetup = ReturnType<typeof onboardingSetup>;

/** One state of the chart, with the guards, actions and actors that it may name. */
export type PanelState = Parameters<OnboardingSetup['createStateConfig']>[0];

/** A desk to which power has come. */
export const initialContext =
  ({ profile }: ChartSources) =>
  ({
    input: { memory, now },
  }: {
    input: { readonly memory: Memory; readonly now: Millis };
  }): Context => {
    const begun = (meter: Memory['meter']): Memory['meter'] => {
      const registers = started(meter.registers, now, profile.inspection);
      return registers === meter.registers ? meter : { ...meter, registers };
    };
    const meter = begun(memory.meter);
    const replaced = memory.replaced && begun(memory.replaced);
    const same = meter === memory.meter && replaced === memory.replaced;
    return powerOnContext(same ? memory : { ...memory, meter, replaced }, now);
  };
