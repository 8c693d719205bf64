import type { Soon } from '#core';
import { MessageSplitter } from '#protocol';
import type { Dialect } from '../link/link-fault.ts';

/** A part of a response; `ends` with its last byte. */
export interface ResponsePart {
  readonly bytes: Uint8Array;
  readonly ends: boolean;
}

export interface TmcDialogueOptions {
  readonly session: Dialect;
  /** The client has gone: what it holds is let go. */
  readonly leave: () => void;
  /** Hears of defects. */
  readonly report: (error: unknown) => void;
}

/** So many messages may be under way before no more are taken in. */
const mostUnderWay = 16;

const messageAvailable = 0x10;
const lineEnd = Uint8Array.of(0x0a);
const nothing = new Uint8Array();

/**
 * The message exchange of IEEE 488.2 on a carrier that knows where messages end: program messages go
 * in piece by piece, and the response to the last of them waits until it is fetched or the next one
 * comes.
 */
export class TmcDialogue {
  /** Called when a message has been worked off. */
  onChange: () => void = () => undefined;
  readonly #session: Dialect;
  readonly #splitter = new MessageSplitter();
  readonly #leave: () => void;
  readonly #report: (error: unknown) => void;
  #response = nothing;
  #answers: Soon<Uint8Array>[] = [];
  #underWay = 0;
  /** Counts messages and clears: a response to an earlier one is nobody's any more. */
  #turn = 0;
  /** True between the first and the last piece of a message. */
  #inside = false;

  constructor({ session, leave, report }: TmcDialogueOptions) {
    this.#session = session;
    this.#leave = leave;
    this.#report = report;
  }

  /** True while more messages can be taken in. */
  get ready(): boolean {
    return this.#underWay < mostUnderWay;
  }

  /** Takes a piece of a program message in. */
  push(bytes: Uint8Array, ends: boolean): void {
    if (!this.#inside) this.#beginMessage();
    this.#inside = !ends;
    this.#split(bytes);
    if (!ends) return;
    this.#split(lineEnd);
    // A block or text that the end of the message has cut off.
    if (this.#splitter.pending) this.#splitter.clear();
    this.#respond();
  }

  /** Forgets the message that has begun. */
  forgetPiece(): void {
    this.#splitter.clear();
    this.#inside = false;
  }

  /** Forgets everything that came and all that was to go; the session's errors and registers stay. */
  clear(): void {
    this.forgetPiece();
    this.#beginMessage();
    this.#underWay = 0;
    this.#session.clear();
  }

  /** The host has gone, or begins anew. */
  end(): void {
    this.clear();
    this.#leave();
  }

  /** The next part of the response: up to `length` bytes, or up to a character, if it is named. */
  take(length: number, termChar: number | undefined): ResponsePart | undefined {
    const response = this.#response;
    if (response.length === 0) return undefined;
    const place = termChar === undefined ? -1 : response.indexOf(termChar);
    const end = Math.min(length, place < 0 ? response.length : place + 1);
    this.#response = response.subarray(end);
    return { bytes: response.subarray(0, end), ends: end === response.length };
  }

  statusByte(): number {
    return this.#session.statusByte() | (this.#response.length > 0 ? messageAvailable : 0);
  }

  /** A new message: what was not fetched of the response to the last one is lost. */
  #beginMessage(): void {
    this.#turn += 1;
    this.#response = nothing;
    this.#answers = [];
  }

  #split(bytes: Uint8Array): void {
    for (const found of this.#splitter.push(bytes)) {
      if (found.kind === 'overrun') this.#session.overrun();
      else this.#answers.push(this.#session.message(found.bytes));
    }
  }

  #respond(): void {
    const turn = this.#turn;
    const answers = this.#answers;
    this.#answers = [];
    this.#underWay += 1;
    Promise.all(answers)
      .then((parts) => {
        if (turn === this.#turn) this.#response = Buffer.concat(parts);
      }, this.#report)
      .finally(() => {
        this.#underWay = Math.max(0, this.#underWay - 1);
        this.onChange();
      })
      .catch(this.#report);
  }
}
