import {
  BenchError,
  type Frame,
  type MailControl,
  type Meter,
  type Pence,
  type Soon,
  type StickControl,
} from '#core';
import type { Rig } from '#rigs';

export type Budgets = NonNullable<Rig['budgets']>;

/** What a run has used up on a rig. */
export interface Spent {
  postagePence: Pence;
  pinAttempts: number;
  stickWrites: number;
}

export const nothingSpent = (): Spent => ({ postagePence: 0, pinAttempts: 0, stickWrites: 0 });

/** How much postage a scenario franks at most, as its tags say: `@postage:250`; in pence. */
export function postageOf(tags: readonly string[]): Pence | undefined {
  const said = tags.flatMap((tag) => /^@postage:(\d+)$/.exec(tag)?.[1] ?? []).at(-1);
  return said === undefined ? undefined : Number(said);
}

/** Why a scenario cannot be begun with what is left; `undefined` when it can. */
export function tooDear(
  budgets: Budgets | undefined,
  spent: Spent,
  tags: readonly string[],
): string | undefined {
  const budget = budgets?.postagePence;
  const most = postageOf(tags);
  if (budget === undefined || most === undefined || spent.postagePence + most <= budget) {
    return undefined;
  }
  const left = Math.max(0, budget - spent.postagePence);
  return `it franks up to ${most} pence, and ${left} of the budget of ${budget} pence are left`;
}

/**
 * A meter that refuses what a budget does not allow, before it is done: the scenario ends there and
 * counts as skipped. Errors: FB_RIG_BUDGET.
 */
export function withinBudgets(
  meter: Meter,
  budgets: Budgets,
  spent: Spent,
  tags: readonly string[],
): Meter {
  const watch = new PinWatch(meter, budgets, spent);
  const { touch, power, clock, businessManager, mail, stick } = meter;
  return {
    identity: meter.identity,
    capabilities: meter.capabilities,
    press: (key) => watch.press(key === 'OK', () => meter.press(key)),
    // On a touch screen any tap may be the one that confirms.
    ...(touch ? { touch: (point) => watch.press(true, () => touch(point)) } : {}),
    frame: () => watch.see(meter.frame()),
    wait: (after, limit) => watch.see(meter.wait(after, limit)),
    now: () => meter.now(),
    [Symbol.asyncDispose]: () => meter[Symbol.asyncDispose](),
    ...(stick ? { stick: stickWithin(stick, budgets, spent) } : {}),
    ...(mail ? { mail: mailWithin(mail, budgets, spent, postageOf(tags)) } : {}),
    ...(power ? { power: { ...power, on: () => watch.see(power.on()) } } : {}),
    ...(clock ? { clock: { advance: (ms) => watch.see(clock.advance(ms)) } } : {}),
    ...(businessManager
      ? { businessManager: { use: (on) => watch.see(businessManager.use(on)) } }
      : {}),
    ...(meter.network ? { network: meter.network } : {}),
    ...(meter.accounting ? { accounting: meter.accounting } : {}),
    ...(meter.printer ? { printer: meter.printer } : {}),
    ...(meter.dataCentre ? { dataCentre: meter.dataCentre } : {}),
    ...(meter.ledger ? { ledger: meter.ledger } : {}),
  };
}

/** Counts how often a PIN is confirmed: by what is pressed while a secret field is shown. */
class PinWatch {
  readonly #meter: Meter;
  readonly #budgets: Budgets;
  readonly #spent: Spent;
  #frame: Frame | undefined;

  constructor(meter: Meter, budgets: Budgets, spent: Spent) {
    this.#meter = meter;
    this.#budgets = budgets;
    this.#spent = spent;
  }

  async see(shown: Soon<Frame>): Promise<Frame> {
    this.#frame = await shown;
    return this.#frame;
  }

  async press(confirms: boolean, press: () => Soon<Frame>): Promise<Frame> {
    const before = this.#frame ?? (await this.see(this.#meter.frame()));
    const field = before.field;
    if (confirms && field?.secret && field.value !== '') {
      const { pinAttempts } = this.#budgets;
      if (pinAttempts !== undefined && this.#spent.pinAttempts >= pinAttempts) {
        throw overBudget(`all ${pinAttempts} PIN attempts of the budget are used up`);
      }
      this.#spent.pinAttempts += 1;
    }
    return this.see(press());
  }
}

function stickWithin(stick: StickControl, { stickWrites }: Budgets, spent: Spent): StickControl {
  if (stickWrites === undefined) return stick;
  const writing = async (work: () => Promise<void>): Promise<void> => {
    if (spent.stickWrites >= stickWrites) {
      throw overBudget(`all ${stickWrites} writes to the stick of the budget are used up`);
    }
    spent.stickWrites += 1;
    await work();
  };
  return {
    ...stick,
    place: () => stick.place(),
    list: (folder) => stick.list(folder),
    folders: (folder) => stick.folders(folder),
    read: (path) => stick.read(path),
    plug: (place) => (place === 'meter' ? writing(() => stick.plug(place)) : stick.plug(place)),
    write: (path, bytes) => writing(() => stick.write(path, bytes)),
    remove: (path) => writing(() => stick.remove(path)),
  };
}

function mailWithin(
  mail: MailControl,
  { postagePence: budget }: Budgets,
  spent: Spent,
  most: Pence | undefined,
): MailControl {
  if (budget === undefined) return mail;
  const from = spent.postagePence;
  return {
    feed: async (grams) => {
      if (most === undefined) {
        throw overBudget('the scenario does not say how much it franks at most (@postage:<pence>)');
      }
      if (spent.postagePence - from >= most) {
        throw overBudget(`the scenario has franked the ${most} pence that it says at most`);
      }
      const imprint = await mail.feed(grams);
      spent.postagePence += imprint?.value ?? 0;
      return imprint;
    },
  };
}

const overBudget = (message: string): BenchError =>
  new BenchError('FB_RIG_BUDGET', message, { hint: '"budgets" in the rig file says how much' });
