import type { FieldMode } from '#core';

/** What a key of the on-screen keyboard does. */
export type KeyAction =
  | { readonly type: 'KEY'; readonly character: string }
  | { readonly type: 'MODE'; readonly mode: FieldMode }
  | { readonly type: 'BACKSPACE' }
  | { readonly type: 'CLEAR' };

/** What a tap does, before its time is known. `Text`: the names of the texts that can be tapped. */
export type Tap<Text extends string> =
  | { readonly type: `TAP.${Text}` }
  | { readonly type: 'PICK'; readonly id: string }
  | { readonly type: 'PAGE'; readonly by: -1 | 1 }
  | KeyAction;
