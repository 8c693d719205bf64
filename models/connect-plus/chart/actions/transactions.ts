import type { Millis } from '#core';
import type { Memory } from '../../memory.ts';
import { typedDay } from '../../periods.ts';
import type { ChartSources } from '../setup.ts';
import { changing, picked, toggled } from './changing.ts';

/** The list of transactions: its filter, and moving one; and what the accounting server knows. */
export function transactionActions(sources: ChartSources) {
  const { rules } = sources;
  const { change, remember } = changing(sources);
  const days = (now: Millis, memory: Memory) => rules.currentPeriod(memory.period, now);

  return {
    openFilter: change(({ memory, now }) => ({
      filter: memory.filter ?? { ...days(now, memory), accounts: null },
      transaction: null,
    })),
    resetFilter: change(() => ({ filter: { from: '', to: '', accounts: null } })),
    pickCriterion: change((_context, event) => ({
      criterion: picked(event) === 'accountCriterion' ? 'account' : 'date',
    })),
    /** A period is never half entered or the wrong way round: it ends no earlier than it begins. */
    filterFrom: change(({ filter, field }) => {
      const from = typedDay(field.value) ?? '';
      return { filter: { ...filter, from, to: filter.to < from ? from : filter.to } };
    }),
    filterTo: change(({ filter, field }) => ({
      filter: { ...filter, to: typedDay(field.value) ?? '' },
    })),
    filterAccount: change(({ filter }, event) => ({
      filter: { ...filter, accounts: toggled(filter.accounts, Number(picked(event))) },
    })),
    removeCriterion: change(({ filter }) => ({ filter: { ...filter, accounts: null } })),
    saveFilter: remember((memory, { filter, field }) => ({
      ...memory,
      filters: [...memory.filters, { name: field.value, ...filter }],
    })),
    loadFilter: change(({ memory, filter }, event) => {
      const found = memory.filters.find(({ name }) => name === picked(event));
      if (!found) return { filter };
      const { name: _name, ...saved } = found;
      return { filter: saved };
    }),
    useFilter: remember((memory, { filter }) => ({ ...memory, filter })),
    selectTransaction: change((_context, event) => ({ transaction: Number(picked(event)) })),
    draftTransaction: change(({ memory, transaction }) => ({
      target: rules.findTransaction(memory, transaction)?.account ?? null,
    })),
    pickTarget: change((_context, event) => ({ target: Number(picked(event)) })),
    moveTransaction: remember((memory, { transaction, target }) => {
      const found = rules.findTransaction(memory, transaction);
      return found && target !== null && found.account !== target
        ? rules.moveTransaction(memory, found.id, target)
        : memory;
    }),

    // The accounting server
    closeForUpload: remember((memory) => rules.closeBatch(memory)),
    beginUpload: remember((memory) => rules.beginUpload(memory)),
    confirmUpload: change(({ memory }, event) =>
      event.type === 'UPLOAD.CONFIRMED' ? { memory: rules.confirm(memory, event.items) } : {},
    ),
  };
}
