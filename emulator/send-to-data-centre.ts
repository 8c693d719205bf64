import { type EventObject, fromCallback } from 'xstate';
import type { Millis, PeerAnswer } from '#core';
import type { CallInput, DataCentreAnswer } from '#models';
import { surroundingsOf } from './surroundings.ts';

/**
 * Sends one message to the Data Centre or its portal, and answers with an event of this type. Before
 * it goes out time passes, so that what the machine must remember of it is stored by then; the answer
 * takes as long again.
 */
export const messageSender = <Type extends string>(type: Type) =>
  fromCallback<EventObject, CallInput, Omit<DataCentreAnswer, 'type'> & { readonly type: Type }>(
    ({ sendBack, system, input }) => {
      const around = surroundingsOf(system);
      const { clock, pace, work } = around;
      const { request, timeoutMs } = input;
      let stopped = false;
      const half: Millis = pace.callServer / 2;
      const answered = (answer: PeerAnswer): void => {
        if (stopped) return;
        const after = answer.status === 'no answer' ? timeoutMs : half;
        timer = clock.setTimeout(() => {
          sendBack({ type, answer, at: clock.now() });
          around.settle();
        }, after);
      };
      let timer = clock.setTimeout(() => {
        const sent = request && around.dataCentre()?.send(request);
        work.start((sent ?? Promise.resolve<PeerAnswer>({ status: 'unreachable' })).then(answered));
      }, half);
      return () => {
        stopped = true;
        clock.clearTimeout(timer);
      };
    },
  );

/** Sends one message to the Data Centre. */
export const sendToDataCentre = messageSender('DATA_CENTRE.ANSWER');
