import { fromCallback, raise, setup } from 'xstate';
import { type Millis, oneDay, type Table } from '#core';
import type { CallInput } from '../../data-centre/index.ts';
import { started } from '../../security-core/index.ts';
import { type Context, type FileType, type PanelEvent, powerOnContext } from '../context.ts';
import type { Memory } from '../memory.ts';
import type { ScreenSpec } from '../panel.ts';
import type { Profile } from '../profile.ts';
import type { ConnectPlusRules } from '../rules.ts';
import type { Texts } from '../texts.en-GB.ts';
import { chartActions } from './actions.ts';
import { chartGuards } from './guards.ts';

/** What a chart is made with: how this machine differs, what it says, what rules it keeps. */
export interface ChartSources {
  readonly profile: Profile;
  readonly texts: Texts;
  readonly rules: ConnectPlusRules;
}

/** A report on its way to the USB drive. `folder` is '' for its root. */
export interface ExportInput {
  readonly table: Table;
  readonly fileType: FileType;
  readonly folder: string;
  readonly fileName: string;
  readonly made: Millis;
  readonly csv: Profile['csv'];
}

/** Work outside the chart that whoever runs it provides; on its own it never answers. */
const unanswered = <Input>() => fromCallback<PanelEvent, Input, PanelEvent>(() => undefined);

const nextMidnight = ({ context }: { readonly context: Context }): Millis =>
  (Math.floor(context.now / oneDay) + 1) * oneDay;

/** The guards, actions and actors that the chart's states name. */
export const connectPlusSetup = (sources: ChartSources) =>
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
      /** Asks for an upload of what waits. Whoever runs the chart provides it. */
      askForUpload: () => undefined,
      awaitMidnight: raise<Context, PanelEvent, PanelEvent, undefined, never>(
        (args) => ({ type: 'MIDNIGHT', at: nextMidnight(args) }),
        { id: 'midnight', delay: (args) => nextMidnight(args) - args.context.now },
      ),
    },
    actors: {
      /** Lists the folders in a folder of the USB drive. Answers STICK.FOLDERS or STICK.FAILED. */
      listFolders: unanswered<{ readonly path: string }>(),
      /** Writes a report. Answers STICK.WRITTEN, STICK.FAILED or REPORT.TOO_LONG. */
      exportReport: unanswered<ExportInput>(),
      /** Prints a report on the document printer. Answers PRINTER.DONE or PRINTER.FAILED. */
      printReport: unanswered<Table>(),
      /** Sends a message to the Data Centre. Answers DATA_CENTRE.ANSWER. */
      sendToDataCentre: unanswered<CallInput>(),
    },
  });

export type ConnectPlusSetup = ReturnType<typeof connectPlusSetup>;

/** One state of the chart, with the guards, actions and actors that it may name. */
export type PanelState = Parameters<ConnectPlusSetup['createStateConfig']>[0];

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
