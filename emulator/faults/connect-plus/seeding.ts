import * as connectPlus from '#models/connect-plus';
import { type ChangeOf, type GuardOf, type MomentOf, seedingFor } from '../seeding.ts';

interface ConnectPlus {
  readonly model: connectPlus.ConnectPlusModel;
  readonly context: connectPlus.Context;
  readonly event: connectPlus.PanelEvent;
  readonly memory: connectPlus.Memory;
}

export type Moment = MomentOf<ConnectPlus>;
export type Guard = GuardOf<ConnectPlus>;
export type Change = ChangeOf<ConnectPlus>;

export const {
  assigning,
  changeOf,
  inRules,
  inProfile,
  inChart,
  onScreen,
  atPowerOn,
  withGuard,
  withAction,
} = seedingFor<ConnectPlus>({
  name: 'connect-plus',
  make: ({ name }, rules) => connectPlus.connectPlusModel(name, rules),
  contextOf: connectPlus.contextOf,
});

export { editEvents, editState, type StateConfig, stateAt, withConfig } from '../seeding.ts';

/** Transitions of one event, the first of which that may be taken is. */
export type Steps = readonly { readonly guard?: unknown }[];

/** The list of transitions without those that a guard leads to. */
export const without = (steps: unknown, guard: string): Steps =>
  (steps as Steps).filter((step) => step.guard !== guard);
