import {
  type AccountingControl,
  BenchError,
  type BusinessManagerControl,
  type Capability,
  type ClockControl,
  type DataCentreControl,
  type Frame,
  type Identity,
  type Key,
  type LedgerControl,
  type LedgerFigures,
  type MailControl,
  type Meter,
  type Millis,
  type NetworkControl,
  type Point,
  type PowerControl,
  type PrinterControl,
  type StickControl,
  type StickPlace,
} from '#core';
import type { LinkWord, Operation } from '#protocol';
import type { Answers, Exchange } from './exchange.ts';
import type { LinkLimits } from './limits.ts';
import { linkStick } from './link-stick.ts';
import { instantOf, type MeterTime } from './meter-time.ts';

export interface LinkMeterOptions {
  readonly exchange: Exchange;
  readonly identity: Identity;
  readonly capabilities: ReadonlySet<Capability>;
  /** What the controller says that it can. */
  readonly words: ReadonlySet<LinkWord>;
  readonly time: MeterTime;
  readonly limits: LinkLimits;
  /** Where the stick is as the meter is opened. */
  readonly stickPlace?: StickPlace;
  /** The stick, where it is not reached through the controller. */
  readonly stick?: StickControl;
  readonly accounting?: AccountingControl;
  readonly dataCentre?: DataCentreControl;
  /** Puts away what was opened for this meter. */
  readonly close: () => Promise<void>;
}

/** A meter behind a rig controller: a key and the frame that answers it are one message each way. */
export class LinkMeter implements Meter {
  readonly identity: Identity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly stick?: StickControl;
  readonly power?: PowerControl;
  readonly network?: NetworkControl;
  readonly mail?: MailControl;
  readonly clock?: ClockControl;
  readonly accounting?: AccountingControl;
  readonly printer?: PrinterControl;
  readonly businessManager?: BusinessManagerControl;
  readonly dataCentre?: DataCentreControl;
  readonly ledger?: LedgerControl;
  readonly touch?: (point: Point) => Promise<Frame>;
  readonly #options: LinkMeterOptions;
  /** As it stood after the last message: nothing changes at a meter in virtual time without one. */
  #figures: readonly LedgerFigures[] | undefined;
  /** True where somebody asks for the figures after each key: then they come along with its frame. */
  #figuresWanted = false;
  #closed: Promise<void> | undefined;

  constructor(options: LinkMeterOptions) {
    this.#options = options;
    const { capabilities, words } = options;
    this.identity = options.identity;
    this.capabilities = capabilities;
    const has = (capability: Capability) => capabilities.has(capability);
    const change = (operation: Operation) => this.#act(operation);
    const tell = async (operation: Operation) => void (await change(operation));
    if (has('touch')) this.touch = ({ x, y }) => change({ op: 'touch', seq: 0, x, y });
    const stick = has('stick') ? (options.stick ?? this.#linkStick()) : undefined;
    if (stick) this.stick = stick;
    if (has('power')) {
      this.power = {
        off: () => tell({ op: 'switchPower', on: false }),
        on: () => change({ op: 'switchPower', on: true }),
        ...(words.has('CUT')
          ? { cutWhenWriting: (bytes: number) => tell({ op: 'cutWhenWriting', bytes }) }
          : {}),
      };
    }
    if (has('network')) this.network = { plug: (on) => tell({ op: 'plugNetwork', on }) };
    if (has('printer')) this.printer = { attach: (on) => tell({ op: 'plugPrinter', on }) };
    if (has('mail')) this.mail = { feed: (grams) => this.#feed(grams) };
    if (has('clock')) {
      this.clock = { advance: (ms) => change({ op: 'advance', seconds: ms / 1000 }) };
    }
    if (has('business-manager')) {
      this.businessManager = { use: (on) => change({ op: 'useBusinessManager', on }) };
    }
    if (has('ledger')) this.ledger = { figures: () => this.#ledger() };
    if (options.accounting) this.accounting = options.accounting;
    if (options.dataCentre) this.dataCentre = options.dataCentre;
  }

  press(key: Key): Promise<Frame> {
    return this.#act({ op: 'press', seq: 0, key });
  }

  frame(): Promise<Frame> {
    return this.#act();
  }

  async wait(after: number, limit: Millis): Promise<Frame> {
    const { time, limits } = this.#options;
    const end = this.now() + limit;
    for (;;) {
      const left = Math.max(0, end - this.now());
      const ms = time.kind === 'virtual' ? left : Math.min(left, limits.waitMs);
      const extra = time.kind === 'virtual' ? 0 : ms;
      const frame = await this.#act({ op: 'wait', frame: after, ms: Math.ceil(ms) }, extra);
      if (time.kind === 'virtual' || frame.frame > after || this.now() >= end) return frame;
    }
  }

  now(): Millis {
    return this.#options.time.now();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#options.close();
    return this.#closed;
  }

  /** Does something to the meter, and looks at it. */
  async #act(operation?: Operation, extraMs: Millis = 0): Promise<Frame> {
    const { time, words } = this.#options;
    const isVirtual = time.kind === 'virtual';
    const look = isVirtual && !isFelt(operation) ? lookWithTime : lookAtDisplay;
    const along = isVirtual && this.#figuresWanted && words.has('LEDGer');
    this.#figures = undefined;
    this.#figuresWanted = false;
    const asked: Operation[] = operation ? [operation, ...look] : [...look];
    if (along) asked.push({ op: 'ledger' });
    const answers: readonly unknown[] = await this.#ask(asked, extraMs);
    // They were asked for in this order, and each was read by its own codec.
    const seen = operation ? answers.slice(1) : answers;
    if (look === lookWithTime) {
      const [, day, hour] = seen as Answers<typeof lookWithTime>;
      time.set(instantOf(day, hour));
    }
    if (along) this.#figures = seen.at(-1) as readonly LedgerFigures[];
    return seen[0] as Frame;
  }

  async #feed(grams: number | undefined): ReturnType<MailControl['feed']> {
    const { time } = this.#options;
    this.#figures = undefined;
    const feed = grams === undefined ? ({ op: 'feed' } as const) : ({ op: 'feed', grams } as const);
    const [, imprint, day, hour] = await this.#ask([
      feed,
      { op: 'imprint' },
      { op: 'date' },
      { op: 'time' },
    ] as const);
    if (time.kind === 'virtual') time.set(instantOf(day, hour));
    return imprint ?? undefined;
  }

  async #ledger(): Promise<readonly LedgerFigures[]> {
    this.#figuresWanted = true;
    const known = this.#figures;
    if (known) return known;
    const [figures] = await this.#ask([{ op: 'ledger' }] as const);
    return figures;
  }

  #linkStick(): StickControl {
    const { words, stickPlace = 'host', capabilities } = this.#options;
    return linkStick({
      tell: async (operation) => {
        this.#figures = undefined;
        const [answer] = await this.#ask([operation] as const);
        return answer;
      },
      place: stickPlace,
      faults: capabilities.has('stick-faults'),
      image: words.has('EMULator'),
    });
  }

  #ask<const Asked extends readonly Operation[]>(
    operations: Asked,
    extraMs?: Millis,
  ): Promise<Answers<Asked>> {
    if (!this.#closed) return this.#options.exchange.exchange(operations, extraMs);
    const closed = new BenchError('FB_METER_CLOSED', 'the meter was closed and is used again', {
      hint: 'await every call to the meter in the step',
    });
    return Promise.reject(closed);
  }
}

/** A press or a tap: no virtual time passes by it, only by waits and by advancing. */
const isFelt = (operation: Operation | undefined): boolean =>
  operation?.op === 'press' || operation?.op === 'touch';

const lookWithTime = [{ op: 'screen' }, { op: 'date' }, { op: 'time' }] as const;
const lookAtDisplay: readonly Operation[] = [{ op: 'screen' }];
