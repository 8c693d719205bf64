import { cellText, formatPence, isoDay, isoTime, type Millis } from '#core';
import type { Receipt } from '../data-centre/index.ts';
import { fillIn } from '../fill-in.ts';
import { piecesOf } from '../registers.ts';
import { line } from '../touch/elements.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Element, View } from './elements.ts';
import { accountLines } from './funds-views.ts';
import type { Memory } from './memory.ts';

/** A moment as reports of funds have it: `05/01/2026 09:12:33`. */
const moment = (at: Millis): string => `${cellText('date', isoDay(at))} ${isoTime(at).slice(11)}`;

const performer = ({ refill }: Memory, index: number, { texts }: ChartSources): string =>
  refill.performers[index] ?? texts.none;

/** One refill with everything that its receipt tells; 0 is the last one. */
export function receiptLines(
  index: number,
  memory: Memory,
  sources: ChartSources,
): readonly Element[] {
  const { texts } = sources;
  const receipt: Receipt | undefined = memory.postal.receipts[index];
  if (!receipt) return [line(texts.noRefill, 'message')];
  const { at, amount, before, after, account } = receipt;
  return [
    line(fillIn(texts.refillDate, { date: moment(at) })),
    line(fillIn(texts.performedBy, { user: performer(memory, index, sources) })),
    line(fillIn(texts.postageBefore, { value: formatPence(before) })),
    line(fillIn(texts.refillAmount, { value: formatPence(amount) })),
    line(fillIn(texts.postageAfter, { value: formatPence(after) })),
    ...accountLines(account, sources),
    line(fillIn(texts.accountNumber, { number: account.number })),
    line(fillIn(texts.meterNumber, { serial: memory.serial })),
  ];
}

const refillReceipt: View = ({ memory }, sources) => receiptLines(0, memory, sources);

/** The last refills, newest first. */
const refillSummary: View = ({ memory }, sources) => {
  const { texts } = sources;
  const { receipts } = memory.postal;
  if (receipts.length === 0) return [line(texts.noRefill, 'message')];
  return [
    line(texts.summaryHeading, 'message'),
    ...receipts.map(({ at, amount, before, after }, index) =>
      line(
        [
          moment(at),
          formatPence(amount),
          formatPence(before),
          formatPence(after),
          performer(memory, index, sources),
        ].join('\t'),
      ),
    ),
  ];
};

const fundsReport: View = ({ memory, now }, { texts }) => {
  const { registers } = memory;
  return [
    line(fillIn(texts.reportMade, { date: moment(now) })),
    line(fillIn(texts.meterNumber, { serial: memory.serial })),
    line(fillIn(texts.descending, { value: formatPence(registers.descending) })),
    line(fillIn(texts.ascending, { value: formatPence(registers.ascending) })),
    line(fillIn(texts.controlTotal, { value: formatPence(registers.controlTotal) })),
    line(fillIn(texts.itemsWithPostage, { value: registers.items })),
    line(fillIn(texts.itemsWithout, { value: registers.zeroItems })),
    line(fillIn(texts.totalPieces, { value: piecesOf(registers) })),
  ];
};

/** The reports of funds on the display. */
export const fundsReportViews = {
  fundsReport,
  refillReceipt,
  refillSummary,
} as const satisfies Record<string, View>;
