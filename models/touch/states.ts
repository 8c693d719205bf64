interface FieldParts<Field extends string, Source extends string, Ok, Cancel> {
  readonly field: Field;
  /** What is in the field as it opens. */
  readonly from?: Source;
  readonly ok: Ok;
  readonly cancel: Cancel;
  /** Without the way home. */
  readonly dialog?: boolean;
}

/*
 * What the states of every touch screen have in common. A chart that takes them into its own must
 * have the actions of `touchChanges`, an action `refuse` and a guard `fieldFull`: its types say so.
 */

/** A message that OK takes away. */
export const messageState = <Text extends string, View extends string, Target extends string>(
  title: Text,
  view: View,
  back: Target,
) =>
  ({
    meta: { screen: { title, view, buttons: ['ok'], dialog: true } },
    on: { 'TAP.ok': back },
  }) as const;

/** A state over which a message can lie. */
export const coverable = <State>(refused?: State) =>
  ({
    initial: 'Ready',
    states: { Ready: {}, ...(refused ? { Refused: refused } : {}) },
  }) as const;

/** The page buttons of a list. */
export const paging = <View extends string>(view: View) =>
  ({ PAGE: { actions: { type: 'turnPage', params: { view } } } }) as const;

/** The keys of the keyboard. */
const typing = <Field extends string>(field: Field) =>
  ({
    KEY: [
      { guard: { type: 'fieldFull', params: { field } }, actions: 'beep' },
      { actions: 'typeCharacter' },
    ],
    MODE: { actions: 'changeMode' },
    BACKSPACE: { actions: 'backspace' },
    CLEAR: { actions: 'clearField' },
  }) as const;

/**
 * A field with its keyboard. What was typed is there until another screen opens, so that the
 * actions of OK can take it.
 */
export const fieldState = <
  Text extends string,
  Field extends string,
  Source extends string,
  Ok,
  Cancel,
  State,
>(
  title: Text,
  { field, from, ok, cancel, dialog }: FieldParts<Field, Source, Ok, Cancel>,
  refused: State,
) =>
  ({
    entry: { type: 'openField', params: { field, ...(from === undefined ? {} : { from }) } },
    meta: {
      screen: { title, field, buttons: ['ok', 'cancel'], ...(dialog ? { dialog: true } : {}) },
    },
    ...coverable(refused),
    on: { ...typing(field), 'TAP.ok': ok, 'TAP.cancel': cancel },
  }) as const;

/** The machine works and takes no tap until it is done. */
export const busyState = <Text extends string>(title: Text) => ({
  meta: { screen: { title, busy: true } },
});

/** A tap that is refused for the first reason that holds, and otherwise does `step`. */
export const unless = <Refusal extends { readonly when: unknown }, Step>(
  refusals: readonly Refusal[],
  step: Step,
): Step =>
  [
    ...refusals.map(({ when, ...params }) => ({
      guard: when,
      target: '.Refused',
      actions: { type: 'refuse' as const, params },
    })),
    step,
  ].flat() as Step; // A list of transitions stands wherever one may stand.
