import type { FieldMode } from '#core';
import type { OnScreen, Panel, PanelNames } from './panel.ts';

/** An event of a chart, with what a tap may carry. */
interface Touched {
  readonly type: string;
  readonly character?: string;
  readonly mode?: FieldMode;
  readonly by?: -1 | 0 | 1;
}

/** What taps change in a chart's context; a machine makes an action of each. */
export const touchChanges = <Names extends PanelNames, Context extends OnScreen>({
  profile,
  elementsOf,
  fieldOf,
}: Panel<Names, Context>) => ({
  beep: ({ beeps }: OnScreen) => ({ beeps: beeps + 1 }),
  toTop: () => ({ top: 0 }),
  /** One page on or back, never beyond the last row of the view. */
  turnPage: (context: Context, { by = 0 }: Touched, { view }: { view: Names['view'] }) => {
    const { visibleRows } = profile;
    const last = Math.max(0, elementsOf(view, context).length - visibleRows);
    const top = context.top + by * visibleRows;
    return { top: Math.max(0, Math.min(top, Math.ceil(last / visibleRows) * visibleRows)) };
  },
  openField: (field: Names['field'], value: string) => ({
    field: { value, mode: fieldOf(field).modes[0] },
  }),
  typeCharacter: ({ field }: OnScreen, { character = '' }: Touched) => ({
    field: { ...field, value: field.value + character },
  }),
  changeMode: ({ field }: OnScreen, { mode = field.mode }: Touched) => ({
    field: { ...field, mode },
  }),
  backspace: ({ field }: OnScreen) => ({
    field: { ...field, value: [...field.value].slice(0, -1).join('') },
  }),
  clearField: ({ field }: OnScreen) => ({ field: { ...field, value: '' } }),
});

/** Whether a field takes no further character. */
export const isFull = <Names extends PanelNames, Context extends OnScreen>(
  name: Names['field'],
  { field }: Context,
  { fieldOf }: Panel<Names, Context>,
): boolean => [...field.value].length >= fieldOf(name).maxLength;
