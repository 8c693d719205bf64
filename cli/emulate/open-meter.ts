import { existsSync } from 'node:fs';
import { BenchError, type Millis, VirtualClock } from '#core';
import {
  createStick,
  type EmulatedMeter,
  emulatedMeter,
  FileMedium,
  faultNamed,
  loadImage,
  NonVolatileMemory,
  type UsbStick,
} from '#emulator';
import type { ServerAt } from '#emulator/link';
import { is400, type Model, modelNamed } from '#models';
import { peerAt } from './peer-at.ts';

/** An emulated meter as the command line asks for it. Paths are absolute. */
export interface MeterOptions {
  readonly model: string;
  readonly start: Millis;
  readonly supervisorPin?: string;
  readonly creditPence?: number;
  readonly memory?: string;
  readonly stick?: string;
  readonly fault?: string;
  /** The accounting server of a Connect+. */
  readonly server?: ServerAt;
  readonly dataCentre?: ServerAt;
}

/** A meter that is switched on, its stick outside. */
export interface OpenedMeter {
  readonly model: Model;
  readonly meter: EmulatedMeter;
  readonly clock: VirtualClock;
  readonly stick: UsbStick;
  /** What the person should know from the start. */
  readonly notes: readonly string[];
}

/** The supervisor's PIN of a new meter when none is given. */
export const usualPin = '1234';

/** What the PC application has when "Remote Account Management" calls it. */
const pcAccounts: readonly is400.RemoteAccount[] = [
  { number: '900', name: 'Head Office', active: true },
  { number: '901', name: 'Warehouse', active: true },
  { number: '902', name: 'Old Archive', active: false },
];

/** Switches on an emulated meter. Errors: FB_UNKNOWN_MODEL, FB_MEMORY_FILE, FB_STICK_FILE. */
export async function openMeter(options: MeterOptions): Promise<OpenedMeter> {
  const { model: name, start, supervisorPin, creditPence, fault, stick: image } = options;
  const model = modelNamed(name);
  const clock = new VirtualClock(start);
  const loaded = image !== undefined && existsSync(image) ? loadImage(image) : undefined;
  const stick = await createStick(clock, loaded ? { kind: 'copy', of: loaded } : { kind: 'FAT16' });
  // A path that cannot be written is found out now, not when the work is done.
  if (image !== undefined && !loaded) await stick.save(image);
  await stick.plug('out');
  const medium = options.memory === undefined ? undefined : new FileMedium(options.memory);
  try {
    const known = medium !== undefined && (await isKnown(medium, name));
    const meter = emulatedMeter(name, {
      clock,
      supervisorPin: supervisorPin ?? usualPin,
      ...(creditPence === undefined ? {} : { creditPence }),
      stick,
      remoteAccounts: pcAccounts,
      ...(options.server ? { peer: await peerAt(options.server) } : {}),
      ...(options.dataCentre ? { dataCentrePeer: await peerAt(options.dataCentre) } : {}),
      ...(medium ? { medium } : {}),
      ...(fault === undefined ? {} : { fault: await faultNamed(name, fault) }),
    });
    return { model, meter, clock, stick, notes: notesFor(options, known) };
  } catch (error) {
    medium?.close();
    throw error;
  }
}

export const isIs400 = (name: string): name is is400.Is400Name => name in is400.profiles;

/** Whether the memory has been used; one that is not this machine's is refused (FB_MEMORY_FILE). */
async function isKnown(medium: FileMedium, model: string): Promise<boolean> {
  const stored = new NonVolatileMemory(medium).load();
  if (stored === undefined) return false;
  try {
    await modelNamed(model).checkMemory(stored);
    return true;
  } catch (cause) {
    throw new BenchError('FB_MEMORY_FILE', `the memory ${medium.name} is not that of an ${model}`, {
      hint: 'name another file for a meter as new',
      context: { memory: medium.name, model },
      cause,
    });
  }
}

/** A PIN that was given is never said. */
function notesFor(options: MeterOptions, known: boolean): readonly string[] {
  const given = options.supervisorPin !== undefined || options.creditPence !== undefined;
  if (known && given) return ['The memory was there before: its PIN and its credit hold.'];
  if (known) return ['The memory was there before.'];
  return options.supervisorPin === undefined && isIs400(options.model)
    ? [`Supervisor PIN: ${usualPin}`]
    : [];
}

/** Switches a meter off, lets go of its memory and saves its stick; every part, whatever fails. */
export async function putAway(
  { meter, stick }: Pick<OpenedMeter, 'meter' | 'stick'>,
  image: string | undefined,
): Promise<void> {
  try {
    await meter[Symbol.asyncDispose]();
  } finally {
    await stick.plug('out');
    if (image !== undefined) await stick.save(image);
  }
}
