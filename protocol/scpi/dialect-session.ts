import { goOn, inOrder, type Soon, Turns } from '#core/turns';
import type { OnceStore } from '../once-store.ts';
import { type Controller, LinkRefusal, type Operation, refusalOf } from '../operations.ts';
import type { PanelLock } from '../panel-lock.ts';
import { type Asked, askedIn } from './asked.ts';
import { concat, inBytes, join, type Written } from './bytes.ts';
import type { Command } from './command-table.ts';
import { ErrorQueue, writeError } from './error-queue.ts';
import { errorText } from './error-words.ts';
import { type Guarded, guardAnswer, readGuarded } from './guard.ts';
import { carryOutHere, type SessionState } from './session-commands.ts';
import { linesIn } from './splitters.ts';
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
const lineEnd = '\n';

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
   * Works a whole program message off, with or without its line end: the response message with its
   * LF, empty when it asked nothing. It comes at once where nothing has to be waited for; it neither
   * throws nor rejects.
   */
  message(bytes: Uint8Array): Soon<Uint8Array> {
    if (this.#waiting >= mostWaiting) {
      this.overrun();
      return nothing;
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
  #take(bytes: Uint8Array, era: number): Soon<Uint8Array> {
    const response = era === this.#era ? this.#workOff(bytes) : nothing;
    return goOn(response, (answer) => {
      this.#waiting--;
      return era === this.#era ? answer : nothing;
    });
  }

  #workOff(bytes: Uint8Array): Soon<Uint8Array> {
    const lines = linesIn(bytes);
    const [only] = lines;
    if (only?.kind === 'message' && lines.length === 1) return this.#response(only.bytes);
    const responses: Uint8Array[] = [];
    const done = inOrder(lines, (line) => {
      if (line.kind === 'overrun') return this.overrun();
      return goOn(this.#response(line.bytes), (response) => void responses.push(response));
    });
    return goOn(done, () => concat(responses));
  }

  /** The response message to one line, with its LF; empty when it asked nothing. */
  #response(line: Uint8Array): Soon<Uint8Array> {
    const guarded = readGuarded(line);
    if (guarded?.kind !== 'message') {
      return goOn(this.#answers(line), (answer) =>
        answer.length === 0 ? nothing : inBytes(join([answer, lineEnd], '')),
      );
    }
    const { seq } = guarded;
    return goOn(this.#once(line, guarded), (answer) => guardAnswer(seq, answer, lineEnd));
  }

  /** What a guarded message answers, after the number and the checksum. */
  #once(line: Uint8Array, { seq, from, checksum, check }: Guarded): Soon<Written> {
    if (check === 'spoilt') return this.#refusal(new LinkRefusal(-360));
    this.#guards ||= check === 'sound';
    const { once, lock, client } = this.#options;
    const refused = (error: unknown): Written => this.#refusal(refusalOf(error));
    try {
      const answer = once.once(
        seq,
        { dialect: 'scpi', sum: checksum, length: line.length - from },
        () => {
          // Whoever counts the numbers up disturbs the others that do.
          lock.take(client);
          // Errors of spoilt lines before it are not this message's.
          this.#errors.clear();
          return this.#answers(line, from, seq);
        },
      );
      return answer instanceof Promise ? answer.catch(refused) : answer;
    } catch (error) {
      return refused(error);
    }
  }

  /** A refusal that is answered at once; it is not put into the queue, where the next would find it. */
  #refusal({ code, detail }: LinkRefusal): string {
    this.#registers.note(eventBitOf(code));
    return writeError({ code, text: errorText(code, detail) });
  }

  /** The answers of a line's queries from `from` on, parted by `;`; `seq` is the number that guards it. */
  #answers(line: Uint8Array, from = 0, seq?: number): Soon<Written> {
    const answers: Written[] = [];
    const keep = (answer: Written | undefined): void => {
      if (answer !== undefined) answers.push(answer);
    };
    const done = inOrder(askedIn(line, from, seq), (asked) => {
      const answer = this.#answer(asked, seq !== undefined, answers.length > 0);
      return answer instanceof Promise ? answer.then(keep) : keep(answer);
    });
    return done instanceof Promise ? done.then(() => join(answers, ';')) : join(answers, ';');
  }

  /** What one command answers; what goes wrong is noted. */
  #answer(asked: Asked, guarded: boolean, answered: boolean): Soon<Written | undefined> {
    try {
      if (asked.kind === 'refused') throw asked.refusal;
      if (asked.kind === 'session') {
        return carryOutHere(asked.command, asked.params, this.#state(answered));
      }
      const answer = this.#carryOut(asked.operation, asked.command, guarded);
      // Most is answered at once: nobody else has a turn in between.
      return answer instanceof Promise ? answer.catch((error) => this.#noted(error)) : answer;
    } catch (error) {
      return this.#noted(error);
    }
  }

  #noted(error: unknown): undefined {
    const { code, detail } = refusalOf(error);
    this.note(code, detail);
  }

  #state(answered: boolean): SessionState {
    const { client, lock } = this.#options;
    return { client, lock, errors: this.#errors, registers: this.#registers, answered };
  }

  #carryOut(
    operation: Operation,
    { query, answer: codec }: Command,
    guarded: boolean,
  ): Soon<Written | undefined> {
    const { controller, client } = this.#options;
    this.#checkGuard(operation, query, guarded);
    const answer = controller.carryOut(operation, client);
    if (query) return goOn(answer, codec.write);
    return answer instanceof Promise ? answer.then(() => undefined) : undefined;
  }

  /**
   * A client that guards its messages changes nothing without: half of a spoilt line must not be
   * taken for a command. Beginning to count anew ends that, and is itself not counted.
   */
  #checkGuard({ op }: Operation, query: boolean, guarded: boolean): void {
    if (op === 'resetSequence') {
      if (guarded) throw new LinkRefusal(-221, 'PANel:SEQuence:RESet cannot be guarded');
      this.#guards = false;
    }
    const passes = query && op !== 'wait';
    if (this.#guards && !guarded && !passes) {
      throw new LinkRefusal(-221, 'this client guards its messages with PANel:ONCE');
    }
  }
}
