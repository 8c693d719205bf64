import * as is400 from '#models/is400';
import { type ChangeOf, type GuardOf, type MomentOf, seedingFor } from '../seeding.ts';

interface Is400 {
  readonly model: is400.Is400Model;
  readonly context: ReturnType<typeof is400.contextOf>;
  readonly event: is400.PanelEvent;
  readonly memory: is400.Memory;
}

export type Moment = MomentOf<Is400>;
export type Guard = GuardOf<Is400>;
export type Change = ChangeOf<Is400>;

export const { assigning, changeOf, inRules, inChart, onScreen, atPowerOn, withGuard, withAction } =
  seedingFor<Is400>({
    name: 'is400',
    make: ({ name }, rules) => is400.is400Model(name, rules),
    contextOf: is400.contextOf,
  });

export { editEvents, editState, type StateConfig, stateAt, withConfig } from '../seeding.ts';
