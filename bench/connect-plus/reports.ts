import type { Frame } from '#core';
import { connectPlus } from '#models';
import type { TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** A report as the display shows it, cell by cell. The row of totals is the last one, if there is one. */
export interface ShownReport {
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the report on the display from its first page to its last. */
export async function readReport(screen: TouchScreen): Promise<ShownReport> {
  const all = await screen.readRows();
  const heading = all.findIndex(({ role }) => role === 'column');
  const cells = (text: string): readonly string[] => text.split('\t');
  return {
    notes: all.slice(0, Math.max(0, heading)).map(({ text }) => text),
    columns: cells(all[heading]?.text ?? ''),
    rows: all.slice(heading + 1).map(({ text }) => cells(text)),
  };
}

/** Opens a report by its name in the list, with the settings that it comes with. */
export async function viewReport(screen: TouchScreen, name: string): Promise<Frame> {
  await screen.bench.goTo('Report List');
  return viewListed(screen, name);
}

/** Makes the report on the display anew, without leaving the reports. */
export async function viewAgain(screen: TouchScreen, name: string): Promise<Frame> {
  await screen.tap(texts.done);
  return viewListed(screen, name);
}

async function viewListed(screen: TouchScreen, name: string): Promise<Frame> {
  await screen.tap(name);
  await screen.tap(texts.next);
  return screen.tap(texts.viewReport);
}
