import { newCall } from '../../../data-centre/index.ts';
import { imprint } from '../../../registers.ts';
import type { Context } from '../../context.ts';
import type { ChartSources } from '../setup.ts';
import { change, remember } from './changing.ts';

/** What calls to the Data Centre change, and what is franked. */
export function callActions({ profile, rules }: ChartSources) {
  /** Puts what a call has changed into the meter that calls. */
  const withPostal = (
    { memory, calls }: Context,
    { call, ...part }: ReturnType<typeof rules.prepareMessage>,
  ): Partial<Context> => {
    const meter = memory[calls] ?? memory.meter;
    return { call, memory: { ...memory, [calls]: { ...meter, ...part } } };
  };
  const calling = ({ memory, calls }: Context) => memory[calls] ?? memory.meter;
  return {
    beginSetUp: change(({ memory }) => {
      const calls = rules.nextMeter(memory);
      return {
        calls,
        call: newCall(
          calls === 'replaced'
            ? { kind: 'withdrawal' }
            : { kind: 'first set-up', amount: rules.firstLoadOf(memory, profile) },
        ),
      };
    }),
    beginErrand: change(
      (_context, _event, { errand }: { errand: 'synchronisation' | 'balance' }) => ({
        calls: 'meter',
        call: newCall({ kind: errand }),
      }),
    ),
    beginRefill: change(({ field }) => ({
      calls: 'meter',
      call: newCall({ kind: 'refill', amount: Number(field.value) }),
    })),
    beginRefillAgain: change(({ memory }) => ({
      calls: 'meter',
      call: newCall({ kind: 'refill', amount: memory.meter.postal.funds?.amount ?? 0 }),
    })),
    prepareMessage: change((context) =>
      context.call
        ? withPostal(context, rules.prepareMessage(calling(context), context.call, context.now))
        : {},
    ),
    takeAnswer: change((context, event) => {
      if (event.type !== 'DATA_CENTRE.ANSWER' || !context.call) return {};
      const { answer, at } = event;
      return withPostal(
        context,
        rules.takeAnswer(calling(context), context.call, answer, at, profile),
      );
    }),
    finishSetUp: remember((memory) => ({ ...memory, setUp: true })),
    frank: remember((memory) => ({
      ...memory,
      meter: { ...memory.meter, registers: imprint(memory.meter.registers, profile.letter) },
    })),
  };
}
