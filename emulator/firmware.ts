import { type AnyActorRef, type AnyStateMachine, createActor } from 'xstate';
import { type Clock, type Millis, type Pence, type Screen, sameScreen } from '#core';
import type { Model } from '#models';
import type { MeterFault, MeterMemory } from './faults/fault.ts';
import { is400Actors } from './is400/actors.ts';
import { type Surroundings, surround } from './is400/surroundings.ts';
import { PowerCut } from './memory/index.ts';

export interface FirmwareParts extends Surroundings {
  readonly model: Model;
  readonly memory: MeterMemory;
  readonly settings: { readonly supervisorPin: string; readonly creditPence?: number };
  readonly fault?: MeterFault;
  /** Called after each move that a person could see; `cut` when the power went away in it. */
  readonly onChange: (change: 'screen' | 'cut') => void;
}

const machines = new WeakMap<Model, AnyStateMachine>();

/** The chart of a model with the emulator's actors; made once, since a chart keeps no state. */
function machineOf(model: Model): AnyStateMachine {
  const known = machines.get(model);
  if (known) return known;
  const machine = model.chart().provide({ actors: is400Actors });
  machines.set(model, machine);
  return machine;
}

/**
 * The running program of a meter: from power on to power off. It runs the chart, keeps what the
 * chart remembers in non-volatile memory before anything is shown, and knows the screen.
 */
export class Firmware {
  screen: Screen;
  readonly #parts: FirmwareParts;
  readonly #actor: AnyActorRef;
  #memory: unknown;
  #lastKey: Parameters<Model['eventOf']>[0] | undefined;
  #running = true;

  constructor(parts: FirmwareParts) {
    this.#parts = parts;
    const { model, memory } = parts;
    const stored = memory.load();
    this.#memory =
      stored === undefined ? model.factoryMemory(parts.settings) : model.parseMemory(stored);
    memory.commit(JSON.stringify(this.#memory));
    this.#actor = createActor(machineOf(model), {
      input: { memory: this.#memory },
      clock: this.#timers(parts.clock),
    });
    surround(this.#actor.system, { ...parts, settle: () => this.#settle() });
    this.#actor.start();
    this.screen = model.screenOf(this.#actor.getSnapshot());
  }

  press(key: Parameters<Model['eventOf']>[0]): void {
    const before = this.#lastKey;
    this.#lastKey = key;
    if (this.#parts.fault?.swallowsKey?.(key, before)) return;
    this.#actor.send(this.#parts.model.eventOf(key));
    this.#settle();
  }

  /** One envelope goes through; what it was franked with, if it was. */
  feed(): { readonly value: Pence; readonly item: number } | undefined {
    const before = this.#memory;
    this.#actor.send(this.#parts.model.feedEvent);
    this.#settle();
    return this.#parts.model.imprintBetween(before, this.#memory);
  }

  /** The power goes, whatever the program is doing. */
  stop(): void {
    this.#running = false;
    this.#actor.stop();
  }

  /** Keeps what changed, then shows it: what a person has seen is never lost. */
  #settle(): void {
    if (!this.#running) return;
    const { model, memory, onChange } = this.#parts;
    const snapshot = this.#actor.getSnapshot();
    if (snapshot.status === 'error') throw snapshot.error;
    try {
      const remembered = model.memoryOf(snapshot);
      if (remembered !== this.#memory) {
        memory.commit(JSON.stringify(remembered));
        this.#memory = remembered;
      }
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause;
      this.stop();
      onChange('cut');
      return;
    }
    const screen = model.screenOf(snapshot);
    if (sameScreen(screen, this.screen)) return;
    this.screen = screen;
    onChange('screen');
  }

  /** The chart's timers run on the meter's clock, and what they change is kept and shown too. */
  #timers(clock: Clock) {
    return {
      setTimeout: (fire: () => void, delay: Millis) =>
        clock.setTimeout(() => {
          fire();
          this.#settle();
        }, delay),
      clearTimeout: (id: number) => clock.clearTimeout(id),
    };
  }
}
