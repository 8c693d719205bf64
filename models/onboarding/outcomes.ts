import type { AnyMachineSnapshot } from 'xstate';
import type { PeerAnswer } from '#core';
import { callOutcomes } from '../data-centre/index.ts';
import type { Surroundings } from '../model.ts';
import { pendingOf } from '../place.ts';
import type { Context, PanelEvent, PortalAnswer } from './context.ts';
import { contextOf } from './place.ts';
import { pendingOfKind } from './portal-messages.ts';

const failures: readonly PeerAnswer[] = [
  { status: 'unreachable' },
  { status: 'no answer' },
  { status: 'reset' },
];

/** What may come of the message to the portal: what it made of it, or any way to be lost. */
function* portalOutcomes(
  { memory, asks, now: last }: Context,
  { answerTo, now }: Surroundings,
): Generator<PortalAnswer> {
  const pending = pendingOfKind(memory, asks);
  if (!pending) return;
  const known = answerTo?.(pending.key);
  for (const answer of known ? [known, ...failures] : failures) {
    yield { type: 'PORTAL.ANSWER', answer, at: now ?? last };
  }
}

/** What the world may answer: what the rig's own server made of a message, or a failure. */
export function* outcomesOf(
  snapshot: AnyMachineSnapshot,
  surroundings: Surroundings,
): Generator<PanelEvent> {
  const context = contextOf(snapshot);
  for (const work of pendingOf(snapshot)) {
    if (work === 'callPortal') yield* portalOutcomes(context, surroundings);
    if (work === 'sendToDataCentre') {
      yield* callOutcomes(context.call, surroundings, context.now);
    }
  }
}
