import type { Frame } from '#core';
import type { OnceStore } from './once-store.ts';
import {
  type AnswerOf,
  type Controller,
  LinkRefusal,
  type Operation,
  type OperationName,
} from './operations.ts';

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

const nothing = (): undefined => undefined;

/** What a controller without a meter answers. */
export const cannedAnswers: { readonly [Name in OperationName]: () => AnswerOf<Name> } = {
  identify: () => ({
    maker: 'Quadient',
    model: 'IS-440',
    serial: '440000123',
    firmware: '1.0.0-emu',
  }),
  restart: nothing,
  capabilities: () => ['KEYPad', 'STICk', 'ONCE'],
  press: nothing,
  touch: nothing,
  sequence: () => 0,
  resetSequence: nothing,
  frameNumber: () => 42,
  screen: () => frame,
  wait: () => 43,
  picture: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  switchPower: nothing,
  powered: () => true,
  plugStick: nothing,
  stickPlace: () => 'meter',
  catalog: () => ({
    used: 8192,
    free: 1_000_000,
    entries: [
      { name: 'a,b "c".CSV', kind: 'file', size: 12 },
      { name: 'REPORTS', kind: 'folder', size: 0 },
    ],
  }),
  readFile: () => Uint8Array.of(0x61, 0x0d, 0x0a, 0x3b),
  writeFile: nothing,
  deleteFile: nothing,
  plugNetwork: nothing,
  plugPrinter: nothing,
  feed: nothing,
  imprint: () => null,
  date: () => ({ year: 2026, month: 1, day: 5 }),
  time: () => ({ hour: 9, minute: 0, second: 0.05 }),
  advance: nothing,
  renew: nothing,
  ledger: () => [],
  cutWhenWriting: nothing,
  protectStick: nothing,
  fillStick: nothing,
  killFile: nothing,
  wearStickOut: nothing,
  stickImage: () => new Uint8Array(512),
  useBusinessManager: nothing,
};

/** A controller without a meter, for tests: it counts as one does, and writes down what it is told. */
export class RecordingController implements Controller {
  readonly carriedOut: Operation[] = [];
  readonly #once: OnceStore;
  /** What operations wait for, if for anything; a refusal in it is thrown. */
  before: (operation: Operation) => Promise<void> | void = () => {};

  constructor(once: OnceStore) {
    this.#once = once;
  }

  async carryOut<Name extends OperationName>(operation: Operation<Name>): Promise<AnswerOf<Name>> {
    // One of the operations, whichever the name; TypeScript cannot follow it through the union.
    const given = operation as Operation;
    await this.before(given);
    if ((given.op === 'press' || given.op === 'touch') && !this.#isNext(given.seq)) {
      return this.#answer(operation);
    }
    if (given.op === 'resetSequence') this.#once.reset();
    this.carriedOut.push(given);
    return this.#answer(operation);
  }

  #answer<Name extends OperationName>({ op }: Operation<Name>): AnswerOf<Name> {
    // The table has an answer of its own for each name.
    return (op === 'sequence' ? this.#once.last : cannedAnswers[op as Name]()) as AnswerOf<Name>;
  }

  #isNext(seq: number): boolean {
    const { last } = this.#once;
    if (seq !== last && seq !== last + 1) {
      throw new LinkRefusal(-221, `the next number is ${last + 1}`);
    }
    this.#once.last = seq;
    return seq !== last;
  }
}
