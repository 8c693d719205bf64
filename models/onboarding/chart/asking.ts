import type { PortalKind } from '../portal-errands.ts';
import type { TextKey } from '../texts.en.ts';
import { message, page } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

interface AskingParts {
  /** What is asked for here. */
  readonly kinds: readonly PortalKind[];
  readonly title: TextKey;
  /** Where it goes on once the portal has done what it was asked for. */
  readonly done: string;
  /** Where a refusal leads back to. */
  readonly refused: string;
}

/**
 * The states in which the portal is asked, by the actions `ask` and `askAgain`. What was not
 * answered is asked again under the same key: the page of it comes first whenever this part of the
 * chart is opened. They stand beside the states of a section, whose initial state is `Opening`.
 */
export const asking = (
  { profile, rules }: ChartSources,
  { kinds, title, done, refused }: AskingParts,
): Readonly<Record<'Asking' | 'Answered' | 'Unanswered' | 'Not Done', PanelState>> => ({
  Asking: {
    meta: { screen: { title: 'portalBusy', view: 'asking', busy: true } },
    invoke: {
      src: 'callPortal',
      input: ({ context: { memory, asks } }) => {
        const pending = rules.pendingOfKind(memory, asks);
        return {
          request: pending && rules.portalRequestOf(memory, pending),
          timeoutMs: profile.portalTimeoutMs,
        };
      },
    },
    // Nothing else happens while the portal is waited for.
    on: {
      'TAP.home': {},
      'PORTAL.ANSWER': { target: 'Answered', actions: 'takePortalAnswer' },
    },
  },
  Answered: {
    always: [
      { guard: 'portalSilent', target: 'Unanswered' },
      { guard: 'portalRefuses', target: 'Not Done', actions: 'sayPortalRefusal' },
      { target: done },
    ],
  },
  Unanswered: page('portal', {
    view: 'unanswered',
    buttons: ['sendAgain'],
    on: { 'TAP.sendAgain': { target: 'Asking', actions: { type: 'askAgain', params: { kinds } } } },
  }),
  'Not Done': message(title, refused),
});

/** The first state of a section: what was not answered comes before everything else. */
export const opening = (
  kinds: readonly PortalKind[],
  otherwise: NonNullable<PanelState['always']>,
): PanelState => ({
  always: [
    { guard: { type: 'waitsForPortal', params: { kinds } }, target: 'Unanswered' },
    ...([otherwise].flat() as never[]),
  ],
});
