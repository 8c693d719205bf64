import { newCall } from '../../data-centre/index.ts';
import { type Context, emptyDraft } from '../context.ts';
import type { PlainErrand } from './errand-call.ts';
import type { ChartSources } from './setup.ts';

type Patch = (context: Context) => Partial<Context>;

/** What adding credit and calling the server change. */
export function creditPatches({ profile, rules }: ChartSources) {
  const withAmount = (context: Context, amount: number): Partial<Context> => ({
    draft: { ...context.draft, amount },
  });
  const newDraft: Patch = () => ({ draft: emptyDraft });
  const draftAmount: Patch = (context) => withAmount(context, Number(context.field.value));
  /** The amount that may be added is offered in place of the one that was refused. */
  const draftAddable: Patch = (context) => {
    const note = rules.creditNote(context.call?.notes ?? []);
    if (note?.kind !== 'funds refused') return {};
    const limits = rules.creditLimits(context.memory, profile);
    return withAmount(context, rules.addableCredit(note.most, limits));
  };
  const beginCredit: Patch = ({ memory, draft }) => ({
    call: newCall({ kind: 'refill', amount: memory.postal.funds?.amount ?? draft.amount ?? 0 }),
  });
  const beginCall = (kind: PlainErrand): Partial<Context> => ({ call: newCall({ kind }) });
  const setPin: Patch = ({ memory, field }) => ({
    memory: rules.setCreditPin(memory, field.value),
  });
  const cancelPin: Patch = ({ memory }) => ({ memory: rules.setCreditPin(memory, null) });
  return { newDraft, draftAmount, draftAddable, beginCredit, beginCall, setPin, cancelPin };
}
