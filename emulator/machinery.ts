import type { AnyStateMachine } from 'xstate';
import type { Clock, Peer } from '#core';
import type { Model } from '#models';
import { loadModel } from '#models/any-machine';
import type { Pace } from './surroundings.ts';
import type { Work } from './work.ts';

/** What a machine does by itself while people work at its panel. */
export interface Background {
  /** Something has changed at the meter. */
  look(): void;
  /** The panel asks for it now. */
  ask(): void;
  /** The power goes. */
  stop(): void;
}

export interface BackgroundParts {
  readonly model: Model;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly work: Work;
  readonly peer: () => Peer | undefined;
  readonly memory: () => unknown;
  readonly tell: (event: { readonly type: string }) => void;
}

type Implementations = Parameters<AnyStateMachine['provide']>[0];

/** What runs behind the chart of a family of machines. */
export interface Machinery {
  readonly actors: NonNullable<Implementations['actors']>;
  readonly actions: NonNullable<Implementations['actions']>;
  readonly background?: (parts: BackgroundParts) => Background;
}

/** By the family of the machine, loaded when there is one of it. */
const families: Readonly<
  Record<Model['family'], () => Promise<{ readonly machinery: Machinery }>>
> = {
  is400: () => import('./is400/machinery.ts'),
  onboarding: () => import('./onboarding/machinery.ts'),
  'connect-plus': () => import('./connect-plus/machinery.ts'),
};

const known = new Map<Model['family'], Machinery>();

/** Notes what runs behind the charts of a family. */
export function learnMachinery(family: Model['family'], machinery: Machinery): void {
  known.set(family, machinery);
}

/** Loads all that it takes to emulate the machine of that name. Errors: `FB_UNKNOWN_MODEL`. */
export async function loadMachine(name: string): Promise<void> {
  const { family } = await loadModel(name);
  if (known.has(family)) return;
  const { machinery } = await families[family]();
  learnMachinery(family, machinery);
}

/** What runs behind the chart of a model, which was loaded. */
export function machineryOf({ name, family }: Model): Machinery {
  const machinery = known.get(family);
  if (!machinery) throw new Error(`the ${name} is emulated before it is loaded`);
  return machinery;
}
