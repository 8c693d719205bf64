import { BenchError, type Meter, VirtualClock } from '#core';
import { createStick, emulatedMeter, faultNamed, type Medium, RamMedium } from '#emulator';
import type { OnLink } from './drivers/link-event.ts';
import type { Rig } from './rig.ts';
import { openServers } from './servers.ts';

export interface OpenOptions {
  /** The name of a seeded firmware fault that the emulated meter has. */
  readonly fault?: string;
  /**
   * Hears how many bytes of non-volatile memory each commit of the emulated meter writes; only
   * where it is in this process.
   */
  readonly onCommit?: (bytes: number) => void;
  /** Hears of every rung that a driver climbs. */
  readonly onLink?: OnLink;
}

/**
 * Opens the meter of a rig for one piece of work; for several `RigSession` keeps the link open. An
 * emulated meter is as new. Errors: those of its link, FB_RIG_…; FB_MISSING_CAPABILITY for a meter
 * that nobody can make as new.
 */
export async function openMeter(rig: Rig, options: OpenOptions = {}): Promise<Meter> {
  if (rig.link.kind === 'in-process') return openInProcess(rig, options);
  const { RigSession } = await import('./rig-session.ts');
  const { onLink, ...opening } = options;
  const session = new RigSession(rig, onLink);
  try {
    const meter = await session.open(rig, { ...opening, closing: session });
    if (typeof meter !== 'string') return meter;
    throw new BenchError('FB_MISSING_CAPABILITY', `This rig cannot be used: ${meter}.`, {
      hint: 'docs/rigs.md: a meter that the rig cannot make as new',
    });
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
}

/** A new emulated meter in this process, in its factory state. */
export async function openInProcess(
  rig: Rig,
  { fault, onCommit }: OpenOptions = {},
): Promise<Meter> {
  const clock = new VirtualClock(Date.parse(`${rig.clock.start}Z`));
  const format = rig.stick && 'format' in rig.stick ? rig.stick.format : undefined;
  const stick = format ? await createStick(clock, { kind: format }) : undefined;
  const { model, ...installation } = rig.meter;
  return emulatedMeter(model, {
    clock,
    ...installation,
    ...(stick ? { stick } : {}),
    ...(rig.pc ? { remoteAccounts: rig.pc.accounts } : {}),
    ...(await openServers(rig)),
    ...(fault === undefined ? {} : { fault: await faultNamed(model, fault) }),
    ...(onCommit ? { medium: heard(new RamMedium(), onCommit) } : {}),
  });
}

const heard = (medium: Medium, onCommit: (bytes: number) => void): Medium => ({
  name: medium.name,
  read: (bank) => medium.read(bank),
  write: (bank, bytes) => {
    onCommit(bytes.length);
    medium.write(bank, bytes);
  },
  close: () => medium.close(),
});
