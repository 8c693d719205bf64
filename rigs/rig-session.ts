import type { Meter } from '#core';
import type { LinkSession, Opening, RigIdentity, Told } from './link-session.ts';
import { openInProcess } from './open-in-process.ts';
import type { Rig } from './rig.ts';

/**
 * A rig for the time of a run, with a link or in this process: what a link needs is loaded for one
 * only.
 */
export class RigSession implements AsyncDisposable {
  readonly rig: Rig;
  readonly #told: Told;
  #link: Promise<LinkSession> | undefined;

  constructor(rig: Rig, told: Told = {}) {
    this.rig = rig;
    this.#told = told;
  }

  /**
   * Opens the meter as new: `rig` is the session's, with another language if need be. A string is the
   * reason for which there can be none. Errors: those of the link, FB_RIG_…
   */
  async open(rig: Rig = this.rig, options: Opening = {}): Promise<Meter | string> {
    if (rig.link.kind === 'in-process') return openInProcess(rig, options);
    return (await this.#session()).open(rig, options);
  }

  /** Asks who is in the slot. Errors: those of the link, FB_RIG_METER for another meter. */
  async identify(): Promise<RigIdentity> {
    return (await this.#session()).identify();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    await (await link)?.[Symbol.asyncDispose]();
  }

  #session(): Promise<LinkSession> {
    this.#link ??= import('./link-session.ts').then(
      ({ LinkSession }) => new LinkSession(this.rig, this.#told),
    );
    return this.#link;
  }
}
