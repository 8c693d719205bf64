import { z } from 'zod';
import { frameSchema, imprintSchema, ledgerSchema } from '../answers.ts';
import type { AnswerOf, Operation, OperationName } from '../operations.ts';
import { renewalSchema } from '../renewal.ts';
import { lastSequence } from '../scpi/command-table.ts';
import { messageLimits } from '../scpi/splitters.ts';
import { stickPlaceNames } from '../stick-places.ts';
import { base64Bytes } from './base64.ts';

const count = z.int().nonnegative();
const seq = z.int().min(1).max(lastSequence);
const pixel = z.number().min(0).max(65_535);
const path = z
  .string()
  .max(1024)
  .regex(/^\P{Cc}*$/u);
const file = path.min(1);
const on = z.boolean();
const stickPlace = z.enum(stickPlaceNames);

const plain = <Name extends OperationName>(op: Name) => z.strictObject({ op: z.literal(op) });

/** Every operation as JSON; the limits are those of the SCPI form. */
const operationSchemas = [
  plain('identify'),
  plain('restart'),
  plain('capabilities'),
  plain('press').extend({ seq, key: z.string().regex(/^\w{1,32}$/) }),
  plain('touch').extend({ seq, x: pixel, y: pixel }),
  plain('sequence'),
  plain('resetSequence'),
  plain('frameNumber'),
  plain('screen'),
  plain('wait').extend({ frame: count, ms: z.number().min(0).max(2_147_483_647) }),
  plain('picture'),
  plain('switchPower').extend({ on }),
  plain('powered'),
  plain('plugStick').extend({ place: stickPlace }),
  plain('stickPlace'),
  plain('catalog').extend({ folder: path.exactOptional() }),
  plain('readFile').extend({ path: file }),
  plain('writeFile').extend({ path: file, bytes: base64Bytes(messageLimits.blocks) }),
  plain('deleteFile').extend({ path: file }),
  plain('plugNetwork').extend({ on }),
  plain('plugPrinter').extend({ on }),
  plain('feed').extend({ grams: z.number().min(0).max(100_000).exactOptional() }),
  plain('imprint'),
  plain('date'),
  plain('time'),
  plain('advance').extend({ seconds: z.number().min(0).max(315_576_000) }),
  plain('renew').extend({ renewal: renewalSchema }),
  plain('ledger'),
  plain('cutWhenWriting').extend({ bytes: count }),
  plain('protectStick').extend({ on }),
  plain('fillStick').extend({ bytesFree: count }),
  plain('killFile').extend({ path: file }),
  plain('wearStickOut'),
  plain('stickImage'),
  plain('useBusinessManager').extend({ on }),
] as const;

/** One operation in a request of the web socket. */
export const operationSchema: z.ZodType<Operation> = z.discriminatedUnion('op', operationSchemas);

const nothing = z.null().transform(() => undefined);
const bytes = base64Bytes(1024 * 1024 * 1024);

/** What each operation answers, as JSON. */
export const answerSchemas: { readonly [Name in OperationName]: z.ZodType<AnswerOf<Name>> } = {
  identify: z.object({
    maker: z.string(),
    model: z.string(),
    serial: z.string(),
    firmware: z.string(),
  }),
  restart: nothing,
  capabilities: z.array(z.string()),
  press: nothing,
  touch: nothing,
  sequence: count,
  resetSequence: nothing,
  frameNumber: count,
  screen: frameSchema,
  wait: count,
  picture: bytes,
  switchPower: nothing,
  powered: z.boolean(),
  plugStick: nothing,
  stickPlace,
  catalog: z.object({
    used: count,
    free: count,
    entries: z.array(z.object({ name: z.string(), kind: z.enum(['file', 'folder']), size: count })),
  }),
  readFile: bytes,
  writeFile: nothing,
  deleteFile: nothing,
  plugNetwork: nothing,
  plugPrinter: nothing,
  feed: nothing,
  imprint: imprintSchema,
  date: z.object({
    year: z.int(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  time: z.object({
    hour: z.int().min(0).max(23),
    minute: z.int().min(0).max(59),
    second: z.number().min(0).lt(61),
  }),
  advance: nothing,
  renew: nothing,
  ledger: ledgerSchema,
  cutWhenWriting: nothing,
  protectStick: nothing,
  fillStick: nothing,
  killFile: nothing,
  wearStickOut: nothing,
  stickImage: bytes,
  useBusinessManager: nothing,
};
