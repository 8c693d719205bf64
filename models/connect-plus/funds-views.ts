import { cellText, formatPence, isoDay } from '#core';
import { fillIn } from '../fill-in.ts';
import { piecesOf } from '../registers.ts';
import { line, row } from '../touch/elements.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import type { Element, View } from './elements.ts';
import type { TextKey } from './texts.en-GB.ts';

const dayText = (instant: number): string => cellText('date', isoDay(instant));

/** What the machine says of its next postal inspection, where there is something to say. */
export const standingLines: View = ({ memory, now }, { texts, rules, profile }) => {
  const { status, daysLeft } = rules.standingOf(memory.registers, now, profile.inspection);
  switch (status) {
    case 'in order':
      return [];
    case 'due':
      return [line(fillIn(texts.inspectionDue, { days: daysLeft }), 'message')];
    case 'locked':
      return [line(texts.inspectionLocked, 'message')];
    default:
      return status satisfies never;
  }
};

/** What is said at power-up while an inspection is due. */
export const inspectionSaid: View = (context, sources) => [
  ...standingLines(context, sources),
  line(sources.texts.inspectionHow, 'message'),
];

/** Postage that was asked for and of which nothing is known. */
export const waitingLines: View = ({ memory }, { texts }) => {
  const { funds } = memory.postal;
  const amount = formatPence(funds?.amount ?? 0);
  return funds ? [line(fillIn(texts.refillWaits, { amount }), 'message')] : [];
};

/** The postage account as it was last told. */
export const accountLines = (
  account: Context['memory']['postal']['account'],
  { texts }: ChartSources,
): readonly Element[] =>
  account
    ? [
        line(fillIn(texts.prepaidBalance, { value: formatPence(account.prepaid) })),
        line(fillIn(texts.creditAvailable, { value: formatPence(account.credit) })),
      ]
    : [];

const meterFunds: View = (context, sources) => {
  const { texts } = sources;
  const { registers, postal } = context.memory;
  return [
    line(fillIn(texts.descending, { value: formatPence(registers.descending) })),
    line(fillIn(texts.ascending, { value: formatPence(registers.ascending) })),
    line(fillIn(texts.controlTotal, { value: formatPence(registers.controlTotal) })),
    line(fillIn(texts.totalPieces, { value: piecesOf(registers) })),
    ...accountLines(postal.account, sources),
    ...waitingLines(context, sources),
  ];
};

/** When the last inspection was, and before which day the next one has to be. */
const inspectionDays: View = ({ memory }, { texts }) => {
  const { inspected, watchdog } = memory.registers;
  return [
    ...(inspected === null
      ? []
      : [line(fillIn(texts.lastInspection, { day: dayText(inspected) }))]),
    ...(watchdog === null ? [] : [line(fillIn(texts.nextInspection, { day: dayText(watchdog) }))]),
  ];
};

/** The rates that were received last, those that hold today, and those that will. */
const ratesLines: View = ({ memory, now }, { texts, rules }) => {
  const today = isoDay(now);
  const inForce = rules.ratesInForce(memory.postal, today)?.id ?? texts.factoryRates;
  return [
    line(fillIn(texts.ratesInstalled, { id: memory.postal.installed.rates })),
    line(fillIn(texts.ratesInForce, { id: inForce })),
    ...memory.postal.rates
      .filter(({ effective }) => effective > today)
      .map(({ id, effective }) =>
        line(fillIn(texts.ratesToCome, { id, day: cellText('date', effective) })),
      ),
  ];
};

const installedLines: View = ({ memory }, { texts }) => {
  const { installed, download } = memory.postal;
  return [
    line(fillIn(texts.softwareInstalled, { id: installed.software })),
    ...installed.features.map((id) => line(fillIn(texts.featureInstalled, { id }))),
    ...installed.graphics.map((id) => line(fillIn(texts.graphicInstalled, { id }))),
    ...(download
      ? [
          line(
            fillIn(texts.partlyReceived, {
              kind: download.label.kind,
              id: download.label.id,
              pieces: download.pieces.length,
              of: download.label.pieces,
            }),
          ),
        ]
      : []),
  ];
};

const meterInformation: View = (context, sources) => {
  const { texts, profile } = sources;
  const { memory } = context;
  const { account } = memory.postal;
  const { least, most, step } = profile.refill;
  return [
    line(fillIn(texts.serialNumber, { serial: memory.serial })),
    ...(account ? [line(fillIn(texts.accountNumber, { number: account.number }))] : []),
    line(fillIn(texts.leastRefill, { value: formatPence(least) })),
    line(fillIn(texts.mostRefill, { value: formatPence(most) })),
    line(fillIn(texts.refillStep, { value: formatPence(step) })),
    ...inspectionDays(context, sources),
    ...ratesLines(context, sources),
    ...installedLines(context, sources),
  ];
};

const refillSettings: View = ({ memory }, sources) => [
  row('warnBelow', formatPence(memory.refill.warnBelow), sources),
  row('defaultRefill', formatPence(memory.refill.usual), sources),
];

const entry = (tap: TextKey, { texts }: ChartSources): Element => ({
  text: texts[tap],
  role: 'item',
  tap,
});

/** What can be refilled. While an answer is waited for, nothing but that. */
const refillChoices: View = (context, sources) => {
  const { memory } = context;
  const last = sources.rules.lastRefill(memory);
  if (memory.postal.funds) return [...waitingLines(context, sources), entry('askAgain', sources)];
  return [
    ...(last === undefined ? [] : [row('lastRefill', formatPence(last), sources)]),
    row('defaultRefill', formatPence(memory.refill.usual), sources),
    entry('otherAmount', sources),
  ];
};

const refillQuestion: View = ({ memory, refillAmount }, { texts }) => {
  const { descending } = memory.registers;
  return [
    line(fillIn(texts.postageBefore, { value: formatPence(descending) })),
    line(fillIn(texts.refillAmount, { value: formatPence(refillAmount) })),
    line(fillIn(texts.postageAfter, { value: formatPence(descending + refillAmount) })),
  ];
};

const lowFunds: View = ({ memory }, { texts }) => {
  const postage = formatPence(memory.registers.descending);
  const limit = formatPence(memory.refill.warnBelow);
  return [line(fillIn(texts.lowFunds, { postage, limit }), 'message')];
};

/** Funds, what warns of them, and the inspection. */
export const fundsViews = {
  funds: meterFunds,
  meterInformation,
  refillSettings,
  refillChoices,
  refillQuestion,
  lowFunds,
  inspectionSaid,
} as const satisfies Record<string, View>;
