import {
  type AccountingControl,
  type BusinessManagerControl,
  type Capability,
  type ClockControl,
  type DataCentreControl,
  darkScreen,
  type Frame,
  type Identity,
  isoDay,
  type Key,
  type LedgerControl,
  type LedgerFigures,
  type MailControl,
  type Meter,
  type Millis,
  type NetworkControl,
  type Peer,
  type Point,
  type PowerControl,
  type Press,
  type PrinterControl,
  type Screen,
  type Soon,
  type StickControl,
  type VirtualClock,
} from '#core';
import type { Installation, is400, Model } from '#models';
import { emulatedFirmware } from './expected-identity.ts';
import type { MeterFault, MeterMemory } from './faults/fault.ts';
import { Firmware } from './firmware.ts';
import type { Medium } from './memory/index.ts';
import { NonVolatileMemory, RamMedium } from './memory/index.ts';
import type { UsbStick } from './stick/index.ts';
import { type Pace, usualPace } from './surroundings.ts';
import { Work } from './work.ts';

export interface EmulatedMeterOptions extends Installation {
  readonly model: Model;
  readonly clock: VirtualClock;
  /** Where the non-volatile memory lives; in RAM when not given. */
  readonly medium?: Medium;
  readonly stick?: UsbStick;
  /** What the PC application hands out while the network is plugged in. */
  readonly remoteAccounts?: readonly is400.RemoteAccount[];
  /** The server that the machine reaches while the network is plugged in. */
  readonly peer?: Peer;
  /** The rig's hold on that server. */
  readonly accounting?: AccountingControl;
  /** The Data Centre that the machine reaches while the network is plugged in. */
  readonly dataCentrePeer?: Peer;
  /** The rig's hold on it. */
  readonly dataCentre?: DataCentreControl;
  readonly fault?: MeterFault;
  readonly pace?: Pace;
}

/** An ordinary letter. */
const usualGrams = 20;

/**
 * A franking machine in software, running its chart in virtual time. Everything it does follows from
 * its options and from what is done to it: the same keys at the same instants give the same frames.
 */
export class EmulatedMeter implements Meter {
  readonly identity: Identity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly stick?: StickControl;
  readonly power: PowerControl;
  readonly network: NetworkControl;
  readonly mail: MailControl;
  readonly clock: ClockControl;
  readonly accounting?: AccountingControl;
  readonly printer: PrinterControl;
  readonly businessManager?: BusinessManagerControl;
  readonly dataCentre?: DataCentreControl;
  readonly ledger: LedgerControl;
  readonly touch?: (point: Point) => Soon<Frame>;

  readonly #work = new Work();
  readonly #options: EmulatedMeterOptions;
  readonly #model: Model;
  readonly #memory: MeterMemory;
  readonly #peer: Peer | undefined;
  readonly #dataCentre: Peer | undefined;
  #firmware: Firmware | undefined;
  /** The ledgers as they were read last. */
  #ledgersRead: { readonly of: unknown; readonly ledgers: readonly LedgerFigures[] } | undefined;
  #networkPlugged = true;
  #printerAttached = false;
  readonly #watchers = new Set<(frame: Frame) => void>();
  #frame: Frame = { ...darkScreen, v: 1, frame: 0 };

  constructor(options: EmulatedMeterOptions) {
    this.#options = options;
    const { fault } = options;
    this.#model = fault?.model?.(options.model) ?? options.model;
    const memory = new NonVolatileMemory(options.medium ?? new RamMedium());
    this.#memory = fault?.memory?.(memory) ?? memory;
    this.#peer = options.peer && (fault?.peer?.(options.peer) ?? options.peer);
    const { dataCentrePeer } = options;
    this.#dataCentre = dataCentrePeer && (fault?.dataCentre?.(dataCentrePeer) ?? dataCentrePeer);
    this.identity = {
      maker: this.#model.maker,
      model: this.#model.designation,
      serial: options.serial ?? this.#model.usualSerial,
      firmware: emulatedFirmware,
      emulated: true,
    };
    if (options.stick) this.stick = options.stick;
    if (options.accounting) this.accounting = options.accounting;
    if (options.dataCentre) this.dataCentre = options.dataCentre;
    this.ledger = { figures: () => this.#ledgers() };
    if (this.#model.display === 'touch') this.touch = (point) => this.feel(point);
    this.capabilities = new Set<Capability>([
      ...(this.#model.keys.length > 0 ? (['keypad'] as const) : []),
      ...(this.#model.display === 'touch' ? (['touch', 'printer'] as const) : []),
      ...(options.accounting ? (['accounting'] as const) : []),
      ...(options.dataCentre ? (['data-centre'] as const) : []),
      ...(this.#model.businessManagerEvent ? (['business-manager'] as const) : []),
      ...(options.stick ? (['stick', 'stick-faults'] as const) : []),
      ...(options.stick?.rootEntries ? (['stick-fat16'] as const) : []),
      'power',
      'network',
      'mail',
      'clock',
      'factory',
      'ledger',
    ]);
    this.power = {
      off: async () => {
        // A cut that was armed and did not fall must not fall into a later life of the meter.
        this.#memory.cutAfter(Number.POSITIVE_INFINITY);
        this.#switchOff();
      },
      on: async () => this.#switchOn(),
      cutWhenWriting: async (bytes) => this.#memory.cutAfter(bytes),
    };
    this.network = {
      plug: async (on) => {
        this.#networkPlugged = on;
      },
    };
    this.printer = {
      attach: async (on) => {
        this.#printerAttached = on;
      },
    };
    if (this.#model.businessManagerEvent) {
      this.businessManager = {
        use: async (on) => {
          this.#firmware?.useBusinessManager(on);
          await this.#workDone();
          return this.#frame;
        },
      };
    }
    this.mail = { feed: async (grams) => this.#feed(grams ?? usualGrams) };
    this.clock = {
      advance: async (duration) => {
        await this.#advanceTo(options.clock.now() + duration);
        return this.#frame;
      },
    };
    this.#switchOn();
  }

  press(key: Key): Soon<Frame> {
    return this.feel(key);
  }

  /** A press or a tap, and the frame that answers it: at once where the machine works on nothing. */
  feel(press: Press): Soon<Frame> {
    this.#firmware?.press(press);
    return this.#work.busy ? this.#work.settled().then(() => this.#frame) : this.#frame;
  }

  async frame(): Promise<Frame> {
    return this.#frame;
  }

  /** The frame that is shown now. */
  get shown(): Frame {
    return this.#frame;
  }

  /** Lets virtual time pass until something can be seen, or the limit is over. */
  async wait(after: number, limit: Millis): Promise<Frame> {
    const { clock } = this.#options;
    const end = clock.now() + limit;
    while (this.#frame.frame <= after) {
      const due = clock.nextDue();
      if (due === undefined || due > end) {
        clock.advanceTo(end);
        break;
      }
      clock.advanceTo(due);
      await this.#workDone();
    }
    return this.#frame;
  }

  now(): Millis {
    return this.#options.clock.now();
  }

  /** When something is due by itself; `undefined` when the meter waits for people only. */
  nextDue(): Millis | undefined {
    return this.#options.clock.nextDue();
  }

  /** False after a cut, be it by the relay or in the middle of writing memory. */
  get powered(): boolean {
    return this.#firmware !== undefined;
  }

  /** Tells of every frame from now on, also of those that are soon followed by others. */
  watch(watcher: (frame: Frame) => void): Disposable {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => void this.#watchers.delete(watcher) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#switchOff();
    this.#memory.close();
  }

  /** Lets time pass from one thing that is due to the next. */
  async #advanceTo(end: Millis): Promise<void> {
    const { clock } = this.#options;
    for (let due = clock.nextDue(); due !== undefined && due <= end; due = clock.nextDue()) {
      clock.advanceTo(due);
      await this.#workDone();
    }
    clock.advanceTo(end);
  }

  async #workDone(): Promise<void> {
    if (this.#work.busy) await this.#work.settled();
  }

  #switchOn(): Frame {
    if (this.#firmware) return this.#frame;
    const { clock, stick, fault, pace, remoteAccounts, ...installation } = this.#options;
    const firmware = new Firmware({
      model: this.#model,
      memory: this.#memory,
      clock,
      installation: { ...installation, serial: this.identity.serial },
      work: this.#work,
      peer: () => (this.#networkPlugged ? this.#peer : undefined),
      dataCentre: () => (this.#networkPlugged ? this.#dataCentre : undefined),
      printer: () => this.#printerAttached,
      ...(fault ? { fault } : {}),
      ...(fault?.reportFile ? { reportFile: fault.reportFile } : {}),
      pace: pace ?? usualPace,
      stick: () => (stick && fault?.stick ? { meter: fault.stick(stick.meter) } : stick),
      pc: { accounts: () => (this.#networkPlugged ? remoteAccounts : undefined) },
      onChange: (change) => {
        if (change === 'cut') this.#firmware = undefined;
        this.#show(change === 'cut' ? darkScreen : firmware.screen);
      },
    });
    this.#firmware = firmware;
    return this.#show(firmware.screen);
  }

  #switchOff(): void {
    if (!this.#firmware) return;
    this.#firmware.stop();
    this.#firmware = undefined;
    this.#show(darkScreen);
  }

  async #feed(grams: number): ReturnType<MailControl['feed']> {
    const franked = this.#firmware?.feed(grams);
    await this.#workDone();
    if (!franked || !this.#firmware) return undefined;
    return { ...franked, date: isoDay(this.now()), specimen: true };
  }

  /** What the security cores hold, be there power or not. */
  #ledgers(): readonly LedgerFigures[] {
    const memory = this.#firmware?.memory ?? this.#stored();
    let read = this.#ledgersRead;
    if (!read || read.of !== memory) {
      read = { of: memory, ledgers: this.#model.ledgersOf(memory) };
      this.#ledgersRead = read;
    }
    return read.ledgers;
  }

  #stored(): unknown {
    const stored = this.#memory.load();
    return stored === undefined ? undefined : this.#model.parseMemory(stored);
  }

  #show(screen: Screen): Frame {
    this.#frame = { ...screen, v: 1, frame: this.#frame.frame + 1 };
    for (const watcher of this.#watchers) watcher(this.#frame);
    return this.#frame;
  }
}
