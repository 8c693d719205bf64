import { type Meter, VirtualClock } from '#core';
import {
  createStick,
  emulatedMeter,
  factoryLedgers,
  faultNamed,
  type Medium,
  RamMedium,
} from '#emulator';
import type { DataCentreRig } from './data-centre.ts';
import type { Rig } from './rig.ts';

export interface OpenOptions {
  /** The name of a seeded firmware fault that the emulated meter has. */
  readonly fault?: string;
  /** Hears how many bytes of non-volatile memory each commit of the emulated meter writes. */
  readonly onCommit?: (bytes: number) => void;
}

/** Opens the meter of a rig: for an in-process rig a new emulated meter in its factory state. */
export async function openMeter(rig: Rig, { fault, onCommit }: OpenOptions = {}): Promise<Meter> {
  const clock = new VirtualClock(Date.parse(`${rig.clock.start}Z`));
  const format = rig.stick && 'format' in rig.stick ? rig.stick.format : undefined;
  const stick = format ? await createStick(clock, { kind: format }) : undefined;
  const { model, ...installation } = rig.meter;
  return emulatedMeter(model, {
    clock,
    ...installation,
    ...(stick ? { stick } : {}),
    ...(rig.pc ? { remoteAccounts: rig.pc.accounts } : {}),
    ...(rig.accounting ? await accounting(installation.serial ?? '') : {}),
    ...(rig.dataCentre ? await dataCentre(rig.dataCentre, rig.meter) : {}),
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

// A server costs time to load: only rigs that have one pay.

const accounting = async (serial: string) =>
  (await import('./accounting.ts')).openAccounting(serial);

const dataCentre = async (described: DataCentreRig, { model, ...installation }: Rig['meter']) =>
  (await import('./data-centre.ts')).openDataCentreOf(
    described,
    factoryLedgers(model, installation),
  );
