import type { Millis, PeerAnswer, RateTable } from '#core';
import type { Call, DataCentreAnswer } from '../data-centre/index.ts';
import type { Notice, OnScreen } from '../touch/panel.ts';
import type { Tap } from '../touch/tap.ts';
import type { Connection, Memory, MeterPlace } from './memory.ts';
import type { PortalOutcome } from './portal-answers.ts';
import type { PortalKind } from './portal-errands.ts';
import type { TextKey } from './texts.en.ts';

/** All that the chart knows. JSON: a snapshot can be stored, hashed, compared and restored. */
export interface Context extends OnScreen {
  readonly memory: Memory;
  /** When the last thing happened, on the meter's clock. */
  readonly now: Millis;
  /** The call to the Data Centre that is under way, or the last one, and the meter that calls. */
  readonly call: Call | null;
  readonly calls: MeterPlace;
  /** What the portal is asked, or was asked last, and what came of it. */
  readonly asks: PortalKind;
  readonly outcome: PortalOutcome | null;
  /** What the portal has told of the rates. */
  readonly rates: RateTable | null;
  readonly notice: Notice<TextKey> | null;
  /** What the field on the display is called, or the last one. */
  readonly opened: TextKey;
  /** The first entry of a password that is asked for twice. */
  readonly first: string;
  /** The product code number that was entered before the serial number. */
  readonly productCode: string;
  /** The connection that is being prepared. */
  readonly choosing: Connection;
  /** What the meter itself shows, which only the PC looks at. */
  readonly meterAtHome: boolean;
}

export const powerOnContext = (memory: Memory, now: Millis): Context => ({
  memory,
  now,
  call: null,
  calls: 'meter',
  asks: 'profile',
  outcome: null,
  rates: null,
  notice: null,
  opened: 'userName',
  first: '',
  productCode: '',
  choosing: 'pc',
  meterAtHome: true,
  top: 0,
  field: { value: '', mode: 'lower' },
  beeps: 0,
});

/** The portal has answered, or not. */
export interface PortalAnswer {
  readonly type: 'PORTAL.ANSWER';
  readonly answer: PeerAnswer;
  readonly at: Millis;
}

/** What happens at the desk: taps, mail, and the answers to what was asked. `at`: when. */
export type PanelEvent = { readonly at: Millis } & (
  | Tap<TextKey>
  | { readonly type: 'FEED'; readonly grams: number }
  | { readonly type: 'MIDNIGHT' }
  | PortalAnswer
  | DataCentreAnswer
);
