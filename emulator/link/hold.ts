import type { Clock, Millis } from '#core';
import { SystemClock } from '#core/clock';
import { seconds } from '#core/units';
import { LinkRefusal } from '#protocol';

/** A holder who says nothing for this long can be followed by another. */
export const usualSilence: Millis = seconds(60);

/**
 * Who holds the panel of a slot: the first client that changes something. It stays with it until it
 * leaves, lets go, or is silent for a while: a serial line does not tell when its client has gone.
 */
export class Hold {
  readonly #clock: Clock;
  readonly #silence: Millis;
  #holder: { readonly client: string; readonly since: Millis } | undefined;
  #heardAt: Millis = 0;

  constructor(clock: Clock = new SystemClock(), silence: Millis = usualSilence) {
    this.#clock = clock;
    this.#silence = silence;
  }

  /** Who holds the panel; '' when nobody does. */
  owner(): string {
    return this.#current()?.client ?? '';
  }

  /** Takes the panel for a client. Errors: -203 with the name of who holds it. */
  take(client: string): void {
    const now = this.#clock.now();
    const current = this.#current(now);
    if (current && current.client !== client) {
      const since = new Date(current.since).toISOString();
      throw new LinkRefusal(-203, `${current.client} since ${since}`);
    }
    if (!this.holds(client)) this.#holder = { client, since: now };
    this.#heardAt = now;
  }

  /** Whether a client has the panel; after a silence as long as nobody else has taken it. */
  holds(client: string): boolean {
    return this.#holder?.client === client;
  }

  /** Notes that a client has said something. */
  heard(client: string): void {
    if (this.holds(client)) this.#heardAt = this.#clock.now();
  }

  /** Lets go of the panel; nothing happens when the client does not hold it. */
  release(client: string): void {
    if (this.holds(client)) this.#holder = undefined;
  }

  #current(now = this.#clock.now()) {
    return now - this.#heardAt < this.#silence ? this.#holder : undefined;
  }
}
