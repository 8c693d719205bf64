import type { Millis, PeerAnswer } from '#core';
import type { Surroundings } from '../model.ts';
import type { Call } from './call.ts';

/** The Data Centre has answered, or not. `at`: when. */
export interface DataCentreAnswer {
  readonly type: 'DATA_CENTRE.ANSWER';
  readonly answer: PeerAnswer;
  readonly at: Millis;
}

const failures: readonly PeerAnswer[] = [
  { status: 'unreachable' },
  { status: 'no answer' },
  { status: 'reset' },
];

/** What may come of the message under way: what the server made of it, or any way to be lost. */
export function* callOutcomes(
  call: Call | null,
  { answerTo, now }: Surroundings,
  last: Millis,
): Generator<DataCentreAnswer> {
  if (!call?.step) return;
  const at = now ?? last;
  const known = answerTo?.(call.key);
  for (const answer of known ? [known, ...failures] : failures) {
    yield { type: 'DATA_CENTRE.ANSWER', answer, at };
  }
}
