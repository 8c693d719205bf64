import type { Clock, Millis, Peer, PeerAnswer, TimerId } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { Work } from '../work.ts';
import { confirmedBy, uploadOf } from './upload.ts';

export interface AccountingSyncParts {
  readonly clock: Clock;
  readonly work: Work;
  readonly profile: connectPlus.Profile;
  /** How long an answer takes, in the meter's time. */
  readonly latency: Millis;
  /** The server, as far as the network reaches. */
  readonly peer: () => Peer | undefined;
  readonly memory: () => connectPlus.Memory;
  /** Tells the chart, and keeps what it changes. */
  readonly tell: (event: connectPlus.PanelEvent) => void;
}

/**
 * Brings transactions to the accounting server: as soon as it is asked to, and otherwise a while
 * after something waits. What fails is tried again, later each time, with the same message under the
 * same key, so nothing is lost and nothing counts twice.
 */
export class AccountingSync {
  readonly #parts: AccountingSyncParts;
  #timer: TimerId | undefined;
  #state: 'idle' | 'waiting' | 'sending' | 'stopped' = 'idle';
  #failures = 0;
  #askedWhileSending = false;

  constructor(parts: AccountingSyncParts) {
    this.#parts = parts;
  }

  /** Something has changed at the meter: if it waits to be uploaded, the time for it begins. */
  look(): void {
    if (this.#state !== 'idle') return;
    const memory = this.#parts.memory();
    if (memory.outbox) this.#wait(0);
    else if (connectPlus.uploadWaits(memory)) this.#wait(this.#parts.profile.syncMs);
  }

  /** An upload now, if there is anything to upload. */
  ask(): void {
    if (this.#state === 'stopped') return;
    if (this.#state === 'sending') {
      this.#askedWhileSending = true;
      return;
    }
    if (connectPlus.uploadWaits(this.#parts.memory())) this.#wait(0);
  }

  /** The power goes. */
  stop(): void {
    this.#forget();
    this.#state = 'stopped';
  }

  #wait(delay: Millis): void {
    this.#forget();
    this.#state = 'waiting';
    this.#timer = this.#parts.clock.setTimeout(() => this.#send(), delay);
  }

  #forget(): void {
    if (this.#timer !== undefined) this.#parts.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #send(): void {
    const { clock, memory, tell, work, peer } = this.#parts;
    this.#state = 'sending';
    this.#askedWhileSending = false;
    tell({ type: 'UPLOAD.BEGUN', at: clock.now() });
    // Keeping the outbox may have met a power cut.
    if (this.#isStopped()) return;
    const request = uploadOf(memory());
    if (!request) {
      this.#state = 'idle';
      return;
    }
    const sent = peer()?.send(request) ?? Promise.resolve<PeerAnswer>({ status: 'unreachable' });
    work.start(
      sent.then((answer) => {
        if (this.#isStopped()) return;
        const { latency, profile } = this.#parts;
        const after = answer.status === 'no answer' ? profile.uploadTimeoutMs : latency;
        this.#timer = clock.setTimeout(() => this.#take(answer), after);
      }),
    );
  }

  #isStopped(): boolean {
    return this.#state === 'stopped';
  }

  #take(answer: PeerAnswer): void {
    const { clock, memory, tell } = this.#parts;
    const { outbox } = memory();
    const items =
      answer.status === 'answered' && answer.code === 200 && outbox
        ? confirmedBy(answer.body, outbox)
        : undefined;
    this.#state = 'idle';
    if (!items) {
      const { uploadRetryFirstMs, uploadRetryMostMs } = this.#parts.profile;
      const delay = Math.min(uploadRetryFirstMs * 2 ** this.#failures, uploadRetryMostMs);
      this.#failures += 1;
      this.#wait(delay);
      return;
    }
    this.#failures = 0;
    tell({ type: 'UPLOAD.CONFIRMED', items, at: clock.now() });
    if (this.#isStopped()) return;
    const { uploadSize, uploadWaits } = connectPlus;
    const full = Math.max(items.length, outbox?.accounts.length ?? 0) >= uploadSize;
    if ((full || this.#askedWhileSending) && uploadWaits(memory())) this.#wait(0);
    else this.look();
  }
}
