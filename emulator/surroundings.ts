import type { ActorSystem, ActorSystemInfo } from 'xstate';
import { BenchError, type Clock, type Millis, type Peer } from '#core';
import type { is400 } from '#models';
import type { MeterFault, StickSocket } from './faults/fault.ts';
import type { Work } from './work.ts';

/** The PC application that manages accounts, as the meter reaches it over the network. */
export interface PcApplication {
  /** Its account list, or `undefined` when it cannot be reached. */
  accounts(): readonly is400.RemoteAccount[] | undefined;
}

/** How long the machine is busy with its surroundings; assumed, see `docs/fidelity.md`. */
export interface Pace {
  readonly readKey: Millis;
  readonly writeKey: Millis;
  readonly callPc: Millis;
  readonly callServer: Millis;
  readonly print: Millis;
}

export const usualPace: Pace = {
  readKey: 800,
  writeKey: 2000,
  callPc: 4000,
  callServer: 2000,
  print: 5000,
};

/** What is around a running meter: its time, its USB socket, its network. */
export interface Surroundings {
  readonly clock: Clock;
  readonly pace: Pace;
  /** The stick that is in the socket or could be. */
  readonly stick: () => { readonly meter: StickSocket } | undefined;
  readonly pc: PcApplication;
  /** The Data Centre, as far as the network reaches. */
  readonly dataCentre: () => Peer | undefined;
  /** Whether a document printer is attached and ready. */
  readonly printer: () => boolean;
  /** What is wrong with how this meter makes the files of reports. */
  readonly reportFile?: MeterFault['reportFile'];
  /** Work that takes time of the host and none of the meter. */
  readonly work: Work;
}

interface Surrounded extends Surroundings {
  /** What the meter calls itself in files. */
  readonly maker: string;
  /** Asks for an upload to the server of the machine, if it has one. */
  readonly askForUpload: () => void;
  /** Takes note of what an answer has changed. */
  readonly settle: () => void;
}

type System = ActorSystem<ActorSystemInfo>;

const bySystem = new WeakMap<System, Surrounded>();

/** Tells the actors of a meter what is around it: a chart is shared, its surroundings are not. */
export function surround(system: System, surroundings: Surrounded): void {
  bySystem.set(system, surroundings);
}

/** What is around the meter whose actor system this is. */
export function surroundingsOf(system: System): Surrounded {
  const found = bySystem.get(system);
  if (!found) throw new BenchError('FB_INTERNAL', 'a chart runs with nothing around it');
  return found;
}
