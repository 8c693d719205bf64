import { connectPlus as bench } from '#bench';
import { type Frame, VirtualClock } from '#core';
import { EmulatedMeter, NonVolatileMemory, RamMedium } from '#emulator';
import { connectPlus, modelNamed } from '#models';
import { type Figure, median, now } from './measure.ts';

const { texts, reportNames } = connectPlus;

const accounts = 3000;
const sizes = [10_000, 50_000, 100_000] as const;
const rounds = 5;
const mostMs = 100;

const model = modelNamed('connect-plus');

/** A Connect+ in front of its list of reports, and a way to touch what it shows. */
async function atReports(transactions: number) {
  const medium = new RamMedium();
  new NonVolatileMemory(medium).commit(
    JSON.stringify(bench.workedMemory({ accounts, transactions })),
  );
  const meter = new EmulatedMeter({ model, medium, clock: new VirtualClock(bench.afterWork) });
  let frame: Frame = await meter.frame();
  const tap = async (text: string): Promise<void> => {
    const point = model.keyToChoose(frame, text);
    if (!point || typeof point === 'string' || !meter.touch) throw new Error(`no "${text}"`);
    frame = await meter.touch(point);
  };
  for (const key of ['manageAccounts', 'reports', 'viewReports'] as const) await tap(texts[key]);
  const choose = async (report: string): Promise<void> => {
    if (!model.keyToChoose(frame, report)) await tap(texts.pageDown);
    await tap(report);
    await tap(texts.next);
  };
  return { meter, tap, choose };
}

interface Times {
  /** Milliseconds from View report to the report, of each report. */
  readonly reports: readonly number[];
  readonly page: number;
}

async function timesOf(transactions: number): Promise<Times> {
  const { meter, tap, choose } = await atReports(transactions);
  await using _ = meter;
  const reports: number[] = [];
  let page = Number.NaN;
  for (const name of reportNames) {
    await choose(texts[name]);
    globalThis.gc?.();
    const from = now();
    await tap(texts.viewReport);
    reports.push(now() - from);
    if (name === 'transactionLog') {
      const turned = now();
      await tap(texts.pageDown);
      page = now() - turned;
    }
    await tap(texts.done);
  }
  return { reports, page };
}

/** Each report of much work, made and on the display: the slowest of the eleven. */
export async function largeReports(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const slowest: number[] = [];
  for (const size of sizes) {
    const measured: Times[] = [];
    for (let round = 0; round <= rounds; round++) measured.push(await timesOf(size));
    // The first round warms up; what else the machine does can only make a round longer.
    const warm = measured.slice(1);
    const each = reportNames.map((name, index) => ({
      name,
      ms: Math.min(...warm.map(({ reports }) => reports[index] ?? Number.NaN)),
    }));
    const worst = each.reduce((a, b) => (b.ms > a.ms ? b : a));
    slowest.push(worst.ms);
    const page = median(warm.map((times) => times.page));
    figures.push({
      name: `a report of ${size.toLocaleString('en')} transactions on the display`,
      value: `${worst.ms.toFixed(1)} ms, ${texts[worst.name]}; a page further ${page.toFixed(2)} ms`,
      aim: `< ${mostMs} ms`,
      met: worst.ms < mostMs,
    });
  }
  const [, half = 0, whole = 0] = slowest;
  figures.push({
    name: 'twice the transactions, 50,000 and 100,000',
    value: `${(whole / half).toFixed(2)}× the time`,
    aim: '≤ 2.5×',
    met: whole / half <= 2.5,
  });
  return figures;
}
