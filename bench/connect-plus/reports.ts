import type { Frame, Table } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { AccountScreens } from './accounts.ts';
import type { TouchScreen } from './screen.ts';

const { texts, reportNames, reportColumns, hasTotals } = connectPlus;

/** A report as the display shows it, cell by cell. The row of totals is the last one, if there is one. */
export interface ShownReport {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a report is made of, where a scenario says so. Days as the display has them: 05/01/2026. */
export interface ReportWish {
  readonly from?: string;
  readonly to?: string;
  /** Names of accounts. */
  readonly accounts?: readonly string[];
}

/** Reads the report on the display from its first page to its last. */
export async function readReport(screen: TouchScreen): Promise<ShownReport> {
  const all = await screen.readRows();
  const heading = all.findIndex(({ role }) => role === 'column');
  const cells = (text: string): readonly string[] => text.split('\t');
  const [title = '', ...notes] = all.slice(0, Math.max(0, heading)).map(({ text }) => text);
  return {
    title,
    notes,
    columns: cells(all[heading]?.text ?? ''),
    // The heading comes again on each page.
    rows: all
      .slice(heading + 1)
      .filter(({ role }) => role !== 'column')
      .map(({ text }) => cells(text)),
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

/**
 * A report off the display as a table: the cells as they read, and of each column what it holds, as
 * the machine's specification has it for that report.
 */
export function shownTable(name: connectPlus.ReportName, shown: ShownReport): Table {
  const kinds = new Map(reportColumns[name].map(({ heading, kind }) => [heading, kind]));
  const totals = hasTotals(name) ? shown.rows.at(-1) : undefined;
  return {
    title: shown.title,
    notes: shown.notes,
    columns: shown.columns.map((heading) => ({ heading, kind: kinds.get(heading) ?? 'text' })),
    rows: totals ? shown.rows.slice(0, -1) : shown.rows,
    ...(totals ? { totals } : {}),
  };
}

const typed = (day: string): string => day.replaceAll('/', '');

/** Manage Accounts > Reports: the list, the settings, the report, and what is done with it. */
export class ReportScreens {
  readonly #screen: TouchScreen;
  readonly #accounts: AccountScreens;
  /** The standard reports that saved ones were made of, by their names. */
  readonly #savedOf = new Map<string, connectPlus.ReportName>();
  #open: connectPlus.ReportName = 'accountDetail';

  constructor(screen: TouchScreen, accounts: AccountScreens) {
    this.#screen = screen;
    this.#accounts = accounts;
  }

  /** The names in the list of reports. */
  async list(): Promise<readonly string[]> {
    await this.#screen.bench.goTo('Report List');
    return this.#screen.entries();
  }

  /** The settings of a report, changed to what is wished. Stops where the machine refuses. */
  async open(name: string, wish: ReportWish = {}): Promise<Frame> {
    const screen = this.#screen;
    await screen.bench.goTo('Report List');
    this.#open =
      this.#savedOf.get(name) ?? reportNames.find((one) => texts[one] === name) ?? this.#open;
    await screen.tap(name);
    await screen.tap(texts.next);
    for (const [label, day] of [
      [texts.fromDate, wish.from],
      [texts.toDate, wish.to],
    ] as const) {
      if (day === undefined) continue;
      await screen.tapLabel(label);
      await screen.enter(typed(day));
      if (screen.refused) return screen.frame;
    }
    if (wish.accounts) {
      await screen.tapLabel(texts.accounts);
      for (const account of wish.accounts) await this.#accounts.pick(account);
      await screen.tap(texts.ok);
    }
    return screen.frame;
  }

  /** Chooses one of the periods of the fiscal year by how the list names it. */
  async choosePeriod(period: string): Promise<Frame> {
    await this.#screen.tapLabel(texts.period);
    return this.#screen.tap(period);
  }

  async view(name: string, wish: ReportWish = {}): Promise<Frame> {
    await this.open(name, wish);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.viewReport);
  }

  /** The report on the display, read through all its pages. */
  async read(): Promise<ShownReport> {
    return readReport(this.#screen);
  }

  /** The headings of each page of the report on the display. */
  async headingsByPage(): Promise<readonly (readonly string[])[]> {
    const pages: (readonly string[])[] = [];
    const look = () => {
      const headings = this.#screen.frame.rows.filter(({ role }) => role === 'column');
      pages.push(headings.flatMap(({ text }) => text.split('\t')));
    };
    look();
    while (this.#screen.offers(texts.pageDown)) {
      await this.#screen.tap(texts.pageDown);
      look();
    }
    return pages;
  }

  /** The same as a table that a file can be compared with. */
  async table(): Promise<Table> {
    return shownTable(this.#open, await this.read());
  }

  /** One of the actions on the report whose settings or figures are on the display. */
  async act(action: 'saveReport' | 'deleteReport' | 'exportReport' | 'printReport') {
    await this.#screen.tap(texts.actions);
    return this.#screen.tap(texts[action]);
  }

  /** Saves the report that is open. */
  async save(name: string): Promise<Frame> {
    await this.act('saveReport');
    this.#savedOf.set(name, this.#open);
    return this.#screen.enter(name);
  }

  async print(): Promise<Frame> {
    await this.act('printReport');
    return this.#screen.bench.awaitDone();
  }

  /** Report Period: the first day of the fiscal year as DD/MM, and how it is divided. */
  async setPeriod(firstDay: string, division?: string): Promise<Frame> {
    const screen = this.#screen;
    await screen.bench.goTo('Report Period', 'Form');
    await screen.tapLabel(texts.fiscalYearStart);
    await screen.enter(typed(firstDay));
    if (division === undefined || screen.refused) return screen.frame;
    await screen.tapLabel(texts.division);
    return screen.tap(division);
  }

  /** The periods that the settings of a report offer. */
  async periods(): Promise<readonly string[]> {
    await this.open(texts.accountSummary);
    await this.#screen.tapLabel(texts.period);
    return this.#screen.entries();
  }
}
