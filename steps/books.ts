import type { ShownRegisters } from '#bench';
import type { DataCentreControl, MeterAtDataCentre, Pence, RegisterReading } from '#core';
import type { FrankbenchWorld } from './world.ts';

/** The books of both sides at one moment: what the panel shows, and what the Data Centre knows. */
export interface Books {
  readonly shown: ShownRegisters;
  readonly meter: MeterAtDataCentre;
  readonly messages: number;
  /** Frames that had been seen by then. */
  readonly frames: number;
}

/** The rig's hold on the Data Centre. */
export const dataCentreOf = ({ bench }: FrankbenchWorld): DataCentreControl =>
  bench.need('data-centre', bench.meter.dataCentre);

/** Reads the books of both sides. */
export async function readBooks(world: FrankbenchWorld): Promise<Books> {
  const shown = await world.funds.registers();
  const server = dataCentreOf(world);
  return {
    shown,
    meter: server.meter(),
    messages: server.messages(),
    frames: world.bench.frames.length,
  };
}

/** The books as a Given left them. */
export async function notedBooks(world: FrankbenchWorld): Promise<Books> {
  world.books ??= await readBooks(world);
  return world.books;
}

/** How the registers differ from those that were noted: `funds` came in, `postage` was used. */
export async function expectRegisters(
  world: FrankbenchWorld,
  { funds = 0, postage = 0, items = 0 }: { funds?: Pence; postage?: Pence; items?: number },
): Promise<void> {
  const { shown } = await notedBooks(world);
  const expected: ShownRegisters = {
    ascending: shown.ascending + postage,
    descending: shown.descending + funds - postage,
    controlTotal: shown.controlTotal + funds,
    items: shown.items + items,
  };
  world.bench.expectSame('registers', expected, await world.funds.registers());
}

/** What a panel would show of registers as they were reported. */
export const shownOf = (reading: RegisterReading | null): ShownRegisters | undefined =>
  reading === null
    ? undefined
    : {
        ascending: reading.ascending,
        descending: reading.descending,
        controlTotal: reading.controlTotal,
        items: reading.items + reading.zeroItems,
      };
