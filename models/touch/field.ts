import type { FieldMode } from '#core';

/** Text being typed on the screen's keyboard. */
export interface Field {
  readonly value: string;
  readonly mode: FieldMode;
}

/** A field of the on-screen keyboard: what it is called, how long it may be, what it takes. */
export interface FieldSpec<Text extends string, Profile> {
  readonly label: Text;
  readonly maxLength: (profile: Profile) => number;
  /** The pages of the keyboard that it is typed on; it opens on the first. */
  readonly modes: readonly [FieldMode, ...FieldMode[]];
  readonly secret?: boolean;
}

/** A field as one machine has it. */
export interface PanelField<Text extends string> extends Omit<FieldSpec<Text, never>, 'maxLength'> {
  readonly maxLength: number;
}

/** A field as long as the profile of a machine says. */
export const fieldOn = <Text extends string, Profile>(
  spec: FieldSpec<Text, Profile>,
  profile: Profile,
): PanelField<Text> => ({ ...spec, maxLength: spec.maxLength(profile) });

/** The pages of the keyboard on which a text is typed. */
export const letterModes = ['lower', 'upper', 'symbols', 'accents'] as const;

/** The page of the keyboard on which a number or a day is typed. */
export const digitModes = ['digits'] as const;

/** A field of digits has no other keys; one of letters has all the others. */
export const modesAround = (mode: FieldMode): readonly FieldMode[] =>
  mode === 'digits' ? digitModes : letterModes;
