import type { Millis } from '#core';
import { civilTime } from '#core/calendar';
import { BenchError } from '#core/errors';
import { isKey } from '#core/key';
import {
  type AnswerOf,
  type Controller,
  isQuery,
  LinkRefusal,
  type LinkWord,
  neededWord,
  type Operation,
  type OperationName,
  type ParamsOf,
  wordsFor,
} from '#protocol';
import type { Slot } from './slot.ts';
import { stickChanges, stickQueries } from './stick-operations.ts';

/** What an operation answers; of one that answers nothing, whatever comes is left. */
type Answered<Name extends OperationName> =
  AnswerOf<Name> extends undefined ? unknown : AnswerOf<Name> | Promise<AnswerOf<Name>>;

/** How operations are carried out. */
export type Carried<Names extends OperationName> = {
  readonly [Name in Names]: (params: ParamsOf<Name>, slot: Slot) => Answered<Name>;
};

/** Pixels a dot of a display of letters, in a picture that is looked at. */
const lcdScale = 3;

/** So long may be waited, and so much time be let pass, at a time: ten years. */
const longest: Millis = 10 * 366 * 86_400_000;

const queries = {
  identify: (_, { who }) => {
    const { maker, model, serial, firmware } = who;
    return { maker, model, serial, firmware };
  },
  capabilities: (_, slot) => [...wordsOf(slot)],
  sequence: (_, { once }) => once.last,
  frameNumber: (_, { meter }) => meter.shown.frame,
  screen: (_, { meter }) => meter.shown,
  picture: async (_, { meter }) => {
    const { displayPng } = await import('#displays');
    const { shown } = meter;
    return displayPng(shown, { scale: shown.display === 'touch' ? 1 : lcdScale });
  },
  powered: (_, { meter }) => meter.powered,
  imprint: (_, slot) => slot.imprint,
  date: (_, slot) => {
    const { year, month, day } = civilTime(slot.now());
    return { year, month, day };
  },
  time: (_, slot) => {
    const now = slot.now();
    const { hour, minute, second } = civilTime(now);
    return { hour, minute, second: second + (((now % 1000) + 1000) % 1000) / 1000 };
  },
  ledger: (_, { meter }) => meter.ledger.figures(),
  ...stickQueries,
} satisfies Partial<Carried<OperationName>>;

const changes = {
  restart: async (_, { meter }) => {
    await meter.power.off();
    await meter.power.on();
  },
  press: ({ seq, key }, slot) => {
    if (!isKey(key)) throw new LinkRefusal(-224, `no key is called ${key}`);
    if (isNext(seq, slot)) return slot.meter.feel(key);
  },
  touch: ({ seq, x, y }, slot) => {
    if (!isOnDisplay(x) || !isOnDisplay(y)) throw new LinkRefusal(-222, `${x},${y}`);
    if (isNext(seq, slot)) return slot.meter.feel({ x, y });
  },
  resetSequence: (_, { once }) => once.reset(),
  switchPower: async ({ on }, { meter }) => {
    await (on ? meter.power.on() : meter.power.off());
  },
  plugNetwork: ({ on }, { meter }) => meter.network.plug(on),
  plugPrinter: ({ on }, { meter }) => meter.printer.attach(on),
  feed: async ({ grams }, slot) => {
    if (grams !== undefined && !(grams > 0 && grams <= 100_000)) {
      throw new LinkRefusal(-222, 'grams');
    }
    slot.imprint = (await slot.meter.mail.feed(grams)) ?? null;
  },
  advance: async ({ seconds }, { meter }) => {
    const duration = Math.round(seconds * 1000);
    if (!(duration >= 0 && duration <= longest)) throw new LinkRefusal(-222, 'seconds');
    await meter.clock.advance(duration);
  },
  renew: ({ renewal }, slot) => slot.renew(renewal),
  cutWhenWriting: async ({ bytes }, { meter }) => {
    if (!(Number.isSafeInteger(bytes) && bytes >= 0)) throw new LinkRefusal(-222, 'bytes');
    await meter.power.cutWhenWriting?.(bytes);
  },
  useBusinessManager: async ({ on }, { meter }) => {
    await meter.businessManager?.use(on);
  },
  ...stickChanges,
} satisfies Partial<Carried<OperationName>>;

/** Every operation but the wait, which is a query or a change as the case may be. */
const carried: Carried<Exclude<OperationName, 'wait'>> = { ...queries, ...changes };

/** How an operation is carried out, and what is asked before. */
interface Way {
  /** The word without which it is unknown here. */
  readonly word: LinkWord | undefined;
  readonly query: boolean;
  /** Takes the params of its own operation. */
  readonly carry: (params: object, slot: Slot) => unknown;
}

const ways: ReadonlyMap<OperationName, Way> = new Map(
  Object.entries(carried).map(([name, carry]) => {
    const op = name as Operation['op']; // the table has no other names
    // Each is called with the params of its own operation, which come with its name.
    const way = { word: neededWord[op], query: isQuery({ op }), carry: carry as Way['carry'] };
    return [op, way] as const;
  }),
);

/**
 * Carries the operations of the panel link out on the emulated meter in a slot. Questions are
 * answered at once; changes are for who holds the panel, one after the other. Until the meter stands
 * all but who it is waits.
 */
export class EmulatedController implements Controller {
  readonly #slot: Slot;
  /** What can be done with the meter that was asked last. */
  #known: { readonly meter: object; readonly words: ReadonlySet<LinkWord> } | undefined;

  constructor(slot: Slot) {
    this.#slot = slot;
  }

  carryOut<Name extends OperationName>(
    operation: Operation<Name>,
    client: string,
  ): AnswerOf<Name> | Promise<AnswerOf<Name>> {
    const { hold, coming } = this.#slot;
    hold.heard(client);
    if (coming && operation.op !== 'identify') {
      return coming.then(() => this.carryOut(operation, client));
    }
    const way = ways.get(operation.op);
    try {
      const answer = this.#carryOut(operation as Operation, way, client);
      if (answer instanceof Promise) return this.#later(answer, way, client);
      return (way?.query === false ? undefined : answer) as AnswerOf<Name>;
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  async #later<Name extends OperationName>(
    answer: Promise<unknown>,
    way: Way | undefined,
    client: string,
  ): Promise<AnswerOf<Name>> {
    try {
      const given = await answer;
      return (way?.query === false ? undefined : given) as AnswerOf<Name>;
    } catch (error) {
      throw this.#refusal(error);
    } finally {
      this.#slot.hold.heard(client);
    }
  }

  #carryOut(operation: Operation, way: Way | undefined, client: string): unknown {
    const slot = this.#slot;
    if (!way) return this.#wait(operation as Operation<'wait'>, client);
    if (way.word !== undefined) this.#check(way.word);
    if (way.query) return way.carry(operation, slot);
    slot.hold.take(client);
    return slot.change(() => way.carry(operation, slot));
  }

  /** Only who holds the panel lets the meter's own time pass; others wait in the host's. */
  async #wait({ frame, ms }: ParamsOf<'wait'>, client: string): Promise<number> {
    const slot = this.#slot;
    if (!(ms >= 0 && ms <= longest)) throw new LinkRefusal(-222, 'milliseconds');
    if (slot.time === 'virtual' && slot.hold.holds(client)) {
      slot.hold.take(client);
      return slot.change(async () => (await slot.meter.wait(frame, Math.round(ms))).frame);
    }
    if (slot.meter.shown.frame <= frame && ms > 0) await slot.news.beyond(frame, ms, client);
    return slot.meter.shown.frame;
  }

  #check(word: LinkWord): void {
    const { meter } = this.#slot;
    if (this.#known?.meter !== meter) this.#known = { meter, words: new Set(wordsOf(this.#slot)) };
    if (!this.#known.words.has(word)) throw new LinkRefusal(-113, `there is no ${word} here`);
  }

  /** What is no refusal is a defect: it is told of where the emulator runs, and not over the link. */
  #refusal(error: unknown): LinkRefusal {
    if (error instanceof LinkRefusal) return error;
    this.#slot.report(error);
    return new LinkRefusal(-300, error instanceof BenchError ? error.code : 'FB_INTERNAL');
  }
}

/** Notes a number that is the next; false for the last one, which was carried out. Errors: -221. */
function isNext(seq: number, { once }: Slot): boolean {
  if (seq === once.last) return false;
  if (seq !== once.last + 1) {
    throw new LinkRefusal(-221, `${seq} comes after ${once.last}, not ${once.last + 1}`);
  }
  once.last = seq;
  return true;
}

const isOnDisplay = (side: number): boolean => side >= 0 && side < 10_000;

/** The words for what can be done with the meter that stands in a slot now. */
function wordsOf({ meter, time, model }: Slot): readonly LinkWord[] {
  const capabilities = new Set(meter.capabilities);
  if (time === 'host') capabilities.delete('clock');
  const servers: readonly LinkWord[] = model.startsWith('connect-plus')
    ? ['ACCounting', 'DCENtre']
    : ['DCENtre'];
  return wordsFor(capabilities, ['CUT', 'ONCE', ...servers]);
}
