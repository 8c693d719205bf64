import { isoDay, type Pence } from '#core';
import { type Errand, newCall } from '../../../data-centre/index.ts';
import type { Context } from '../../context.ts';
import type { ChartSources } from '../setup.ts';
import { changing } from './changing.ts';

/** Refilling, and what else the machine calls its Data Centre for. */
export function fundsActions(sources: ChartSources) {
  const { rules } = sources;
  const { change, remember } = changing(sources);
  const choose = (amount: (context: Context) => Pence | undefined) =>
    change((context) => ({ refillAmount: amount(context) ?? 0 }));
  /** Begins a call. The open batch ends where postage may come. */
  const calling = ({ memory }: Context, errand: Errand): Partial<Context> => ({
    call: newCall(errand),
    memory: rules.mayBringPostage(memory, errand) ? rules.closeBatch(memory) : memory,
  });
  const setting = (key: 'warnBelow' | 'usual') =>
    remember((memory, { field }) => ({
      ...memory,
      refill: { ...memory.refill, [key]: Number(field.value) },
    }));

  return {
    chooseLastRefill: choose(({ memory }) => rules.lastRefill(memory)),
    chooseUsualRefill: choose(({ memory }) => memory.refill.usual),
    chooseOtherRefill: choose(({ field }) => Number(field.value)),
    /** What was asked for and not answered is what is asked for again. */
    chooseWaitingRefill: choose(({ memory }) => memory.postal.funds?.amount),
    callForRefill: change((context) =>
      calling(context, { kind: 'refill', amount: context.refillAmount }),
    ),
    callFor: change(
      (context, _event, { errand }: { errand: 'balance' | 'inspection' | 'synchronisation' }) =>
        calling(context, { kind: errand }),
    ),
    warnBelow: setting('warnBelow'),
    usualRefill: setting('usual'),
    noteInspectionSaid: remember((memory, { now }) => ({ ...memory, inspectionSaid: isoDay(now) })),
  };
}
