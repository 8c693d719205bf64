import type { AnyActorLogic, AnyActorRef, AnyStateMachine } from 'xstate';
import {
  type Clock,
  isTouch,
  type Key,
  type Millis,
  type Peer,
  type Pence,
  type Press,
  type Screen,
  sameScreen,
} from '#core';
import type { Installation, Model } from '#models';
import { KnownSteps, timedActor } from '#models/any-machine';
import type { MeterFault, MeterMemory } from './faults/fault.ts';
import { type Background, machineryOf } from './machinery.ts';
import { PowerCut } from './memory/index.ts';
import { type Surroundings, surround } from './surroundings.ts';

export interface FirmwareParts extends Surroundings {
  readonly model: Model;
  readonly memory: MeterMemory;
  readonly installation: Installation;
  /** The server of the machine, as far as the network reaches. */
  readonly peer: () => Peer | undefined;
  readonly fault?: MeterFault;
  /** Called after each move that a person could see; `cut` when the power went away in it. */
  readonly onChange: (change: 'screen' | 'cut') => void;
}

const machines = new WeakMap<Model, AnyStateMachine>();

/** The chart of a model with the emulator's actors; made once, since a chart keeps no state. */
function machineOf(model: Model): AnyStateMachine {
  const known = machines.get(model);
  if (known) return known;
  const { actors, actions } = machineryOf(model);
  const machine = model.chart().provide({ actors, actions });
  machines.set(model, machine);
  return machine;
}

/** Scenarios have fewer steps that are not known; a meter on a link soon has more. */
const longLife = 500;

let newest: { readonly model: Model; readonly logic: AnyActorLogic } | undefined;

/** The chart as meters run it. Steps are known of one model at a time: a hundred faults take no more room. */
function logicOf(model: Model): AnyActorLogic {
  if (newest?.model !== model) {
    const { logic } = new KnownSteps(machineOf(model), { mergeAfter: longLife });
    newest = { model, logic };
  }
  return newest.logic;
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
  readonly #background: Background | undefined;
  #lastKey: Key | undefined;
  #running = true;

  constructor(parts: FirmwareParts) {
    this.#parts = parts;
    const { model, memory } = parts;
    const stored = memory.load();
    this.#memory =
      stored === undefined ? model.factoryMemory(parts.installation) : model.parseMemory(stored);
    const { clock } = parts;
    const input = { memory: this.#memory, now: clock.now() };
    this.#actor = timedActor(logicOf(model), input, this.#timers(clock));
    surround(this.#actor.system, {
      ...parts,
      maker: `${model.maker} ${model.designation}`,
      askForUpload: () => this.#background?.ask(),
      settle: () => this.#settle(),
    });
    this.#actor.start();
    const snapshot = this.#actor.getSnapshot();
    this.#memory = model.memoryOf(snapshot);
    memory.commit(JSON.stringify(this.#memory));
    this.screen = model.screenOf(snapshot);
    this.#background = machineryOf(model).background?.({
      ...parts,
      memory: () => this.#memory,
      tell: (event) => this.#tell(event),
    });
    this.#background?.look();
  }

  press(press: Press): void {
    const { fault, model, clock } = this.#parts;
    if (!isTouch(press)) {
      const before = this.#lastKey;
      this.#lastKey = press;
      if (fault?.swallowsKey?.(press, before)) return;
    }
    const event = model.eventOf(press, this.#actor.getSnapshot(), clock.now());
    if (event) this.#tell(event);
  }

  /** What the machine remembers now. */
  get memory(): unknown {
    return this.#memory;
  }

  /** One envelope goes through; what it was franked with, if it was. */
  feed(grams: number): { readonly value: Pence; readonly item: number } | undefined {
    const before = this.#memory;
    const { model, clock } = this.#parts;
    this.#tell(model.feedEvent(clock.now(), grams));
    return model.imprintBetween(before, this.#memory);
  }

  /** The accounting suite on a PC takes the accounts over, or gives them back. */
  useBusinessManager(on: boolean): void {
    const { model, clock } = this.#parts;
    const event = model.businessManagerEvent?.(clock.now(), on);
    if (event) this.#tell(event);
  }

  /** The power goes, whatever the program is doing. */
  stop(): void {
    this.#running = false;
    this.#background?.stop();
    this.#actor.stop();
  }

  #tell(event: { readonly type: string }): void {
    this.#actor.send(event);
    this.#settle();
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
        this.#background?.look();
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
