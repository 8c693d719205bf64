import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply, readReplyAnswer, readRequest, writeReply, writeRequest } from './json/index.ts';
import type { AnswerOf, Operation, OperationName, ParamsOf } from './operations.ts';
import { bytesOf, concat, inBytes, join } from './scpi/bytes.ts';
import {
  commandOf,
  commandTable,
  MessageSplitter,
  parseProgramMessage,
  ResponseSplitter,
  readAnswer,
  readOperation,
  splitElements,
  writeOperation,
} from './scpi/index.ts';

const none = fc.constant({});
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const seq = fc.integer({ min: 1, max: 2_147_483_647 });
const pixel = fc.nat({ max: 65_535 });
const on = fc.record({ on: fc.boolean() });
const bytes = fc.uint8Array({ maxLength: 300 });
const withBytes = fc.oneof(
  bytes,
  fc.string({ unit: fc.constantFrom('\n', '\r', ';', ',', '"', "'", '#', '1', '0') }).map(bytesOf),
);
/** Texts without control characters and with everything else that a reader could trip over. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', "'", ',', ';', '#', '1', ':', 'é', '☃'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  })
  .filter((value) => !/\p{Cc}/u.test(value) && value.isWellFormed());
const file = text.filter(({ length }) => length > 0).map((path) => ({ path }));
const thousandths = (max: number) => fc.nat({ max }).map((value) => value / 1000);
const place = fc.constantFrom('meter' as const, 'host' as const, 'out' as const);

const renewal = fc.record(
  {
    version: fc.constant(1 as const),
    model: fc.constantFrom('is-440', 'connect-plus'),
    start: fc.constant('2026-01-05T09:00:00'),
    serial: fc.string({ minLength: 1 }).filter((value) => value.isWellFormed()),
    creditPence: fc.nat(),
    stick: fc.constantFrom('FAT16' as const, 'FAT32' as const),
    accounting: fc.record({ url: fc.constant('http://127.0.0.1:4000/'), token: fc.constant('t') }),
  },
  { requiredKeys: ['version', 'model', 'start'] },
);

const params: { readonly [Name in OperationName]: fc.Arbitrary<ParamsOf<Name>> } = {
  identify: none,
  restart: none,
  capabilities: none,
  press: fc.record({
    seq,
    key: fc
      .stringMatching(/^[A-Z0-9_]{1,32}$/)
      .filter((key) => !/^_/.test(key) && /^([A-Z]|\d+$)/.test(key)),
  }),
  touch: fc.record({ seq, x: pixel, y: pixel }),
  sequence: none,
  resetSequence: none,
  frameNumber: none,
  screen: none,
  wait: fc.record({ frame: count, ms: fc.nat({ max: 2_147_483_647 }) }),
  picture: none,
  switchPower: on,
  powered: none,
  plugStick: fc.record({ place }),
  stickPlace: none,
  catalog: fc.record({ folder: text }, { requiredKeys: [] }),
  readFile: file,
  writeFile: fc.tuple(file, withBytes).map(([{ path }, content]) => ({ path, bytes: content })),
  deleteFile: file,
  plugNetwork: on,
  plugPrinter: on,
  feed: fc.record({ grams: thousandths(100_000_000) }, { requiredKeys: [] }),
  imprint: none,
  date: none,
  time: none,
  advance: fc.record({ seconds: thousandths(2 ** 31) }),
  renew: fc.record({ renewal }),
  ledger: none,
  cutWhenWriting: fc.record({ bytes: count }),
  protectStick: on,
  fillStick: fc.record({ bytesFree: count }),
  killFile: file,
  wearStickOut: none,
  stickImage: none,
  useBusinessManager: on,
};

const anyText = fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed());
const row = fc.record(
  {
    text: anyText,
    role: fc.constantFrom('item' as const, 'button' as const, 'error' as const),
    selected: fc.boolean(),
    checked: fc.boolean(),
    rect: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
  },
  { requiredKeys: ['text', 'role'] },
);
const frame = fc.record(
  {
    v: fc.constant(1 as const),
    frame: fc.nat(),
    display: fc.constantFrom('lcd' as const, 'touch' as const, 'off' as const),
    title: anyText,
    rows: fc.array(row, { maxLength: 4 }),
    more: fc.record({ above: fc.boolean(), below: fc.boolean() }),
    field: fc.record({
      label: anyText,
      value: anyText,
      maxLength: fc.nat(),
      secret: fc.boolean(),
      mode: fc.constantFrom('digits' as const, 'upper' as const, 'accents' as const),
    }),
    busy: fc.boolean(),
    beeps: fc.nat(),
    language: fc.constantFrom('en-GB', 'fr-CA', ''),
  },
  { requiredKeys: ['v', 'frame', 'display', 'title', 'rows', 'more', 'busy', 'beeps', 'language'] },
);
const nothing = fc.constant(undefined);
const idText = fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/);
const money = fc.integer();

const answers: { readonly [Name in OperationName]: fc.Arbitrary<AnswerOf<Name>> } = {
  identify: fc.record({ maker: idText, model: idText, serial: idText, firmware: idText }),
  restart: nothing,
  capabilities: fc.array(fc.stringMatching(/^[A-Z]{1,4}[a-z0-9]{0,6}$/)),
  press: nothing,
  touch: nothing,
  sequence: count,
  resetSequence: nothing,
  frameNumber: count,
  screen: frame,
  wait: count,
  picture: withBytes,
  switchPower: nothing,
  powered: fc.boolean(),
  plugStick: nothing,
  stickPlace: place,
  catalog: fc.record({
    used: count,
    free: count,
    entries: fc.array(
      fc.record({
        name: text,
        kind: fc.constantFrom('file' as const, 'folder' as const),
        size: count,
      }),
      { maxLength: 5 },
    ),
  }),
  readFile: withBytes,
  writeFile: nothing,
  deleteFile: nothing,
  plugNetwork: nothing,
  plugPrinter: nothing,
  feed: nothing,
  imprint: fc.option(
    fc.record({ value: money, item: fc.nat(), date: anyText, specimen: fc.boolean() }),
  ),
  date: fc.record({
    year: fc.integer({ min: 1970, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  time: fc.record({
    hour: fc.nat({ max: 23 }),
    minute: fc.nat({ max: 59 }),
    second: thousandths(59_999),
  }),
  advance: nothing,
  renew: nothing,
  ledger: fc.array(
    fc.record({
      serial: anyText,
      registers: fc.record({
        ascending: money,
        descending: money,
        controlTotal: money,
        items: money,
        zeroItems: money,
      }),
      sequence: money,
      refilled: money,
      status: fc.constantFrom('in service' as const, 'withdrawn' as const),
      leaving: money,
      waiting: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  cutWhenWriting: nothing,
  protectStick: nothing,
  fillStick: nothing,
  killFile: nothing,
  wearStickOut: nothing,
  stickImage: withBytes,
  useBusinessManager: nothing,
};

const names = Object.keys(commandTable) as OperationName[];

/** An operation of a name, and any answer to it; both as plain objects. */
const asked = (name: OperationName): fc.Arbitrary<readonly [Operation, unknown]> =>
  fc
    .tuple<[object, unknown]>(params[name], answers[name])
    // The params are those of the operation's name.
    .map(([given, answer]) => [{ op: name, ...given } as Operation, answer]);

/** The same value with ordinary prototypes all the way down. */
function ordinary(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(ordinary);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ordinary(each)]));
}

const unsplit = (line: Uint8Array): Uint8Array => {
  const [message] = new MessageSplitter().push(concat([line, bytesOf('\r\n')]));
  if (message?.kind !== 'message') throw new Error('no message');
  return message.bytes;
};

describe.each(names)('%s', (name) => {
  test('is read from SCPI as it was written', async () => {
    await fc.assert(
      fc.property(asked(name), ([operation]) => {
        const [command, ...more] = parseProgramMessage(unsplit(inBytes(writeOperation(operation))));
        if (command?.kind !== 'command') throw new Error('no command');
        expect(more).toEqual([]);
        expect(ordinary(readOperation(command))).toEqual(ordinary(operation));
      }),
    );
  });

  test('is answered in SCPI so that its answer is read as it was written', async () => {
    await fc.assert(
      fc.property(asked(name), ([operation, answer]) => {
        // The answer is one of the operation's name.
        const written = commandOf(operation).answer.write(answer as never);
        if (!commandTable[name].query) {
          expect(written.length).toBe(0);
          return;
        }
        const error = '0,"No error"';
        const line = inBytes(join([written, `${error}\n`], ';'));
        const [whole, ...lines] = new ResponseSplitter().push(line);
        expect(lines).toEqual([]);
        const [element, ...rest] = splitElements(whole ?? new Uint8Array());
        expect(rest.length).toBe(1);
        expect(ordinary(readAnswer(operation, element ?? { fields: [] }))).toEqual(
          ordinary(answer),
        );
      }),
    );
  });

  test('is read from a request as it was written, and its answer from a reply', async () => {
    await fc.assert(
      fc.property(asked(name), fc.nat(), ([operation, answer], id) => {
        const read = readRequest(writeRequest({ id, once: 7, do: [operation] }));
        expect(ordinary(read)).toEqual({
          kind: 'request',
          request: { id, once: 7, do: [ordinary(operation)] },
        });
        const reply = readReply(writeReply({ id, answers: [answer], error: null }));
        if (reply.kind !== 'reply') throw new Error('no reply');
        expect(reply).toMatchObject({ id, error: null });
        expect(ordinary(readReplyAnswer(operation, reply.answers[0]))).toEqual(ordinary(answer));
      }),
    );
  });
});

test('operations joined on one line are read one after another', async () => {
  const any = fc.oneof(...names.map(asked)).map(([operation]) => operation);
  await fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (operations) => {
      const line = unsplit(inBytes(join(operations.map(writeOperation), ';')));
      const read = parseProgramMessage(line).map((unit) =>
        unit.kind === 'command' ? readOperation(unit) : unit.refusal,
      );
      expect(read.map(ordinary)).toEqual(operations.map(ordinary));
    }),
  );
});
