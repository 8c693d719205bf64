import type { Millis } from '#core';
import type { AnswerOf, Operation, OperationName } from '#protocol';

/** The answers to a list of operations, each in its place. */
export type Answers<Asked extends readonly Operation[]> = {
  readonly [Place in keyof Asked]: Asked[Place] extends { readonly op: infer Name }
    ? Name extends OperationName
      ? AnswerOf<Name>
      : never
    : never;
};

/**
 * Asks a rig controller for operations, in their order and each exactly once, whatever happens to
 * messages on their way. One exchange at a time: those that come meanwhile wait for their turn.
 */
export interface Exchange extends AsyncDisposable {
  /** What is at the other end, as messages name it. */
  readonly name: string;
  /**
   * Carries operations out in one message. The numbers of `press` and `touch` are put in here:
   * whatever they say is not looked at. `extraMs` is what the controller may take by itself.
   * Errors: FB_LINK_…, FB_RIG_BUSY; a refusal is a `Refused`.
   */
  exchange<const Asked extends readonly Operation[]>(
    operations: Asked,
    extraMs?: Millis,
  ): Promise<Answers<Asked>>;
}
