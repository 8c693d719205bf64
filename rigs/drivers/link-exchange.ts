import { BenchError, type Clock, type Millis, SteadyClock, Turns } from '#core';
import { isRepeatable, knownWords, type Operation } from '#protocol';
import type { Answers, Exchange } from './exchange.ts';
import { Ladder, type Line } from './ladder.ts';
import type { LinkLimits } from './limits.ts';
import type { OnLink } from './link-event.ts';
import { namesOf, refusedBy } from './refused.ts';
import type { Replied } from './scpi-message.ts';

/** How a way of writing operations, SCPI or JSON, makes messages of them. */
export interface Dialect<Message> {
  /** One that is carried out once, however often it is sent. */
  guarded(seq: number, operations: readonly Operation[]): Message;
  plain(operations: readonly Operation[]): Message;
}

export interface LinkExchangeOptions<Message> {
  readonly name: string;
  readonly dialect: Dialect<Message>;
  readonly openLine: () => Promise<Line<Message, Replied>>;
  readonly limits: LinkLimits;
  readonly onLink?: OnLink;
  readonly clock?: Clock;
}

/** So often a question is asked while a link is being opened. */
const greetings = 4;
/** Until somebody who is just leaving has let go of the panel. */
const holdPauseMs: Millis = 20;

/**
 * Operations at a rig controller, each exactly once: by messages that the controller knows by number
 * where it can (`ONCE`), otherwise by repeating nothing that may not be repeated.
 */
export class LinkExchange<Message> implements Exchange {
  readonly name: string;
  readonly #options: LinkExchangeOptions<Message>;
  readonly #clock: Clock;
  readonly #ladder: Ladder<Message, Replied>;
  /** The last number that was carried out. */
  #last = 0;
  #guards: boolean | undefined;
  readonly #turns = new Turns();

  constructor(options: LinkExchangeOptions<Message>) {
    this.#options = options;
    this.name = options.name;
    this.#clock = options.clock ?? new SteadyClock();
    this.#ladder = new Ladder({
      name: options.name,
      open: () => this.#openLine(),
      powerCycle: (line) => this.#powerCycle(line),
      ...(options.onLink ? { onLink: options.onLink } : {}),
    });
  }

  /** Opens the link and begins to count at 1. Errors: those of the carrier, FB_LINK_…, FB_RIG_BUSY. */
  async open(): Promise<this> {
    try {
      await this.#ladder.open();
      return this;
    } catch (error) {
      await this.#ladder.close();
      throw error;
    }
  }

  exchange<const Asked extends readonly Operation[]>(
    operations: Asked,
    extraMs: Millis = 0,
  ): Promise<Answers<Asked>> {
    const done = this.#turns.take(() => this.#exchange(operations, extraMs));
    // The answers were read with the codecs of these operations, in their places.
    return done as unknown as Promise<Answers<Asked>>;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#ladder.close();
  }

  async #exchange(operations: readonly Operation[], extraMs: Millis): Promise<readonly unknown[]> {
    const { limits, dialect } = this.#options;
    const { timeoutMs } = limits;
    const guards = this.#guards === true;
    const asking = {
      asked: () => namesOf(operations),
      limitMs: timeoutMs + extraMs,
      repeatable: guards || operations.every(isRepeatable),
    };
    let until: Millis | undefined;
    for (;;) {
      const seq = this.#last + 1;
      const numbered = operations.map((operation) => withNumber(operation, seq));
      const message = guards ? dialect.guarded(seq, numbered) : dialect.plain(numbered);
      const replied = await this.#ladder.ask(message, asking);
      const { error, refused, answers } = replied;
      if (refused && error.code === -221) throw this.#countsAnew(replied);
      if (guards ? !refused : error.code === 0 && operations.some(isCounted)) this.#last = seq;
      if (error.code === 0) return answers;
      until ??= this.#clock.now() + timeoutMs;
      if (error.code !== -203 || this.#clock.now() >= until) {
        throw refusedBy(this.name, operations, error);
      }
      await this.#pause(holdPauseMs);
    }
  }

  #countsAnew({ error }: Replied): BenchError {
    return new BenchError(
      'FB_LINK_LOST',
      `${this.name} counts otherwise than before, so that it was restarted or somebody else works there: ${error.text}`,
      { hint: 'one bench at a time; the next scenario begins to count anew' },
    );
  }

  /** A line that is ready; the first one learns whether the controller knows numbered messages. */
  async #openLine(): Promise<Line<Message, Replied>> {
    const line = await this.#options.openLine();
    try {
      if (this.#guards === undefined) {
        const [words] = await this.#greet(line, [{ op: 'capabilities' }]);
        // The controller's words were read by the codec of that operation.
        this.#guards = knownWords(words as readonly string[]).has('ONCE');
        await this.#greet(line, [{ op: 'resetSequence' }]);
        this.#last = 0;
      }
      return line;
    } catch (error) {
      await line.close();
      throw error;
    }
  }

  /**
   * Asks, before the ladder stands, for what may be asked twice: the first answers are part of how long
   * it takes until a connection stands.
   */
  async #greet(
    line: Line<Message, Replied>,
    operations: readonly Operation[],
  ): Promise<readonly unknown[]> {
    const { limits, dialect } = this.#options;
    const until = this.#clock.now() + limits.connectMs;
    let why = 'no answer in time';
    for (let tries = 0; tries < greetings; ) {
      const heard = await line.ask(dialect.plain(operations), limits.connectMs / greetings);
      if (heard.status === 'answered') {
        const { error, answers } = heard.answer;
        if (error.code === 0) return answers;
        if (error.code !== -203 || this.#clock.now() >= until) {
          throw refusedBy(this.name, operations, error);
        }
        await this.#pause(holdPauseMs);
        continue;
      }
      tries += 1;
      if (heard.status === 'closed') {
        throw new BenchError('FB_LINK_OPEN', `${this.name} ended the connection: ${heard.why}`, {
          hint: 'does it take another client, and does it speak SCPI?',
        });
      }
      if (heard.status === 'spoilt') why = heard.why;
    }
    throw new BenchError(
      'FB_LINK_TIMEOUT',
      `${this.name} does not answer "${namesOf(operations)}": ${why}`,
      { hint: 'is it a rig controller, and is the speed of the line right? docs/rigs.md' },
    );
  }

  async #powerCycle(line: Line<Message, Replied>): Promise<void> {
    await this.#greet(line, [{ op: 'resetSequence' }]);
    this.#last = 0;
    await this.#greet(line, [{ op: 'restart' }]);
  }

  #pause(duration: Millis): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#clock.setTimeout(resolve, duration);
    return promise;
  }
}

const isCounted = ({ op }: Operation): boolean => op === 'press' || op === 'touch';

function withNumber(operation: Operation, seq: number): Operation {
  switch (operation.op) {
    case 'press':
      return { op: 'press', seq, key: operation.key };
    case 'touch':
      return { op: 'touch', seq, x: operation.x, y: operation.y };
    default:
      return operation;
  }
}
