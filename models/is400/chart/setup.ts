import { fromCallback, raise, setup } from 'xstate';
import { type Millis, oneDay } from '#core';
import type { CallInput } from '../../data-centre/index.ts';
import { started } from '../../security-core/index.ts';
import type { Context, PanelEvent } from '../context.ts';
import { powerOnContext } from '../context.ts';
import type { Memory } from '../memory.ts';
import type { Profile } from '../profile.ts';
import type { Is400Rules } from '../rules.ts';
import type { ScreenSpec } from '../screens.ts';
import type { Texts } from '../texts.en-GB.ts';
import { chartActions } from './actions.ts';
import { chartGuards } from './guards.ts';

/** What a chart is made with: how this machine differs, what it says, what rules it keeps. */
export interface ChartSources {
  readonly profile: Profile;
  readonly texts: Texts;
  readonly rules: Is400Rules;
}

/** Work outside the chart that whoever runs it provides; on its own it never answers. */
const unanswered = <Input>() => fromCallback<PanelEvent, Input, PanelEvent>(() => undefined);

const nextMidnight = ({ context }: { readonly context: Context }): Millis =>
  (Math.floor(context.now / oneDay) + 1) * oneDay;

/** The guards, actions, actors and delays that the chart's states name. */
export const is400Setup = (sources: ChartSources) =>
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
      /** Lists the root of the USB key. Answers STICK.FILES or STICK.FAILED. */
      listAccountFiles: unanswered<undefined>(),
      /** Reads one file of the root. Answers STICK.CONTENT or STICK.FAILED. */
      readAccountFile: unanswered<{ readonly name: string }>(),
      /** Writes an account list under the name of the moment. Answers STICK.WRITTEN or STICK.FAILED. */
      writeAccountFile: unanswered<{ readonly bytes: Uint8Array }>(),
      /** Asks the PC application for its account list. Answers PC.ACCOUNTS or PC.FAILED. */
      askPc: unanswered<undefined>(),
      /** Sends a message to the server. Answers DATA_CENTRE.ANSWER. */
      sendToDataCentre: unanswered<CallInput>(),
    },
    delays: {
      multiTap: sources.profile.multiTapMs,
      doublePress: sources.profile.doublePressMs,
      shortcut: sources.profile.shortcutMs,
    },
  });

export type Is400Setup = ReturnType<typeof is400Setup>;

/** One state of the chart, with the guards, actions and actors that it may name. */
export type PanelState = Parameters<Is400Setup['createStateConfig']>[0];

/** A machine to which power has come. */
export const initialContext =
  ({ profile }: ChartSources) =>
  ({
    input: { memory, now },
  }: {
    input: { readonly memory: Memory; readonly now: Millis };
  }): Context => {
    const registers = started(memory.registers, now, profile.inspection);
    return powerOnContext(registers === memory.registers ? memory : { ...memory, registers }, now);
  };
