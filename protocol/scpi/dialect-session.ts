import { Turns } from '#core/turns';
import type { OnceStore } from '../once-store.ts';
import {
  type AnswerOf,
  type Controller,
  LinkRefusal,
  type Operation,
  type OperationName,
} from '../operations.ts';
import type { PanelLock } from '../panel-lock.ts';
import { refusalOf } from '../refusal-of.ts';
import { bytesOf, concat, join } from './bytes.ts';
import { ErrorQueue, writeError } from './error-queue.ts';
import { errorText } from './error-words.ts';
import { type Guarded, guardAnswerParts, readGuarded } from './guard.ts';
import { linesIn } from './message-splitter.ts';
import { isChanging, isQuery, readOperation, writeAnswer } from './operation-codec.ts';
import { parseProgramMessage } from './parse-program-message.ts';
import { carryOutHere, type SessionState, sessionCommand } from './session-commands.ts';
import { eventBitOf, StatusRegisters } from './status-registers.ts';

export interface DialectSessionOptions {
  readonly controller: Controller;
  /** The slot's. */
  readonly once: OnceStore;
  /** Names the client to the controller and to others. */
  readonly client: string;
  readonly lock: PanelLock;
}

/** How many messages may wait for their turn. */
const mostWaiting = 64;

const nothing = new Uint8Array();
const lineEnd = bytesOf('\n');

/**
 * One client at a controller, in SCPI: its errors, its status registers, and its messages, which are
 * worked off one after another.
 */
export class DialectSession {
  readonly #options: DialectSessionOptions;
  readonly #errors = new ErrorQueue();
  readonly #registers = new StatusRegisters();
  readonly #turns = new Turns();
  #waiting = 0;
  /** Counts up at each device clear: messages from before are dropped. */
  #era = 0;
  /** True once the client has sent a guarded message with a checksum that is right. */
  #guards = false;

  constructor(options: DialectSessionOptions) {
    this.#options = options;
  }

  /**
   * Works a whole program message off, with or without its line end, and resolves with the response
   * message with its LF; empty when it asked nothing. It never rejects.
   */
  message(bytes: Uint8Array): Promise<Uint8Array> {
    if (this.#waiting >= mostWaiting) {
      this.overrun();
      return Promise.resolve(nothing);
    }
    const era = this.#era;
    this.#waiting++;
    return this.#turns.take(() => this.#take(bytes, era));
  }

  /** Notes that a message was too long or came while too many were waiting: -363. */
  overrun(): void {
    this.note(-363);
  }

  /** Notes an error that the carrier has seen: into the queue and the registers. */
  note(code: number, detail = ''): void {
    this.#registers.note(eventBitOf(code));
    if (!this.#errors.add(code, detail)) this.#registers.note(eventBitOf(-350));
  }

  /** A device clear: drops what waits and the answer that is under way. Errors and registers stay. */
  clear(): void {
    this.#era++;
  }

  /** `*STB?`; the carrier knows whether an answer waits to be fetched. */
  statusByte(messageAvailable = false): number {
    return this.#registers.statusByte(this.#errors.count > 0, messageAvailable);
  }

  /** Works a message off whose turn it is; one from before a device clear is dropped. */
  async #take(bytes: Uint8Array, era: number): Promise<Uint8Array> {
    try {
      const answer = era === this.#era ? await this.#workOff(bytes) : nothing;
      return era === this.#era ? answer : nothing;
    } finally {
      this.#waiting--;
    }
  }

  async #workOff(bytes: Uint8Array): Promise<Uint8Array> {
    const responses: Uint8Array[] = [];
    for (const line of linesIn(bytes)) {
      if (line.kind === 'overrun') this.overrun();
      else responses.push(await this.#response(line.bytes));
    }
    return concat(responses);
  }

  /** The response message to one line, with its LF; empty when it asked nothing. */
  async #response(line: Uint8Array): Promise<Uint8Array> {
    const guarded = readGuarded(line);
    if (guarded?.kind === 'message') {
      const answer = await this.#once(guarded);
      return concat([...guardAnswerParts(guarded.seq, answer), lineEnd]);
    }
    const answer = await this.#answers(line, false);
    return answer.length === 0 ? nothing : concat([answer, lineEnd]);
  }

  /** What a guarded message answers, after the number and the checksum. */
  async #once({ seq, rest, checksum, check }: Guarded): Promise<Uint8Array> {
    if (check === 'spoilt') return this.#refusal(new LinkRefusal(-360));
    this.#guards ||= check === 'sound';
    const { once, lock, client } = this.#options;
    try {
      return await once.once(seq, `scpi ${checksum} ${rest.length}`, async () => {
        // Whoever counts the numbers up disturbs the others that do.
        lock.take(client);
        // Errors of spoilt lines before it are not this message's.
        this.#errors.clear();
        return this.#answers(rest, true);
      });
    } catch (error) {
      return this.#refusal(refusalOf(error));
    }
  }

  /** A refusal that is answered at once; it is not put into the queue, where the next would find it. */
  #refusal({ code, detail }: LinkRefusal): Uint8Array {
    this.#registers.note(eventBitOf(code));
    return writeError({ code, text: errorText(code, detail) });
  }

  /** The answers of a line's queries, parted by `;`. */
  async #answers(line: Uint8Array, guarded: boolean): Promise<Uint8Array> {
    const answers: Uint8Array[] = [];
    for (const unit of parseProgramMessage(line)) {
      try {
        if (unit.kind === 'fault') throw unit.refusal;
        const here = sessionCommand(unit);
        const answer = here
          ? carryOutHere(here, unit, this.#state(answers.length > 0))
          : this.#carryOut(readOperation(unit), guarded);
        // Most is answered at once: nobody else has a turn in between.
        const written = answer instanceof Promise ? await answer : answer;
        if (written) answers.push(written);
      } catch (error) {
        const { code, detail } = refusalOf(error);
        this.note(code, detail);
      }
    }
    return join(answers, ';');
  }

  #state(answered: boolean): SessionState {
    const { client, lock } = this.#options;
    return { client, lock, errors: this.#errors, registers: this.#registers, answered };
  }

  #carryOut(
    operation: Operation,
    guarded: boolean,
  ): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    const { controller, client } = this.#options;
    this.#checkGuard(operation, guarded);
    const answer = controller.carryOut(operation, client);
    const write = (given: AnswerOf<OperationName>): Uint8Array | undefined =>
      isQuery(operation) ? writeAnswer(operation, given) : undefined;
    return answer instanceof Promise ? answer.then(write) : write(answer);
  }

  /**
   * A client that guards its messages changes nothing without: half of a spoilt line must not be
   * taken for a command. Beginning to count anew ends that, and is itself not counted.
   */
  #checkGuard(operation: Operation, guarded: boolean): void {
    if (operation.op === 'resetSequence') {
      if (guarded) throw new LinkRefusal(-221, 'PANel:SEQuence:RESet cannot be guarded');
      this.#guards = false;
    }
    const passes = !isChanging(operation) && operation.op !== 'wait';
    if (this.#guards && !guarded && !passes) {
      throw new LinkRefusal(-221, 'this client guards its messages with PANel:ONCE');
    }
  }
}
