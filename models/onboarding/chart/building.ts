import * as touch from '../../touch/states.ts';
import type { FieldName } from '../fields.ts';
import type { ScreenSpec } from '../panel.ts';
import type { TextKey } from '../texts.en.ts';
import type { FieldSource } from './actions/pages.ts';
import type { PanelState } from './setup.ts';

export type Transitions = NonNullable<PanelState['on']>;
export type Step = NonNullable<Transitions['TAP.ok']>;
type Guard = NonNullable<Exclude<Step, string | readonly unknown[]>['guard']>;
type Actions = PanelState['entry'];

/** Something that is not accepted, and what the page says then. */
export interface Refusal {
  readonly when: Guard;
  readonly text: TextKey;
}

/** A tap that is refused for the first reason that holds, and otherwise does `step`. */
export const unless = <S>(refusals: readonly Refusal[], step: S): S => touch.unless(refusals, step);

/** A message that OK takes away. */
export const message = (title: TextKey, back: string): PanelState =>
  touch.messageState(title, 'notice' as const, back);

interface PageParts extends Omit<ScreenSpec, 'title'> {
  readonly on: Transitions;
  readonly entry?: Actions;
}

const asList = (actions: Actions) => (actions === undefined ? [] : [actions].flat()) as never[];

/** A page of rows and buttons. Where something can be refused, the refusal lies over it. */
export function page(title: TextKey, { on, entry, ...spec }: PageParts): PanelState {
  const refuses = JSON.stringify(on).includes('.Refused');
  return {
    entry: ['toTop' as const, ...asList(entry)],
    meta: { screen: { title, ...spec } },
    ...touch.coverable(refuses ? message(title, 'Ready') : undefined),
    on: { ...(spec.view ? touch.paging(spec.view) : {}), ...on },
  };
}

interface FieldParts {
  readonly field: FieldName;
  /** What is in the field as it opens. */
  readonly from?: FieldSource;
  readonly refusals?: readonly Refusal[];
  readonly ok: Step;
  readonly cancel: Step;
}

/** A field with its keyboard. What was typed is there until another page opens. */
export const field = (title: TextKey, { refusals = [], ok, ...parts }: FieldParts): PanelState =>
  touch.fieldState(title, { ...parts, ok: unless(refusals, ok) }, message(title, 'Ready'));
