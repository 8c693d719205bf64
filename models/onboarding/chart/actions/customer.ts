import type { Connection, Need, ProfilePart } from '../../memory.ts';
import type { SecurityQuestion } from '../../profile.ts';
import type { ChartSources } from '../setup.ts';
import { change, entered, picked, remember } from './changing.ts';

/** What a customer enters, ticks and chooses. */
export function customerActions({ profile, rules }: ChartSources) {
  return {
    fillIn: remember((memory, context, _event, { part }: { part: ProfilePart }) => {
      // Blanks may be part of a password.
      const text = part === 'password' ? context.field.value : entered(context);
      return { ...memory, profile: { ...memory.profile, [part]: text } };
    }),
    pickQuestion: remember((memory, _context, event) => ({
      ...memory,
      // The list has these questions and no others.
      profile: { ...memory.profile, question: picked(event) as SecurityQuestion },
    })),
    keepProductCode: change((context) => ({ productCode: entered(context) })),
    confirmEquipment: remember((memory) => ({
      ...memory,
      equipment: memory.equipment && { ...memory.equipment, confirmed: true },
    })),
    forgetEquipment: remember((memory) => ({ ...memory, equipment: null })),
    becomeNewCustomer: remember((memory) => ({ ...memory, customer: { kind: 'new' } })),
    prepareConnection: change((_context, _event, { connection }: { connection: Connection }) => ({
      choosing: connection,
    })),
    tickNeed: remember((memory, _context, _event, { need }: { need: Need }) => ({
      ...memory,
      has: memory.has.includes(need)
        ? memory.has.filter((one) => one !== need)
        : [...memory.has, need],
    })),
    keepConnection: remember((memory, { choosing }) =>
      rules.withConnection(memory, choosing, profile),
    ),
    leaveMeterHome: change(() => ({ meterAtHome: false })),
    returnMeterHome: change(() => ({ meterAtHome: true })),
    pickModel: remember((memory, _context, event) => ({ ...memory, model: picked(event) })),
  };
}
