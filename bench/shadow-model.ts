import type { Actor, AnyActorLogic, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { type Frame, type Millis, type Press, type Screen, sameScreen, VirtualClock } from '#core';
import type { Model, Surroundings } from '#models';
import { KnownSteps, timedActor } from '#models/any-machine';
import { type ChartGraph, chartGraph } from './chart-graph.ts';
import { type Stepper, stepperOf } from './stepper.ts';

/** One way in which the meter may stand, as far as its frames have told. */
interface Hypothesis {
  readonly actor: Actor<AnyActorLogic>;
  readonly clock: VirtualClock;
  readonly snapshot: AnyMachineSnapshot;
  readonly screen: Screen;
}

/** What the chart allows where the meter showed something else. */
export interface Mismatch {
  readonly allowed: readonly Screen[];
  readonly seen: Frame;
}

/** The bench's own copy of a machine's chart. */
export interface Specification {
  readonly machine: AnyStateMachine;
  /** The chart as the shadow model runs it. */
  readonly logic: AnyActorLogic;
  /** Its pure transition function. */
  readonly step: Stepper;
  readonly graph: ChartGraph;
}

/** A copy of its own: never the object that an emulated meter runs. */
export function specificationOf(model: Model): Specification {
  const machine = model.chart();
  const { logic } = new KnownSteps(machine);
  return { machine, logic, step: stepperOf(model, logic), graph: chartGraph(machine) };
}

interface Answer {
  readonly type: string;
}

/** An answer that may come at a snapshot, after others that came before. */
interface Link {
  readonly snapshot: AnyMachineSnapshot;
  readonly before: readonly Answer[];
  readonly answer: Answer;
}

/** More answers than ever go by unseen: while time passes, every frame is seen. */
const longestChain = 64;

const nothingKnown: Surroundings = {
  stickFiles: undefined,
  written: undefined,
  remoteAccounts: undefined,
};

/**
 * The bench's own copy of the specification, moved in step with the meter. Where the chart leaves a
 * choice (the world's answer, what a power cut has spared) the next frame decides; until then every
 * way is kept.
 */
export class ShadowModel {
  readonly model: Model;
  /** What an event would make of a snapshot. */
  readonly step: Stepper;
  readonly #logic: AnyActorLogic;
  surroundings: Surroundings = nothingKnown;
  #ways: readonly Hypothesis[] = [];
  /** What the meter may remember if the power goes now. */
  #memories: readonly unknown[];
  #powered = false;
  /** The meter's time as it was last looked at. */
  #now: Millis = 0;

  /** A specification serves any number of meters: it keeps no state. */
  constructor(
    model: Model,
    memory: unknown,
    now: Millis,
    { logic, step } = specificationOf(model),
  ) {
    this.model = model;
    this.#logic = logic;
    this.step = step;
    this.#memories = [memory];
    this.powerOn(now);
  }

  /** The likeliest way: all agree on it unless a choice is open. */
  get snapshot(): AnyMachineSnapshot | undefined {
    return this.#ways[0]?.snapshot;
  }

  get screen(): Screen | undefined {
    return this.#ways[0]?.screen;
  }

  /** True while the chart waits for an answer from outside. */
  get pending(): boolean {
    const { snapshot } = this;
    return snapshot !== undefined && this.model.pendingOf(snapshot).length > 0;
  }

  press(press: Press, now: Millis): void {
    this.#move((snapshot) => this.model.eventOf(press, snapshot, now), now);
  }

  feed(now: Millis, grams: number): void {
    this.#move(() => this.model.feedEvent(now, grams), now);
  }

  useBusinessManager(now: Millis, on: boolean): void {
    this.#move(() => this.model.businessManagerEvent?.(now, on), now);
  }

  /** Lets time pass: the chart's own timers fire. */
  passTime(now: Millis): void {
    this.#now = now;
    for (const way of this.#ways) way.clock.advanceTo(now);
    this.#look();
  }

  /**
   * The power has gone, perhaps in the middle of the last move: both sides of it are kept.
   * `duringAnswer`: perhaps also as the meter saved what came of its work.
   */
  powerOff({ duringAnswer = false } = {}): void {
    const after = this.#ways.map((way) => this.model.memoryOf(way.snapshot));
    const answered = duringAnswer ? this.#ways.flatMap((way) => this.#afterAnswers(way)) : [];
    this.#memories = distinct([...after, ...this.#memories, ...answered]);
    for (const way of this.#ways) way.actor.stop();
    this.#ways = [];
    this.#powered = false;
  }

  powerOn(now: Millis): void {
    if (this.#powered) return;
    this.#powered = true;
    this.#ways = this.#memories.map((memory) => {
      const clock = new VirtualClock(now);
      const actor = timedActor(this.#logic, { memory, now }, clock);
      actor.start();
      return this.#shown({ actor, clock });
    });
  }

  /** Keeps the ways that show this frame. When there is none, says what was allowed. */
  accept(frame: Frame, now: Millis): Mismatch | undefined {
    if (!this.#powered) {
      return frame.display === 'off' ? undefined : { allowed: [], seen: frame };
    }
    this.passTime(now);
    const fitting = this.#ways.filter((way) => sameScreen(way.screen, frame));
    const kept = fitting.length > 0 ? fitting : this.#answered(frame);
    if (kept.length === 0) {
      return { allowed: this.#ways.map((way) => way.screen), seen: frame };
    }
    if (kept.length < this.#ways.length) {
      const actors = kept.map(({ actor }) => actor);
      for (const { actor } of this.#ways) if (!actors.includes(actor)) actor.stop();
    }
    this.#ways = kept;
    return undefined;
  }

  /**
   * Without judging: follows the frame as far as its title tells, so that a plan can start from
   * there.
   */
  follow(frame: Frame, now: Millis): void {
    if (!this.accept(frame, now)) return;
    for (const way of this.#ways) {
      const { actor } = way;
      for (const answer of this.#answersOf(way.snapshot, frame)) {
        const after = this.step(way.snapshot, answer);
        if (this.model.screenOf(after).title !== frame.title) continue;
        this.#answer(actor, answer);
        this.#ways = [this.#shown(way)];
        return;
      }
    }
  }

  #move(
    eventFor: (snapshot: AnyMachineSnapshot) => { readonly type: string } | undefined,
    now: Millis,
  ): void {
    this.passTime(now);
    this.#memories = distinct(this.#ways.map((way) => this.model.memoryOf(way.snapshot)));
    for (const { actor } of this.#ways) {
      const event = eventFor(actor.getSnapshot());
      if (event) actor.send(event);
    }
    this.#look();
  }

  /**
   * The ways that an answer of the world opens to this frame: the next one, or one that comes after
   * others which went by unseen, each the likeliest.
   */
  #answered(frame: Frame): readonly Hypothesis[] {
    for (const way of this.#ways) {
      for (const { snapshot, before, answer } of this.#chain(way, frame)) {
        if (!sameScreen(this.model.screenOf(this.step(snapshot, answer)), frame)) continue;
        this.#memories = [this.model.memoryOf(snapshot)];
        for (const one of [...before, answer]) this.#answer(way.actor, one);
        return [this.#shown(way)];
      }
    }
    return [];
  }

  /** What the meter may remember once its work is answered. */
  #afterAnswers(way: Hypothesis): readonly unknown[] {
    return [...this.#chain(way, way.screen)].map(({ snapshot, answer }) =>
      this.model.memoryOf(this.step(snapshot, answer)),
    );
  }

  /** Each answer that may come next, then those after the likeliest of them, and so on. */
  *#chain({ snapshot: first }: Hypothesis, frame: Screen): Generator<Link> {
    const before: Answer[] = [];
    let snapshot = first;
    for (let length = 0; length < longestChain; length += 1) {
      let likeliest: Answer | undefined;
      for (const answer of this.#answersOf(snapshot, frame)) {
        likeliest ??= answer;
        yield { snapshot, before: [...before], answer };
      }
      // Only where the chart itself waits for an answer does another one follow unseen.
      if (!likeliest || this.model.pendingOf(snapshot).length === 0) return;
      before.push(likeliest);
      snapshot = this.step(snapshot, likeliest);
    }
  }

  #answersOf(snapshot: AnyMachineSnapshot, frame: Screen): Iterable<Answer> {
    return this.model.outcomesOf(snapshot, { ...this.surroundings, now: this.#now }, frame);
  }

  #answer(actor: Actor<AnyActorLogic>, answer: { readonly type: string }): void {
    const written = this.model.writtenBy(actor.getSnapshot(), answer);
    if (written) this.surroundings = { ...this.surroundings, written };
    actor.send(answer);
  }

  /** Renders anew what has moved since it was last looked at. */
  #look(): void {
    if (this.#ways.every((way) => way.actor.getSnapshot() === way.snapshot)) return;
    this.#ways = this.#ways.map((way) => this.#shown(way));
  }

  #shown({ actor, clock }: Pick<Hypothesis, 'actor' | 'clock'>): Hypothesis {
    const snapshot = actor.getSnapshot();
    return { actor, clock, snapshot, screen: this.model.screenOf(snapshot) };
  }
}

const distinct = (memories: readonly unknown[]): readonly unknown[] =>
  memories.length < 2 ? memories : [...new Set(memories)];
