import {
  BenchError,
  civilTime,
  type Frame,
  type Imprint,
  type Key,
  type Millis,
  type StickPlace,
  type VirtualClock,
} from '#core';
import type { EmulatedMeter, UsbStick } from '#emulator';
import type { Model } from '#models';
import { putAway } from '../emulate/open-meter.ts';
import type { PanelCommand } from './command.ts';
import { eraseOnScreen, type Touching, touchRow, typeOnScreen } from './touching.ts';
import { type KeyCharacters, typeText } from './typing.ts';

/** What a command led to, besides what the display shows. */
export type Outcome =
  | { readonly status: 'done' }
  | { readonly status: 'fed'; readonly imprint: Imprint | undefined }
  | { readonly status: 'refused'; readonly reason: string };

export interface PanelParts {
  readonly meter: EmulatedMeter;
  readonly clock: VirtualClock;
  readonly stick: UsbStick;
  readonly model: Model;
  /** What the keys of a keypad type; nothing on a touch screen. */
  readonly keyCharacters: KeyCharacters;
  /** The image that the stick is saved to when it leaves the meter, if it has one. */
  readonly image?: string;
  /** What the person should know from the start. */
  readonly notes: readonly string[];
}

/** What is around the display. */
export interface Surroundings {
  readonly time: string;
  readonly power: boolean;
  readonly network: boolean;
  readonly stick: StickPlace;
}

const done: Outcome = { status: 'done' };

/** An emulated meter with the hands of one person on it. */
export class PanelSession {
  readonly meter: EmulatedMeter;
  readonly clock: VirtualClock;
  /** What the person should know from the start. */
  readonly notes: readonly string[];
  readonly #parts: PanelParts;
  #network = true;

  constructor(parts: PanelParts) {
    this.meter = parts.meter;
    this.clock = parts.clock;
    this.notes = parts.notes;
    this.#parts = parts;
  }

  async do(command: PanelCommand): Promise<Outcome> {
    const { meter, stick } = this.#parts;
    switch (command.kind) {
      case 'key':
        if (!meter.capabilities.has('keypad')) {
          return { status: 'refused', reason: 'This machine has no keys: touch what it shows.' };
        }
        await meter.press(command.key);
        return done;
      case 'touch':
        return this.#touch((frame, hands) => touchRow(command.text, frame, hands));
      case 'erase':
        return this.#touch(eraseOnScreen);
      case 'type':
        return this.#type(command.text);
      case 'feed':
        return { status: 'fed', imprint: await meter.mail.feed() };
      case 'stick':
        await stick.plug(command.place ?? (stick.place() === 'meter' ? 'out' : 'meter'));
        return stick.place() === 'out' ? this.#saveNow() : done;
      case 'power': {
        const on = command.on ?? (await meter.frame()).display === 'off';
        await (on ? meter.power.on() : meter.power.off());
        return done;
      }
      case 'network':
        this.#network = command.on ?? !this.#network;
        await meter.network.plug(this.#network);
        return done;
      case 'wait':
        await this.passTime(command.duration);
        return done;
      case 'quit':
        return done;
    }
  }

  async passTime(duration: Millis): Promise<void> {
    await this.meter.clock.advance(duration);
  }

  /** How the display is worked. */
  get display(): Model['display'] {
    return this.#parts.model.display;
  }

  frame(): Promise<Frame> {
    return this.meter.frame();
  }

  async surroundings(): Promise<Surroundings> {
    const { clock, stick } = this.#parts;
    const { hour, minute, second } = civilTime(clock.now());
    const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
    const power = (await this.frame()).display !== 'off';
    return { time, power, network: this.#network, stick: stick.place() };
  }

  /** Switches the meter off, lets go of its memory and saves the stick; every part, whatever fails. */
  async close(): Promise<void> {
    await putAway(this.#parts, this.#parts.image);
  }

  async #touch(
    act: (frame: Frame, hands: Touching) => Promise<string | undefined>,
  ): Promise<Outcome> {
    const { meter, model } = this.#parts;
    if (!meter.touch) return { status: 'refused', reason: 'This machine has no touch screen.' };
    const refused = await act(await this.frame(), { model, tap: meter.touch });
    return refused === undefined ? done : { status: 'refused', reason: refused };
  }

  async #type(text: string): Promise<Outcome> {
    if (this.display === 'touch') {
      return this.#touch((frame, hands) => typeOnScreen(text, frame, hands));
    }
    const press = (key: Key) => this.meter.press(key);
    const untyped = await typeText(text, await this.frame(), press, this.#parts.keyCharacters);
    return untyped === undefined ? done : { status: 'refused', reason: untyped };
  }

  /** A stick that cannot be saved now may be saved at the end: the person goes on. */
  async #saveNow(): Promise<Outcome> {
    try {
      await this.#save();
      return done;
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      return { status: 'refused', reason: error.message };
    }
  }

  async #save(): Promise<void> {
    const { image, stick } = this.#parts;
    if (image !== undefined) await stick.save(image);
  }
}
