import type { Context, PanelEvent } from '../context.ts';
import { busy } from './building.ts';
import type { ChartSources, PanelState } from './setup.ts';

type Patch = (context: Context, event: PanelEvent) => Partial<Context>;

/** What a call to the server changes. */
export function callPatches({ profile, rules }: ChartSources) {
  const withPostal = (
    context: Context,
    { call, ...part }: ReturnType<typeof rules.prepareMessage>,
    now: number,
  ): Partial<Context> => ({ now, call, memory: { ...context.memory, ...part } });
  const prepare: Patch = (context, event) => {
    const now = event.at ?? context.now;
    if (!context.call) return {};
    return withPostal(context, rules.prepareMessage(context.memory, context.call, now), now);
  };
  const take: Patch = (context, event) => {
    if (event.type !== 'DATA_CENTRE.ANSWER' || !context.call) return {};
    const { answer, at } = event;
    return withPostal(
      context,
      rules.takeAnswer(context.memory, context.call, answer, at, profile),
      at,
    );
  };
  return { prepare, take };
}

/** The machine talks to its server, message by message, until the call is over. */
export const calling = ({ profile, rules }: ChartSources, ended: string): PanelState => ({
  initial: 'Sending',
  states: {
    Sending: {
      ...busy('calling'),
      entry: 'prepareMessage',
      invoke: {
        src: 'sendToDataCentre',
        input: ({ context: { memory, call, now } }) => ({
          request: call ? rules.messageOf(memory, call, now) : undefined,
          timeoutMs: profile.dataCentreTimeoutMs,
        }),
      },
      on: {
        ...busy('calling').on,
        'DATA_CENTRE.ANSWER': { target: 'Deciding', actions: 'takeAnswer' },
      },
    },
    Deciding: { always: [{ guard: 'callOver', target: ended }, { target: 'Sending' }] },
  },
});
