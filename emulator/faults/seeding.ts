import { type AnyStateMachine, assign, createMachine } from 'xstate';
import { BenchError, type Screen } from '#core';
import { is400, type Model } from '#models';
import type { MeterFault } from './fault.ts';

type Context = ReturnType<typeof is400.contextOf>;
interface Params {
  readonly field?: unknown;
  readonly [name: string]: unknown;
}

/** What a guard or an action of the chart looks at. */
export interface Moment {
  readonly context: Context;
  readonly event: is400.PanelEvent;
}

export type Guard = (moment: Moment, params: Params) => boolean;
export type Change = (moment: Moment, params: Params) => Partial<Context>;

/** A state of the chart as it is written down. */
export interface StateConfig {
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly always?: unknown;
  readonly invoke?: unknown;
  readonly [part: string]: unknown;
}

type Sources = is400.Is400Model['sources'];

/** A fault in the specification itself. The faulty machine is made once for each model. */
function faultyModel(
  name: string,
  description: string,
  make: (base: is400.Is400Model) => Model,
): MeterFault {
  const made = new Map<string, Model>();
  return {
    name,
    description,
    model: (base) => {
      const known = made.get(base.name);
      if (known) return known;
      if (base.name !== 'is-420' && base.name !== 'is-440') {
        throw new BenchError('FB_UNKNOWN_MODEL', `"${base.name}" cannot have "${name}".`, {
          hint: 'The faults of the catalogue are those of an IS-420 or IS-440.',
        });
      }
      const model = make(is400.is400Model(base.name));
      made.set(base.name, model);
      return model;
    },
  };
}

/** A fault in rules: those that `replace` gives stand in for the real ones. */
export const inRules = (
  name: string,
  description: string,
  replace: (real: is400.Is400Rules, profile: is400.Profile) => Partial<is400.Is400Rules>,
): MeterFault =>
  faultyModel(name, description, (base) =>
    is400.is400Model(base.name, replace(base.sources.rules, base.sources.profile)),
  );

/** A fault in the chart. */
export const inChart = (
  name: string,
  description: string,
  edit: (machine: AnyStateMachine, sources: Sources) => AnyStateMachine,
): MeterFault =>
  faultyModel(name, description, (base) => ({
    ...base,
    chart: () => edit(base.chart(), base.sources),
  }));

/** A fault in what the display shows of a state that is right. */
export const onScreen = (
  name: string,
  description: string,
  show: (screen: Screen, context: Context) => Screen,
): MeterFault =>
  faultyModel(name, description, (base) => ({
    ...base,
    screenOf: (snapshot) => show(base.screenOf(snapshot), is400.contextOf(snapshot)),
  }));

/** A fault in what is read back from the memory as power comes on. */
export const atPowerOn = (
  name: string,
  description: string,
  read: (memory: is400.Memory) => is400.Memory,
): MeterFault =>
  faultyModel(name, description, (base) => ({
    ...base,
    // The base model gives its own memory out as `unknown`.
    parseMemory: (json) => read(base.parseMemory(json) as is400.Memory),
  }));

/** The chart with another answer to one of its questions. */
export function withGuard(
  machine: AnyStateMachine,
  name: string,
  replace: (real: Guard) => Guard,
): AnyStateMachine {
  // All guards of this chart are functions of a moment and their parameters.
  const real = named(machine.implementations.guards, name) as Guard;
  return machine.provide({ guards: { [name]: replace(real) } });
}

/** The chart with another way to change its context. */
export function withAction(
  machine: AnyStateMachine,
  name: string,
  replace: (real: Change) => Change,
): AnyStateMachine {
  return machine.provide({ actions: { [name]: assigning(replace(changeOf(machine, name))) } });
}

/** What an action of the chart changes. */
export function changeOf(machine: AnyStateMachine, name: string): Change {
  const real: unknown = named(machine.implementations.actions, name);
  // Each action of this chart is an `assign` with a function.
  return (real as { readonly assignment: Change }).assignment;
}

/** A change as an action of the chart. */
export const assigning = (change: Change) =>
  assign<Context, is400.PanelEvent, Params | undefined, is400.PanelEvent, never>(
    ({ context, event }, params) => change({ context, event }, params ?? {}),
  );

/** The chart as somebody else would have written it down. */
export const withConfig = (
  machine: AnyStateMachine,
  edit: (config: StateConfig) => StateConfig,
): AnyStateMachine =>
  createMachine(
    edit(machine.config as StateConfig) as AnyStateMachine['config'],
    machine.implementations,
  );

/** A config with one state edited, which is found by the names of the states it lies in. */
export function editState(
  config: StateConfig,
  [name, ...rest]: readonly string[],
  edit: (state: StateConfig) => StateConfig,
): StateConfig {
  if (name === undefined) return edit(config);
  const state = named(config.states ?? {}, name);
  return { ...config, states: { ...config.states, [name]: editState(state, rest, edit) } };
}

/** A config with other transitions on some events of one state. */
export const editEvents = (
  config: StateConfig,
  path: readonly string[],
  events: (on: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): StateConfig =>
  editState(config, path, (state) => ({
    ...state,
    on: { ...state.on, ...events(state.on ?? {}) },
  }));

/** The state of a config at a path. */
export const stateAt = (config: StateConfig, path: readonly string[]): StateConfig =>
  path.reduce((state, name) => named(state.states ?? {}, name), config);

function named<Value>(all: Readonly<Record<string, Value>>, name: string): Value {
  const found = all[name];
  if (found !== undefined) return found;
  throw new BenchError('FB_INTERNAL', `a seeded fault looks for "${name}", which the chart lacks`, {
    hint: `There are: ${Object.keys(all).join(', ')}.`,
  });
}
