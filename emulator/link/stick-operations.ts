import { BenchError } from '#core/errors';
import { LinkRefusal, type OperationName } from '#protocol';
import type { StickReason, UsbStick } from '../stick/index.ts';
import type { Carried } from './emulated-controller.ts';
import type { Slot } from './slot.ts';

/** Questions about the stick. */
export const stickQueries = {
  stickPlace: (_, slot) => stickOf(slot).place(),
  catalog: ({ folder }, slot) => done(() => stickOf(slot).catalog(folder)),
  readFile: ({ path }, slot) => done(() => stickOf(slot).read(path)),
  stickImage: (_, slot) => stickOf(slot).faults.image(),
} satisfies Partial<Carried<OperationName>>;

/** What changes the stick, or where it is. */
export const stickChanges = {
  plugStick: ({ place }, slot) => stickOf(slot).plug(place),
  writeFile: ({ path, bytes }, slot) => done(() => stickOf(slot).write(path, bytes)),
  deleteFile: ({ path }, slot) => done(() => stickOf(slot).remove(path)),
  protectStick: ({ on }, slot) => stickOf(slot).faults.writeProtect(on),
  fillStick: ({ bytesFree }, slot) => {
    if (!(bytesFree >= 0)) throw new LinkRefusal(-222, 'bytes');
    return done(() => stickOf(slot).faults.fill(bytesFree));
  },
  killFile: ({ path }, slot) => done(() => stickOf(slot).faults.killSectorsOf(path)),
  wearStickOut: (_, slot) => done(() => stickOf(slot).faults.killFreeSectors()),
} satisfies Partial<Carried<OperationName>>;

function stickOf({ stick }: Slot): UsbStick {
  if (stick) return stick;
  throw new LinkRefusal(-113, 'there is no STICk here');
}

const codes: Readonly<Record<StickReason, number>> = {
  absent: -252,
  pulled: -252,
  'write-protected': -258,
  full: -254,
  unreadable: -250,
  exists: -250,
  denied: -250,
  missing: -256,
};

/** Does something on the stick; what it refuses becomes a refusal of the link. */
async function done<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    if (error.code === 'FB_STICK_NOT_AT_HOST') throw new LinkRefusal(-221, firstLine(error));
    if (error.code !== 'FB_STICK_FILE') throw error;
    const { reason } = error.context;
    const code = isReason(reason) ? codes[reason] : -257;
    throw new LinkRefusal(code, isReason(reason) ? reason : firstLine(error));
  }
}

const isReason = (reason: unknown): reason is StickReason =>
  typeof reason === 'string' && reason in codes;

const firstLine = ({ message }: BenchError): string => message.split('\n')[0] ?? '';
