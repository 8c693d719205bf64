import {
  type Capability,
  type ClockControl,
  civilTime,
  darkScreen,
  type Frame,
  type Identity,
  type Key,
  type MailControl,
  type Meter,
  type Millis,
  type NetworkControl,
  type PowerControl,
  type Screen,
  type StickControl,
  type VirtualClock,
} from '#core';
import type { is400, Model } from '#models';
import type { MeterFault, MeterMemory } from './faults/fault.ts';
import { Firmware } from './firmware.ts';
import { type Pace, usualPace } from './is400/surroundings.ts';
import type { Medium } from './memory/index.ts';
import { NonVolatileMemory, RamMedium } from './memory/index.ts';
import type { UsbStick } from './stick/index.ts';

export interface EmulatedMeterOptions {
  readonly model: Model;
  readonly clock: VirtualClock;
  readonly serial?: string;
  /** The PIN that comes with the machine; four digits. */
  readonly supervisorPin: string;
  readonly creditPence?: number;
  /** Where the non-volatile memory lives; in RAM when not given. */
  readonly medium?: Medium;
  readonly stick?: UsbStick;
  /** What the PC application hands out while the network is plugged in. */
  readonly remoteAccounts?: readonly is400.RemoteAccount[];
  readonly fault?: MeterFault;
  readonly pace?: Pace;
}

const firmwareVersion = '1.0.0-emu';

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

  readonly #options: EmulatedMeterOptions;
  readonly #model: Model;
  readonly #memory: MeterMemory;
  #firmware: Firmware | undefined;
  #networkPlugged = true;
  #frame: Frame = { ...darkScreen, v: 1, frame: 0 };

  constructor(options: EmulatedMeterOptions) {
    this.#options = options;
    const { fault } = options;
    this.#model = fault?.model?.(options.model) ?? options.model;
    const memory = new NonVolatileMemory(options.medium ?? new RamMedium());
    this.#memory = fault?.memory?.(memory) ?? memory;
    this.identity = {
      maker: this.#model.maker,
      model: this.#model.designation,
      serial: options.serial ?? '440000123',
      firmware: firmwareVersion,
      emulated: true,
    };
    if (options.stick) this.stick = options.stick;
    this.capabilities = new Set<Capability>([
      'keypad',
      ...(options.stick ? (['stick', 'stick-faults'] as const) : []),
      ...(options.stick?.rootEntries ? (['stick-fat16'] as const) : []),
      'power',
      'network',
      'mail',
      'clock',
    ]);
    this.power = {
      off: async () => {
        // A cut that was armed and did not fall must not fall into a later life of the meter.
        this.#memory.cutAfter(Number.POSITIVE_INFINITY);
        this.#switchOff();
      },
      on: async () => this.#switchOn(),
      cutWhenWriting: (bytes) => this.#memory.cutAfter(bytes),
    };
    this.network = {
      plug: async (on) => {
        this.#networkPlugged = on;
      },
    };
    this.mail = { feed: async () => this.#feed() };
    this.clock = {
      advance: async (duration) => {
        options.clock.advance(duration);
        return this.#frame;
      },
    };
    this.#switchOn();
  }

  async press(key: Key): Promise<Frame> {
    this.#firmware?.press(key);
    return this.#frame;
  }

  async frame(): Promise<Frame> {
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
    }
    return this.#frame;
  }

  now(): Millis {
    return this.#options.clock.now();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#switchOff();
    this.#memory.close();
  }

  #switchOn(): Frame {
    if (this.#firmware) return this.#frame;
    const { clock, stick, fault, supervisorPin, creditPence, pace, remoteAccounts } = this.#options;
    const firmware = new Firmware({
      model: this.#model,
      memory: this.#memory,
      clock,
      settings: { supervisorPin, ...(creditPence === undefined ? {} : { creditPence }) },
      ...(fault ? { fault } : {}),
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

  async #feed(): ReturnType<MailControl['feed']> {
    const franked = this.#firmware?.feed();
    if (!franked || !this.#firmware) return undefined;
    const { year, month, day } = civilTime(this.now());
    const two = (value: number): string => String(value).padStart(2, '0');
    return { ...franked, date: `${year}-${two(month)}-${two(day)}`, specimen: true };
  }

  #show(screen: Screen): Frame {
    this.#frame = { ...screen, v: 1, frame: this.#frame.frame + 1 };
    return this.#frame;
  }
}
