import type { AnyStateMachine } from 'xstate';
import type { Clock, Peer } from '#core';
import type { connectPlus, Model } from '#models';
import { AccountingSync } from './connect-plus/accounting-sync.ts';
import { connectPlusActors } from './connect-plus/actors.ts';
import { is400Actors } from './is400/actors.ts';
import { onboardingActors } from './onboarding/actors.ts';
import { type Pace, surroundingsOf } from './surroundings.ts';
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
interface Machinery {
  readonly actors: NonNullable<Implementations['actors']>;
  readonly actions: NonNullable<Implementations['actions']>;
  readonly background?: (parts: BackgroundParts) => Background;
}

const machinery: Readonly<Record<Model['family'], Machinery>> = {
  is400: { actors: is400Actors, actions: {} },
  onboarding: { actors: onboardingActors, actions: {} },
  'connect-plus': {
    actors: connectPlusActors,
    actions: { askForUpload: ({ system }) => surroundingsOf(system).askForUpload() },
    background: ({ model, memory, pace, ...parts }) => {
      // Only models of this family come here, and their memory goes out as `unknown`.
      const { profile } = (model as connectPlus.ConnectPlusModel).sources;
      return new AccountingSync({
        ...parts,
        profile,
        latency: pace.callServer,
        memory: () => memory() as connectPlus.Memory,
      });
    },
  },
};

export const machineryOf = (model: Model): Machinery => machinery[model.family];
