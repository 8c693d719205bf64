import * as touch from '../../touch/states.ts';
import type { FieldName } from '../fields.ts';
import type { ScreenSpec } from '../panel.ts';
import type { TextKey } from '../texts.en-GB.ts';
import type { ViewName } from '../views.ts';
import type { FieldSource, NoticeParams } from './actions/screens.ts';
import type { PanelState } from './setup.ts';

export type Transitions = NonNullable<PanelState['on']>;
export type Step = NonNullable<Transitions['TAP.ok']>;
type Guard = NonNullable<Exclude<Step, string | readonly unknown[]>['guard']>;
type Actions = PanelState['entry'];

/** Something that the machine does not accept, and what it says then. */
export interface Refusal extends NoticeParams {
  readonly when: Guard;
}

/** A tap that is refused for the first reason that holds, and otherwise does `step`. */
export const unless = <S>(refusals: readonly Refusal[], step: S): S => touch.unless(refusals, step);

/** A message that OK takes away. */
export const message = (title: TextKey, back: string, view: ViewName = 'notice'): PanelState => {
  const { meta, on } = touch.messageState(title, view, back);
  // Mail does not run while a message waits to be read.
  return { meta, on: { ...on, FEED: { actions: 'beep' } } };
};

interface ScreenParts extends Omit<ScreenSpec, 'title'> {
  readonly on: Transitions;
  readonly entry?: Actions;
  /** Stays on the page of the list when the screen comes back. */
  readonly keepsPage?: boolean;
}

const asList = (actions: Actions) => (actions === undefined ? [] : [actions].flat()) as never[];

/** A screen of rows and buttons. Where something can be refused, the refusal lies over it. */
export function screen(title: TextKey, parts: ScreenParts): PanelState {
  const { on, entry, keepsPage, ...spec } = parts;
  const refuses = JSON.stringify(on).includes('.Refused');
  return {
    entry: [...(keepsPage ? [] : ['toTop' as const]), ...asList(entry)],
    meta: { screen: { title, ...spec } },
    ...touch.coverable(refuses ? message(title, 'Ready') : undefined),
    on: { ...(spec.view ? touch.paging(spec.view) : {}), ...on },
  };
}

/** A question that must be answered. */
export const dialog = (title: TextKey, parts: ScreenParts): PanelState =>
  screen(title, { ...parts, dialog: true });

interface FieldParts {
  readonly field: FieldName;
  /** What is in the field as it opens. */
  readonly from?: FieldSource;
  readonly refusals?: readonly Refusal[];
  readonly ok: Step;
  readonly cancel: Step;
  /** Without the way home. */
  readonly dialog?: boolean;
}

/** The accounting suite on a PC may take accounts and transactions over at any moment. */
export const managedOnPc = { when: 'businessManager', text: 'useBusinessManager' } as const;

/**
 * A field with its keyboard. What was typed is there until another screen opens, so that the
 * actions of OK can take it.
 */
export const field = (title: TextKey, { refusals = [], ok, ...parts }: FieldParts): PanelState =>
  touch.fieldState(title, { ...parts, ok: unless(refusals, ok) }, message(title, 'Ready'));

/** The machine works and takes no tap until it is done. */
export const busy = (title: TextKey): Pick<PanelState, 'meta'> => touch.busyState(title);
