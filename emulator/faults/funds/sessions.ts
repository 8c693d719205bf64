import type { MeterFault } from '../fault.ts';
import { answerWith, type FundsSeeding, preparingWrongly } from './seeding.ts';

/** Faults in opening a session with the Data Centre and in ending it. */
export const sessionFaults = (seeding: FundsSeeding): readonly MeterFault[] => [
  seeding.inRules(
    'stale-challenge-accepted',
    'An answer to an earlier challenge opens the session.',
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const nonce = meter.registers.challenge?.nonce ?? '';
        const trusted = call.step?.kind === 'session' ? answerWith(answer, { nonce }) : answer;
        return takeAnswer(meter, call, trusted, now, settings);
      },
    }),
  ),
  preparingWrongly(
    seeding,
    'session-left-open',
    'A call is over without telling the Data Centre how the meter stands now.',
    (prepared) => {
      const { call } = prepared;
      return call.step?.kind === 'end'
        ? { ...prepared, call: { ...call, step: null, end: 'ended' } }
        : prepared;
    },
  ),
];
