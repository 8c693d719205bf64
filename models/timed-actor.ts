import { type AnyActorLogic, type AnyActorRef, createActor, type EventObject } from 'xstate';
import type { Clock, TimerId } from '#core/clock';
import type { Millis } from '#core/units';

/** On what the timers of an actor run. */
export type TimerClock = Pick<Clock, 'setTimeout' | 'clearTimeout'>;

/**
 * An actor whose timers run on a clock, and those of the work that it begins. They are armed and disarmed
 * with every other key, and XState's own scheduler would write each in two records, by a text that it puts
 * together.
 */
export function timedActor(logic: AnyActorLogic, input: unknown, clock: TimerClock) {
  const actor = createActor(logic, { input });
  actor.system.scheduler = new Timers(clock);
  return actor;
}

/** By whose they are and what they are called; one without a name cannot be disarmed by itself. */
class Timers {
  readonly #clock: TimerClock;
  readonly #armed = new Map<AnyActorRef, Map<string | symbol, TimerId>>();

  constructor(clock: TimerClock) {
    this.#clock = clock;
  }

  schedule(
    source: AnyActorRef,
    target: AnyActorRef,
    event: EventObject,
    delay: Millis,
    id: string | symbol = Symbol(),
  ): void {
    const armed = this.#armedBy(source);
    const timer = this.#clock.setTimeout(() => {
      armed.delete(id);
      target.send(event);
    }, delay);
    armed.set(id, timer);
  }

  cancel(source: AnyActorRef, id: string): void {
    const armed = this.#armed.get(source);
    const timer = armed?.get(id);
    if (timer === undefined) return;
    armed?.delete(id);
    this.#clock.clearTimeout(timer);
  }

  cancelAll(source: AnyActorRef): void {
    for (const timer of this.#armed.get(source)?.values() ?? []) this.#clock.clearTimeout(timer);
    this.#armed.delete(source);
  }

  #armedBy(source: AnyActorRef): Map<string | symbol, TimerId> {
    const known = this.#armed.get(source);
    if (known) return known;
    const armed = new Map<string | symbol, TimerId>();
    this.#armed.set(source, armed);
    return armed;
  }
}
