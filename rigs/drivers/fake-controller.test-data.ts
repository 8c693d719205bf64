import type { Frame } from '#core';
import {
  type AnswerOf,
  type Controller,
  DialectSession,
  LinkRefusal,
  MessageSplitter,
  OnceStore,
  type Operation,
  type OperationName,
} from '#protocol';
import { type ByteCarrier, Ears } from './byte-carrier.ts';

/** What happens to one message on its way; nothing when left out. */
export interface Mishap {
  /** Bytes from the bench: what arrives of them. */
  readonly toMeter?: (bytes: Uint8Array) => readonly Uint8Array[];
  /** Bytes from the meter: what arrives of them. */
  readonly toBench?: (bytes: Uint8Array) => readonly Uint8Array[];
  /** The cable is cut once so many bytes have gone either way. */
  readonly cutAfter?: number;
}

/** A rig controller in memory, whose connections have mishaps by a plan: one for each connection. */
export class FakeController {
  readonly once = new OnceStore();
  /** How often it was connected to. */
  connections = 0;
  /** How often a device clear was asked for. */
  clears = 0;
  /** True while nobody can connect. */
  unplugged = false;
  /** Who carries out what arrives. */
  controller: Controller = new Notebook(this.once, []);
  readonly #mishaps: readonly Mishap[];

  constructor(mishaps: readonly Mishap[] = []) {
    this.#mishaps = mishaps;
  }

  readonly connect = async (): Promise<ByteCarrier> => {
    if (this.unplugged) throw new Error('nothing is plugged in');
    const mishap = this.#mishaps[this.connections] ?? {};
    this.connections += 1;
    const session = new DialectSession({
      controller: this.controller,
      once: this.once,
      client: `client ${this.connections}`,
      lock: { owner: () => '', take: () => undefined, release: () => undefined },
    });
    const splitter = new MessageSplitter();
    const ears = new Ears();
    let left = mishap.cutAfter ?? Number.POSITIVE_INFINITY;
    /** What of the bytes goes through before the cable is cut. */
    const through = (bytes: Uint8Array): Uint8Array => {
      const whole = bytes.subarray(0, Math.max(0, left));
      left -= bytes.length;
      return whole;
    };
    const cut = (): void => {
      if (left < 0) ears.end(new Error('the cable was cut'));
    };
    const answer = (bytes: Uint8Array): void => {
      if (bytes.length === 0) return;
      for (const part of mishap.toBench?.(bytes) ?? [bytes]) ears.hear(through(part));
      cut();
    };
    return {
      name: 'fake',
      send: async (bytes) => {
        for (const part of mishap.toMeter?.(bytes) ?? [bytes]) {
          for (const found of splitter.push(through(part))) {
            if (found.kind === 'overrun') session.overrun();
            else Promise.resolve(session.message(found.bytes)).then(answer, cut);
          }
        }
        cut();
      },
      listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
      clear: async () => {
        this.clears += 1;
        session.clear();
      },
      close: async () => ears.end(),
    };
  };
}

const frame: Frame = {
  v: 1,
  frame: 42,
  display: 'lcd',
  title: 'Account List',
  rows: [{ text: 'Add Account', role: 'item', selected: true }],
  more: { above: false, below: true },
  busy: false,
  beeps: 0,
  language: 'en-GB',
};

/** A controller without a meter: it counts as one does, and writes down what it is told. */
export class Notebook implements Controller {
  readonly done: Operation[] = [];
  /** Refuses what it is to refuse, by throwing. */
  refuse: (operation: Operation) => void = () => undefined;
  readonly #once: OnceStore;
  readonly #words: readonly string[];

  constructor(once: OnceStore, words: readonly string[]) {
    this.#once = once;
    this.#words = words;
  }

  /** The keys that were pressed, in their order. */
  get keys(): readonly string[] {
    return this.done.flatMap((each) => (each.op === 'press' ? [each.key] : []));
  }

  async carryOut<Name extends OperationName>(asked: Operation<Name>): Promise<AnswerOf<Name>> {
    // One of the operations, whichever the name; TypeScript cannot follow it through the union.
    const operation = asked as Operation;
    this.refuse(operation);
    if (operation.op === 'press') this.#count(operation);
    else this.done.push(operation);
    if (operation.op === 'resetSequence') this.#once.reset();
    const answers: Partial<{ [Each in OperationName]: AnswerOf<Each> }> = {
      capabilities: this.#words,
      sequence: this.#once.last,
      frameNumber: this.keys.length,
      // Every key is seen.
      screen: { ...frame, frame: this.keys.length },
      imprint: null,
    };
    // What is asked for in the tests is in the table.
    return answers[asked.op as Name] as AnswerOf<Name>;
  }

  #count(press: Operation<'press'>): void {
    if (press.seq === this.#once.last) return;
    if (press.seq !== this.#once.last + 1) throw new LinkRefusal(-221);
    this.#once.last = press.seq;
    this.done.push(press);
  }
}
