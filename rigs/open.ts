import { type Meter, VirtualClock } from '#core';
import { createStick, emulatedMeter, factoryLedgers, faultNamed } from '#emulator';
import type { DataCentreRig } from './data-centre.ts';
import type { Rig } from './rig.ts';

export interface OpenOptions {
  /** The name of a seeded firmware fault that the emulated meter has. */
  readonly fault?: string;
}

/** Opens the meter of a rig: for an in-process rig a new emulated meter in its factory state. */
export async function openMeter(rig: Rig, { fault }: OpenOptions = {}): Promise<Meter> {
  const clock = new VirtualClock(Date.parse(`${rig.clock.start}Z`));
  const stick = rig.stick ? await createStick(clock, { kind: rig.stick.format }) : undefined;
  const { model, ...installation } = rig.meter;
  return emulatedMeter(model, {
    clock,
    ...installation,
    ...(stick ? { stick } : {}),
    ...(rig.pc ? { remoteAccounts: rig.pc.accounts } : {}),
    ...(rig.accounting ? await accounting(installation.serial ?? '') : {}),
    ...(rig.dataCentre ? await dataCentre(rig.dataCentre, rig.meter) : {}),
    ...(fault === undefined ? {} : { fault: await faultNamed(model, fault) }),
  });
}

// A server costs time to load: only rigs that have one pay.

const accounting = async (serial: string) =>
  (await import('./accounting.ts')).openAccounting(serial);

const dataCentre = async (described: DataCentreRig, { model, ...installation }: Rig['meter']) =>
  (await import('./data-centre.ts')).openDataCentreOf(
    described,
    factoryLedgers(model, installation),
  );
