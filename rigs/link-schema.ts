import { z } from 'zod';

/** A secret in the file itself (emulated meters only), or in a variable of the environment. */
export const secretOf = (text: z.ZodString) =>
  z.union([text, z.strictObject({ env: z.string().min(1) })]);

const port = z.int().min(1).max(65_535);
const usbId = z.int().min(0).max(0xffff);

/** Bytes that get lost and spoilt on purpose on their way; a plan of noise. */
const noise = { noise: z.string().min(1).exactOptional() };

/** How the bench reaches the meter. */
export const linkSchema = z.discriminatedUnion('kind', [
  /** An emulated meter in the bench's own process: nothing lies between. */
  z.strictObject({ kind: z.literal('in-process') }),
  z.strictObject({
    kind: z.literal('tcp'),
    host: z.string().min(1),
    port,
    timeoutMs: z.int().positive().exactOptional(),
    ...noise,
  }),
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().min(1),
    baudRate: z.int().positive().default(115_200),
    timeoutMs: z.int().positive().exactOptional(),
    ...noise,
  }),
  z.strictObject({
    kind: z.literal('usbtmc'),
    vendorId: usbId.default(0x1209),
    productId: usbId.default(0x0001),
    /** The meter's serial number, where several are plugged in. */
    serial: z.string().min(1).exactOptional(),
    timeoutMs: z.int().positive().exactOptional(),
    ...noise,
  }),
  z.strictObject({
    kind: z.literal('ws'),
    url: z.url({ protocol: /^wss?$/ }),
    token: secretOf(z.string().min(1)),
    timeoutMs: z.int().positive().exactOptional(),
    ...noise,
  }),
]);

/** How long the driver bears silence, in milliseconds of the host. */
export const limitsSchema = z.strictObject({
  /** Until an answer. */
  timeoutMs: z.int().positive().exactOptional(),
  /** Until a connection stands. */
  connectMs: z.int().positive().exactOptional(),
  /** The longest wait that is asked for in one message on a meter in the host's time. */
  waitMs: z.int().positive().exactOptional(),
});

/** What a run may use up on this rig; a scenario that would use more is skipped. */
export const budgetsSchema = z.strictObject({
  /** Postage that may be franked. */
  postagePence: z.int().nonnegative().exactOptional(),
  /** How often a PIN may be confirmed. */
  pinAttempts: z.int().nonnegative().exactOptional(),
  /** How often the stick may be written: files by the bench, and each time it goes to the meter. */
  stickWrites: z.int().nonnegative().exactOptional(),
});
