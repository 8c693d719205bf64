import { type Meter, VirtualClock } from '#core';
import {
  createStick,
  emulatedMeter,
  faultNamed,
  loadMachine,
  type Medium,
  RamMedium,
} from '#emulator/any-machine';
import type { Rig } from './rig.ts';
import { openServers } from './servers.ts';

export interface InProcessOptions {
  /** The name of a seeded firmware fault that the emulated meter has. */
  readonly fault?: string;
  /**
   * Hears how many bytes of non-volatile memory each commit of the emulated meter writes; only
   * where it is in this process.
   */
  readonly onCommit?: (bytes: number) => void;
}

/** A new emulated meter in this process, in its factory state. */
export async function openInProcess(
  rig: Rig,
  { fault, onCommit }: InProcessOptions = {},
): Promise<Meter> {
  await loadMachine(rig.meter.model);
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
