import type { Clock, Frame, Imprint, Millis, Peer } from '#core';
import { SystemClock } from '#core/clock';
import { type Soon, Turns } from '#core/turns';
import { type Controller, OnceStore, type Who } from '#protocol';
import type { EmulatedMeter } from '../emulated-meter.ts';
import { expectedIdentity } from '../expected-identity.ts';
import type { UsbStick } from '../stick/index.ts';
import { EmulatedController } from './emulated-controller.ts';
import { FrameNews } from './frame-news.ts';
import { Hold } from './hold.ts';
import { HostPace } from './host-pace.ts';
import type { LinkFault } from './link-fault.ts';
import type { ServerAt } from './renewed-meter.ts';

/** Whether the meter's time passes by `wait` and `advance` only, or as the host's does. */
export type TimeMode = 'virtual' | 'host';

/** What stands in a slot. */
export interface SlotContent {
  /** On a clock that nobody else advances. */
  readonly meter: EmulatedMeter;
  /** The stick at its switch, which the meter knows too. */
  readonly stick?: UsbStick | undefined;
  /** Puts the meter away, with its stick: when another takes its place, or at the end. */
  readonly retire?: (() => Promise<void>) | undefined;
}

/** The meter may be put in later: until then the slot says who it will be, and all else waits. */
export interface SlotOptions extends Partial<SlotContent> {
  /** The name of the model: no other can be put into the slot. */
  readonly model: string;
  readonly time?: TimeMode;
  /** The way to a server that a new meter is told of. */
  readonly peerAt: (server: ServerAt) => Peer | Promise<Peer>;
  /** Whether a new meter may be told of servers on other machines. */
  readonly beyondLoopback?: boolean;
  readonly linkFault?: LinkFault;
  /** The host's time, for waits and for who holds the panel. */
  readonly host?: Clock;
  /** Hears of what should not happen: defects, and a stick that cannot be saved. */
  readonly onError?: (error: unknown) => void;
}

/**
 * A place for one meter with all that belongs to the place and not to who is connected: the numbers
 * of its operations, who holds the panel, and the meter itself, which can be replaced by a new one.
 */
export class Slot implements AsyncDisposable {
  readonly model: string;
  readonly time: TimeMode;
  readonly once = new OnceStore();
  readonly hold: Hold;
  /** The host's time. */
  readonly host: Clock;
  /** Carries out what clients of any carrier ask for, one change after another. */
  readonly controller: Controller;
  readonly news: FrameNews;
  readonly linkFault: LinkFault | undefined;
  /** What the last piece came out with; null before the first, and when it was blank. */
  imprint: Imprint | null = null;
  readonly #options: SlotOptions;
  readonly #renewed = new Set<() => void>();
  readonly #coming = Promise.withResolvers<void>();
  readonly #toCome: Who;
  #pace: HostPace | undefined;
  #content: SlotContent | undefined;
  #watching: Disposable | undefined;
  /** Changes, one after the other. */
  readonly #changes = new Turns();
  #closed: Promise<void> | undefined;

  /** Errors: `FB_UNKNOWN_MODEL`. */
  constructor(options: SlotOptions) {
    const { model, meter, stick, retire, linkFault, host = new SystemClock() } = options;
    this.#options = options;
    this.model = model;
    this.time = options.time ?? 'virtual';
    this.host = host;
    this.hold = new Hold(host);
    this.news = new FrameNews(host);
    this.linkFault = linkFault;
    const { maker, designation, usualSerial, firmware } = expectedIdentity(model);
    this.#toCome = { maker, model: designation, serial: usualSerial, firmware };
    const controller = new EmulatedController(this);
    this.controller = linkFault?.controller?.(controller, this) ?? controller;
    if (meter) this.put({ meter, stick, retire });
  }

  /** Puts the first meter in: what was asked for in the meantime is carried out now. */
  put(content: SlotContent): void {
    this.#fill(content);
    if (this.time === 'host') this.#pace = new HostPace(this, this.host);
    this.#coming.resolve();
  }

  /** Resolves when the first meter stands in the slot; `undefined` once it does. */
  get coming(): Promise<void> | undefined {
    return this.#content ? undefined : this.#coming.promise;
  }

  /** Who stands in the slot, or will: a meter is who its model says, unless it was told another serial. */
  get who(): Who {
    return this.#content?.meter.identity ?? this.#toCome;
  }

  get meter(): EmulatedMeter {
    if (this.#content) return this.#content.meter;
    throw new Error('no meter stands in the slot yet');
  }

  get stick(): UsbStick | undefined {
    return this.#content?.stick;
  }

  /** The meter's clock; on the host's time also between two things that are due. */
  now(): Millis {
    return this.meter.now() + (this.#pace?.ahead() ?? 0);
  }

  /** Changes something of the meter when all that was asked for earlier is done. */
  change<Result>(work: () => Promise<Result>): Promise<Result>;
  change<Result>(work: () => Soon<Result>): Soon<Result>;
  change<Result>(work: () => Soon<Result>): Soon<Result> {
    const pace = this.#pace;
    if (!pace) return this.#changes.take(work);
    return this.#changes.take(async () => {
      try {
        await pace.follow();
        return await work();
      } finally {
        pace.arm();
      }
    });
  }

  /** Lets others have their turn: what a client has sent at once is worked off without a pause. */
  breath(duration: Millis = 0): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.host.setTimeout(resolve, duration);
    return promise;
  }

  /** A client has gone: it holds nothing and waits for nothing. */
  leave(client: string): void {
    this.hold.release(client);
    this.news.endWaits(client);
  }

  /** Hears every frame that is shown, also those of a meter that is put in later. */
  onFrame(listener: (frame: Frame) => void): Disposable {
    return this.news.listen(listener);
  }

  /** Hears when another meter and another stick are in the slot. */
  onRenewed(listener: () => void): Disposable {
    this.#renewed.add(listener);
    return { [Symbol.dispose]: () => void this.#renewed.delete(listener) };
  }

  /**
   * Puts a meter as new into the slot, as a `Renewal` describes it, with a new stick or none. The old
   * one is put away; when there cannot be such a meter it stays. Part of a change. Errors: -221 another model, -224 what no
   * meter of the model can be.
   */
  async renew(renewal: unknown): Promise<void> {
    const { model, peerAt, beyondLoopback = false } = this.#options;
    const { renewedMeter } = await import('./renewed-meter.ts');
    const content = await renewedMeter(renewal, { model, peerAt, beyondLoopback });
    const old = this.#content;
    this.#fill(content);
    this.imprint = null;
    this.#pace?.restart();
    this.news.endWaits();
    for (const listener of [...this.#renewed]) listener();
    this.news.tell(await content.meter.frame());
    try {
      await putAway(old);
    } catch (error) {
      this.report(error);
    }
  }

  /** Tells of what should not happen. */
  report(error: unknown): void {
    this.#options.onError?.(error);
  }

  /** Puts the meter away, after what is being done; done twice it is done once. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#pace?.stop();
    this.news.endWaits();
    await this.#changes.over();
    this.#pace?.stop();
    this.#watching?.[Symbol.dispose]();
    await putAway(this.#content);
  }

  #fill(content: SlotContent): void {
    this.#watching?.[Symbol.dispose]();
    this.#content = content;
    this.#watching = content.meter.watch((frame) => this.news.tell(frame));
  }
}

async function putAway(content: SlotContent | undefined): Promise<void> {
  if (content?.retire) await content.retire();
  else await content?.meter[Symbol.asyncDispose]();
}
