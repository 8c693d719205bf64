import {
  type AccountingControl,
  type AccountingFigures,
  type Millis,
  minutes,
  seconds,
} from '#core';
import { type Measurement, measuredWait } from '../measured-wait.ts';
import type { MailScreens } from './mail.ts';
import { readReport, viewAgain, viewReport } from './reports.ts';
import { penceOf, type TouchScreen } from './screen.ts';

/** What an account or a meter was charged, as a scenario says it. */
export interface Charges {
  readonly pieces: number;
  readonly postage: number;
}

const summary = 'Account Summary';

const chargesOf = ({ pieces, postage, fees }: AccountingFigures): Charges => ({
  pieces,
  postage: postage + fees,
});

/** The accounting server and the meter side by side: what has arrived, and what reports show of it. */
export class ServerSide {
  readonly #screen: TouchScreen;
  readonly #mail: MailScreens;

  constructor(screen: TouchScreen, mail: MailScreens) {
    this.#screen = screen;
    this.#mail = mail;
  }

  get control(): AccountingControl {
    const { bench } = this.#screen;
    return bench.need('accounting', bench.meter.accounting);
  }

  /** What the server has of all accounts together. */
  totals(): Charges {
    return chargesOf(this.control.figures().totals);
  }

  /** What the server has on an account; `undefined` where it does not know the account. */
  chargedTo(name: string): Charges | undefined {
    const account = this.control.figures().accounts.find((one) => one.name === name);
    return account && chargesOf(account);
  }

  /** The accounts that the server knows, each with the name of the one above it. */
  accounts(): readonly Readonly<Record<string, string>>[] {
    const { accounts } = this.control.figures();
    return accounts.map(({ code, name, description, parent, active }) => ({
      code,
      name,
      description,
      status: active ? 'active' : 'inactive',
      under: accounts.find(({ id }) => id === parent)?.name ?? '',
    }));
  }

  /** Waits for something at the server; the display is watched meanwhile. */
  async awaited(
    what: string,
    limit: Millis,
    happened: () => boolean,
    every: Millis = seconds(15),
  ): Promise<Measurement> {
    return measuredWait(this.#screen.bench, { what, limit, every, happened });
  }

  /** What reports show on each account, by name. The row of totals is left out. */
  async reported(): Promise<ReadonlyMap<string, Charges>> {
    await viewReport(this.#screen, summary);
    return this.#readSummary();
  }

  /** What reports show on all accounts together, added up here. */
  async reportedInAll(): Promise<Charges> {
    let [pieces, postage] = [0, 0];
    for (const one of (await this.reported()).values()) {
      pieces += one.pieces;
      postage += one.postage;
    }
    return { pieces, postage };
  }

  async #readSummary(): Promise<ReadonlyMap<string, Charges>> {
    const { columns, rows } = await readReport(this.#screen);
    const at = (heading: string): number => columns.indexOf(heading);
    return new Map(
      rows.slice(0, -1).map((cells) => [
        cells[0] ?? '',
        {
          pieces: Number(cells[at('Pieces')]),
          postage: penceOf(cells[at('Postage')] ?? '') + penceOf(cells[at('Fees')] ?? ''),
        },
      ]),
    );
  }

  /** Waits until reports show so much on an account, making the report anew for each look. */
  async awaitReported(
    account: string,
    charges: Charges,
    limit: Millis,
    every: Millis = minutes(1),
  ): Promise<Measurement> {
    let first = true;
    return measuredWait(this.#screen.bench, {
      what: `reports show ${charges.pieces} pieces on ${account}`,
      limit,
      every,
      happened: async () => {
        await (first ? viewReport : viewAgain)(this.#screen, summary);
        first = false;
        const shown = (await this.#readSummary()).get(account) ?? { pieces: 0, postage: 0 };
        return shown.pieces === charges.pieces && shown.postage === charges.postage;
      },
    });
  }

  /** Has everything uploaded and confirmed: opens Manage Accounts and waits for the answer. */
  async synchronise(limit: Millis = minutes(5)): Promise<void> {
    const { pieces } = await this.#mail.funds();
    await this.#screen.bench.goTo('Manage Accounts', 'Menu');
    const arrived = await this.awaited(
      'everything is at the accounting server',
      limit,
      () => this.totals().pieces === pieces,
      seconds(5),
    );
    this.#screen.bench.expectSame('synchronisation', 'within', arrived.verdict);
    // The server has it; its answer is still on the way.
    await this.#screen.bench.awaitFrame(seconds(10));
  }
}
