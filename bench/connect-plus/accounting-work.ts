import { type Millis, type Pence, type Random, serverTroubles } from '#core';
import type { Bench } from '../bench.ts';
import { ConnectPlusPanel } from './panel.ts';
import type { Charges } from './server.ts';

/** What a run of random work is made of. */
export const workKinds = [
  'mail',
  'batch ended',
  'account ended',
  'move',
  'account created',
  'Manage Accounts',
  'report',
  'time',
  'network',
  'server trouble',
  'power cut',
  'power cut in mail',
  'power cut in a move',
  'power cut in an upload',
] as const;

export type WorkKind = (typeof workKinds)[number];

/** How likely each kind is, mail most of all. */
const weights: Readonly<Record<WorkKind, number>> = {
  mail: 10,
  'batch ended': 1,
  'account ended': 1,
  move: 5,
  'account created': 1,
  'Manage Accounts': 2,
  report: 2,
  time: 6,
  network: 3,
  'server trouble': 3,
  'power cut': 1,
  'power cut in mail': 1,
  'power cut in a move': 1,
  'power cut in an upload': 2,
};

const raffle = workKinds.flatMap((kind) => Array<WorkKind>(weights[kind]).fill(kind));

const hour = 3_600_000;

/** From the middle of an answer to days at once. */
const durations: readonly Millis[] = [
  1000,
  2000,
  30_000,
  60_000,
  900_000,
  hour,
  7 * hour,
  49 * hour,
];

/** Weights on both sides of the weight breaks. */
const grams = [20, 100, 101, 250, 400, 750];

/** An ordinary letter, which is what goes through as the power is cut. */
const cutGrams = 20;

/** A little more than the memory of a run takes, so that some cuts fall behind the saving. */
const savedBytes = 12_000;

const nobody = 'No account';

/**
 * Random work at a Connect+, and what it must have come to: known from what was keyed in and from the
 * imprints, never from the model. Where a power cut leaves two outcomes, the panel says which it was,
 * and no third one is accepted.
 */
export class AccountingWork {
  readonly panel: ConnectPlusPanel;
  readonly done = new Map<WorkKind, number>();
  /** What each account must have been charged, by its name in reports. */
  readonly charged = new Map<string, Charges>();
  readonly #bench: Bench;
  readonly #random: Random;
  readonly #accounts: string[] = [];
  #inUse: string | undefined;
  #class = 0;
  #plugged = true;

  constructor(bench: Bench, random: Random) {
    this.#bench = bench;
    this.#random = random;
    this.panel = new ConnectPlusPanel(bench);
  }

  /** All that was franked. */
  get used(): Charges {
    let [pieces, postage] = [0, 0];
    for (const one of this.charged.values()) {
      pieces += one.pieces;
      postage += one.postage;
    }
    return { pieces, postage };
  }

  /** A few accounts to begin with; sometimes mail was run before there are any. */
  async begin(): Promise<void> {
    if (this.#random.below(4) === 0) await this.#mail();
    for (let count = 2 + this.#random.below(3); count > 0; count -= 1) await this.#create();
  }

  /** Something by chance. */
  async step(): Promise<void> {
    const kind = this.#random.pick(raffle);
    this.#bench.note({ type: 'work', kind });
    await this.#do(kind);
    this.done.set(kind, (this.done.get(kind) ?? 0) + 1);
  }

  /** Everything works again, and there is time for what was not uploaded yet. */
  async end(): Promise<void> {
    await this.#plug(true);
    await this.panel.accounts.open();
    await this.#bench.passTime(24 * hour);
  }

  async #do(kind: WorkKind): Promise<void> {
    const { panel } = this;
    const bench = this.#bench;
    const random = this.#random;
    switch (kind) {
      case 'mail':
        return this.#mail();
      case 'batch ended':
        await panel.mail.endBatch();
        return;
      case 'account ended':
        await panel.mail.endAccount();
        this.#inUse = undefined;
        return;
      case 'move':
        return this.#move(false);
      case 'account created':
        if (this.#accounts.length < 8) await this.#create();
        return;
      case 'Manage Accounts':
        await panel.accounts.open();
        return;
      case 'report':
        return this.#report();
      case 'time':
        await bench.passTime(random.pick(durations));
        return;
      case 'network':
        return this.#plug(!this.#plugged);
      case 'server trouble':
        panel.server.control.fail(random.pick(serverTroubles), 1 + random.below(3));
        return;
      case 'power cut':
        await bench.powerOff();
        return this.#comeBack();
      case 'power cut in mail':
        return this.#cutMail();
      case 'power cut in a move':
        return this.#move(true);
      case 'power cut in an upload':
        await panel.accounts.open();
        await bench.passTimeAndCut(random.below(savedBytes), random.pick([1000, 2500, 70_000]));
        return this.#comeBack();
      default:
        return kind satisfies never;
    }
  }

  /** Before all is uploaded an account may be behind, but all of them together are never. */
  async #report(): Promise<void> {
    const reported = await this.panel.server.reportedInAll();
    this.#bench.expectSame('charges in a report', this.used, reported);
  }

  async #comeBack(): Promise<void> {
    await this.#bench.powerOn();
    this.#inUse = undefined;
    this.#class = 0;
  }

  async #plug(on: boolean): Promise<void> {
    await this.#bench.need('network', this.#bench.meter.network).plug(on);
    this.#plugged = on;
  }

  async #create(): Promise<void> {
    const name = String.fromCharCode('a'.charCodeAt(0) + this.#accounts.length);
    await this.panel.accounts.create({ name, code: name });
    await this.panel.screen.tap('Done');
    this.#accounts.push(name);
  }

  /** Sets the machine to an account and a class, as often as not to those that it has. */
  async #setUp(): Promise<void> {
    const random = this.#random;
    const { mail, screen } = this.panel;
    if (this.#accounts.length > 0 && (this.#inUse === undefined || random.below(2) === 0)) {
      this.#inUse = random.pick(this.#accounts);
      await mail.selectAccount(this.#inUse);
    }
    if (random.below(3) === 0) {
      this.#class = random.below(screen.profile.classes.length);
      await mail.selectClass(this.#className());
    }
    if (random.below(6) === 0) await mail.setJob(1, random.pick(['', 'x', 'y']));
  }

  #className(): string {
    const mailClass = this.panel.screen.profile.classes[this.#class];
    return `${mailClass?.carrier} ${mailClass?.name}`;
  }

  #charge(account: string | undefined, pieces: number, postage: Pence): void {
    const name = account ?? nobody;
    const before = this.charged.get(name) ?? { pieces: 0, postage: 0 };
    this.charged.set(name, {
      pieces: before.pieces + pieces,
      postage: before.postage + postage,
    });
  }

  async #mail(): Promise<void> {
    await this.#setUp();
    const imprints = await this.panel.mail.run(1 + this.#random.below(4), this.#random.pick(grams));
    for (const { value } of imprints) this.#charge(this.#inUse, 1, value);
    await this.panel.screen.dismiss();
  }

  async #cutMail(): Promise<void> {
    await this.#setUp();
    const before = await this.panel.mail.funds();
    await this.panel.mail.open();
    const price = this.panel.screen.profile.classes[this.#class];
    const value = (price?.postage[0] ?? 0) + (price?.fee ?? 0);
    const account = this.#inUse;
    await this.#bench.feedAndCut(this.#random.below(savedBytes), cutGrams);
    await this.#comeBack();
    const after = await this.panel.mail.funds();
    const [pieces, used] = [after.pieces - before.pieces, after.ascending - before.ascending];
    this.#bench.check(
      'a piece as the power was cut',
      (pieces === 0 && used === 0) || (pieces === 1 && used === value),
      `nothing or 1 piece of ${value}`,
      `${pieces} pieces, ${used}`,
    );
    this.#charge(account, pieces, used);
  }

  async #move(cut: boolean): Promise<void> {
    const random = this.#random;
    const { transactions } = this.panel;
    const rows = await transactions.all();
    if (rows.length === 0 || this.#accounts.length === 0) return;
    const { id, account: from, pieces, total } = random.pick(rows);
    const to = random.pick(this.#accounts);
    await transactions.edit(id);
    await transactions.choose(to);
    let now = to;
    if (cut) {
      await this.panel.screen.tapAndCut('OK', random.below(savedBytes));
      await this.#comeBack();
      const found = (await transactions.all()).find((row) => row.id === id);
      now = found?.account ?? 'nowhere';
      this.#bench.check(
        'the account after a cut',
        now === to || now === from,
        `${from} or ${to}`,
        now,
      );
    } else await this.panel.screen.tap('OK');
    this.#charge(from === 'none' ? undefined : from, -pieces, -total);
    this.#charge(now === 'none' ? undefined : now, pieces, total);
  }
}
