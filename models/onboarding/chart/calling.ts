import type { ChartSources, PanelState } from './setup.ts';

/** A meter on the desk talks to the Data Centre, message by message, until the call is over. */
export const calling = ({ profile, rules }: ChartSources, ended: string): PanelState => ({
  initial: 'Sending',
  states: {
    Sending: {
      meta: { screen: { title: 'dataCentre', view: 'callProgress', busy: true } },
      entry: 'prepareMessage',
      invoke: {
        src: 'sendToDataCentre',
        input: ({ context: { memory, call, calls, now } }) => ({
          request: call ? rules.messageOf(memory[calls] ?? memory.meter, call, now) : undefined,
          timeoutMs: profile.dataCentreTimeoutMs,
        }),
      },
      // Nothing else happens while the meter calls.
      on: {
        'TAP.home': {},
        'DATA_CENTRE.ANSWER': { target: 'Deciding', actions: 'takeAnswer' },
      },
    },
    Deciding: { always: [{ guard: 'callOver', target: ended }, { target: 'Sending' }] },
  },
});
