import type { MeterFault } from '../fault.ts';
import {
  adding,
  answerWith,
  type FundsSeeding,
  newNote,
  type PostalRules,
  preparingWrongly,
  takingWrongly,
} from './seeding.ts';

/** Faults in asking for postage and in taking it. */
export const refillFaults = (seeding: FundsSeeding): readonly MeterFault[] => [
  takingWrongly(
    seeding,
    'refill-counted-twice-on-a-repeated-answer',
    'Postage whose answer was asked for again is added twice.',
    (taken, taking) => {
      const note = newNote(taken, taking);
      const { serial, postal } = taking.meter;
      const isRepeated = taking.call.key !== `${serial}-${postal.messages}`;
      return note?.kind === 'funds added' && isRepeated
        ? { ...taken, registers: adding(taken.registers, note.amount) }
        : taken;
    },
  ),
  preparingWrongly(
    seeding,
    'refill-asked-under-a-new-key',
    'Postage whose answer was lost is asked for again as if it had never been asked for.',
    (prepared, { serial }) => {
      const { postal, call } = prepared;
      if (call.step?.kind !== 'funds' || !postal.funds) return prepared;
      const key = `${serial}-${postal.messages}`;
      return {
        ...prepared,
        postal: { ...postal, funds: { ...postal.funds, key } },
        call: { ...call, key },
      };
    },
  ),
  seeding.atPowerOn(
    'pending-refill-forgotten-at-power-up',
    'Postage that was asked for as the power went is never asked for again.',
    (memory) => ({ ...memory, postal: { ...memory.postal, funds: null } }),
  ),
  takingWrongly(
    seeding,
    'refill-given-up-without-an-answer',
    'Postage that was asked for is forgotten when the answer does not come.',
    (taken, { call }) =>
      call.step?.kind === 'funds' && taken.call.end !== null
        ? { ...taken, postal: { ...taken.postal, funds: null } }
        : taken,
  ),
  seeding.inRules(
    'refill-added-before-it-is-confirmed',
    'Postage is added as it is asked for, before the Data Centre has given it.',
    ({ prepareMessage, takeAnswer }) => ({
      prepareMessage: (meter, call, now) => {
        const prepared = prepareMessage(meter, call, now);
        const { funds } = prepared.postal;
        const isNew = meter.postal.funds === null && funds !== null;
        return isNew
          ? { ...prepared, registers: adding(prepared.registers, funds.amount) }
          : prepared;
      },
      takeAnswer: (meter, call, answer, now, settings) => {
        const { funds } = meter.postal;
        if (call.step?.kind !== 'funds' || !funds) {
          return takeAnswer(meter, call, answer, now, settings);
        }
        const honest = { ...meter, registers: adding(meter.registers, -funds.amount) };
        const taken = takeAnswer(honest, call, answer, now, settings);
        return taken.postal.funds === null
          ? taken
          : { ...taken, registers: adding(taken.registers, funds.amount) };
      },
    }),
  ),
  takingWrongly(
    seeding,
    'refused-refill-added',
    'Postage that the Data Centre refuses is added all the same.',
    (taken, taking) =>
      newNote(taken, taking)?.kind === 'funds refused'
        ? {
            ...taken,
            registers: adding(taken.registers, taking.meter.postal.funds?.amount ?? 0),
          }
        : taken,
  ),
  takingWrongly(
    seeding,
    'control-total-not-moved-by-a-refill',
    'A refill raises the credit and leaves the control total as it was.',
    (taken, taking) => {
      const note = newNote(taken, taking);
      if (note?.kind !== 'funds added') return taken;
      const { registers } = taken;
      return {
        ...taken,
        registers: { ...registers, controlTotal: registers.controlTotal - note.amount },
      };
    },
  ),
  takingWrongly(
    seeding,
    'refill-a-penny-short',
    'A refill adds a penny less than was given.',
    (taken, taking) =>
      newNote(taken, taking)?.kind === 'funds added'
        ? { ...taken, registers: adding(taken.registers, -1) }
        : taken,
  ),
  seeding.inRules(
    'used-postage-left-out-of-the-request',
    'A refill is asked for as if nothing had ever been franked.',
    ({ messageOf }) => ({
      messageOf: (meter, call, now) => {
        const message = messageOf(meter, call, now);
        if (call.step?.kind !== 'funds' || message?.body === undefined) return message;
        // Our own message of the line before.
        const body = JSON.parse(message.body) as object;
        return { ...message, body: JSON.stringify({ ...body, ascending: 0 }) };
      },
    }),
  ),
  seeding.inRules(
    'other-registers-accepted',
    "Postage is added although the answer bears other registers than the meter's.",
    ({ takeAnswer }) => ({
      takeAnswer: (meter, call, answer, now, settings) => {
        const { controlTotal, ascending } = meter.registers;
        const trusted =
          call.step?.kind === 'funds' ? answerTrusted(answer, { controlTotal, ascending }) : answer;
        return takeAnswer(meter, call, trusted, now, settings);
      },
    }),
  ),
  takingWrongly(
    seeding,
    'four-receipts-kept',
    'The fifth last refill has no receipt any more.',
    (taken) => ({
      ...taken,
      postal: { ...taken.postal, receipts: taken.postal.receipts.slice(0, 4) },
    }),
  ),
  takingWrongly(
    seeding,
    'receipt-of-the-sum',
    'The receipt of a refill tells the credit after it as its amount.',
    (taken, taking) => {
      const [last, ...earlier] = taken.postal.receipts;
      if (newNote(taken, taking)?.kind !== 'funds added' || !last) return taken;
      const receipts = [{ ...last, amount: last.after }, ...earlier];
      return { ...taken, postal: { ...taken.postal, receipts } };
    },
  ),
  takingWrongly(
    seeding,
    'balance-not-updated',
    'The balance of the postage account stays the one that was told first.',
    (taken, { meter: { postal } }) => ({
      ...taken,
      postal: { ...taken.postal, account: postal.account ?? taken.postal.account },
    }),
  ),
];

/** Franking that does not look at the credit. */
export const beyondTheCredit = ({ postageRefusal }: PostalRules): Partial<PostalRules> => ({
  postageRefusal: (...given) => {
    const reason = postageRefusal(...given);
    return reason === 'not enough postage' ? undefined : reason;
  },
});

/** Only granted postage bears registers; a refusal has none to be compared. */
function answerTrusted(
  answer: Parameters<typeof answerWith>[0],
  registers: { readonly controlTotal: number; readonly ascending: number },
): ReturnType<typeof answerWith> {
  return answer.status === 'answered' && answer.body.includes('"granted"')
    ? answerWith(answer, registers)
    : answer;
}
