import type { Elements } from './elements.ts';
import type { Field, PanelField } from './field.ts';
import type { TouchProfile } from './profile.ts';

/** The texts that every touch screen has, by name. `required` and `value` have places for values. */
export type TouchText =
  | 'home'
  | 'ok'
  | 'cancel'
  | 'pageUp'
  | 'pageDown'
  | 'pleaseWait'
  | 'required'
  | 'value'
  | KeyText;

/** The texts on the function keys of the keyboard. */
export type KeyText = 'shift' | 'letters' | 'symbols' | 'accents' | 'space' | 'backspace' | 'clear';

/** What values are put into the places of a text. */
export type Values = Readonly<Record<string, string | number>>;

/** What a machine says by itself: a refusal, a result. */
export interface Notice<Text extends string> {
  readonly text: Text;
  readonly values: Values;
}

/** What the screen itself remembers in a chart's context. */
export interface OnScreen {
  /** The first visible row of a list. */
  readonly top: number;
  readonly field: Field;
  readonly beeps: number;
}

/** How a machine's texts, views and fields are called. */
export interface PanelNames {
  readonly text: string;
  readonly view: string;
  readonly field: string;
}

/** What a state shows: rows from a view or a field with its keyboard, and buttons below. */
export interface ScreenSpec<Names extends PanelNames> {
  readonly title: Names['text'];
  readonly view?: Names['view'];
  readonly field?: Names['field'];
  readonly buttons?: readonly Names['text'][];
  readonly busy?: boolean;
  /** Without the way home: a dialog must be answered. */
  readonly dialog?: boolean;
}

/** Where a machine stands: the screen of its state, and what is in it. */
export interface Shown<Names extends PanelNames, Context extends OnScreen> {
  readonly spec: ScreenSpec<Names>;
  readonly context: Context;
}

/** What is written on a screen, and how large it is. */
export interface TouchSources<Text extends string> {
  readonly texts: Readonly<Record<Text | TouchText, string>>;
  readonly profile: TouchProfile;
}

/** What a machine brings to a touch screen: its texts, its sizes, its views and its fields. */
export interface Panel<Names extends PanelNames, Context extends OnScreen>
  extends TouchSources<Names['text']> {
  /** What a view shows, a page of which is drawn. */
  readonly elementsOf: (view: Names['view'], context: Context) => Elements<Names['text']>;
  readonly fieldOf: (field: Names['field']) => PanelField<Names['text']>;
  /** What stands in the places of titles; titles without places need none. */
  readonly titleValues?: (title: Names['text'], context: Context) => Values;
}
