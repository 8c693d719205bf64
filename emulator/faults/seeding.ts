import { type AnyMachineSnapshot, type AnyStateMachine, assign, createMachine } from 'xstate';
import { BenchError, type Screen } from '#core';
import type { Model } from '#models';
import type { MeterFault } from './fault.ts';

interface Params {
  readonly field?: unknown;
  readonly [name: string]: unknown;
}

/** A state of the chart as it is written down. */
export interface StateConfig {
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly always?: unknown;
  readonly invoke?: unknown;
  readonly [part: string]: unknown;
}

/** What the machines of a family are made of, as faults take hold of it. */
export interface Kind {
  readonly model: Model & {
    readonly sources: { readonly rules: object; readonly profile: object };
  };
  readonly context: object;
  readonly event: { readonly type: string };
  readonly memory: unknown;
}

type Rules<K extends Kind> = K['model']['sources']['rules'];

/** What a guard or an action of the chart looks at. */
export interface MomentOf<K extends Kind> {
  readonly context: K['context'];
  readonly event: K['event'];
}

export type GuardOf<K extends Kind> = (moment: MomentOf<K>, params: Params) => boolean;
export type ChangeOf<K extends Kind> = (
  moment: MomentOf<K>,
  params: Params,
) => Partial<K['context']>;

/** How a machine of the family is made, and what it has to do with others. */
interface Family<K extends Kind> {
  readonly name: Model['family'];
  /** A machine of its own, with some of its rules replaced. */
  readonly make: (base: K['model'], rules?: Partial<Rules<K>>) => K['model'];
  readonly contextOf: (snapshot: AnyMachineSnapshot) => K['context'];
}

/** Ways to seed a fault into machines of one family. */
export function seedingFor<K extends Kind>(family: Family<K>) {
  /** A fault in the specification itself. The faulty machine is made once for each model. */
  function faultyModel(
    name: string,
    description: string,
    make: (base: K['model']) => Model,
  ): MeterFault {
    const made = new Map<string, Model>();
    return {
      name,
      description,
      model: (base) => {
        const known = made.get(base.name);
        if (known) return known;
        if (base.family !== family.name) {
          throw new BenchError('FB_UNKNOWN_MODEL', `"${base.name}" cannot have "${name}".`, {
            hint: `That is a fault of the family ${family.name}.`,
          });
        }
        // A model of this family is one of these.
        const model = make(family.make(base as K['model']));
        made.set(base.name, model);
        return model;
      },
    };
  }

  /** A change as an action of the chart. */
  const assigning = (change: ChangeOf<K>) =>
    assign<K['context'], K['event'], Params | undefined, K['event'], never>(
      ({ context, event }, params) => change({ context, event }, params ?? {}),
    );

  /** What an action of the chart changes. */
  function changeOf(machine: AnyStateMachine, name: string): ChangeOf<K> {
    const real: unknown = named(machine.implementations.actions, name);
    // Each action of these charts is an `assign` with a function.
    return (real as { readonly assignment: ChangeOf<K> }).assignment;
  }

  return {
    assigning,
    changeOf,

    /** A fault in rules: those that `replace` gives stand in for the real ones. */
    inRules: (
      name: string,
      description: string,
      replace: (real: Rules<K>, profile: K['model']['sources']['profile']) => Partial<Rules<K>>,
    ): MeterFault =>
      faultyModel(name, description, (base) =>
        family.make(base, replace(base.sources.rules, base.sources.profile)),
      ),

    /** A fault in the lengths, times or prices that what works behind the chart goes by. */
    inProfile: (
      name: string,
      description: string,
      change: (
        profile: K['model']['sources']['profile'],
      ) => Partial<K['model']['sources']['profile']>,
    ): MeterFault =>
      faultyModel(name, description, (base) => {
        const { profile } = base.sources;
        return {
          ...base,
          sources: { ...base.sources, profile: { ...profile, ...change(profile) } },
        };
      }),

    /** A fault in the chart. */
    inChart: (
      name: string,
      description: string,
      edit: (machine: AnyStateMachine, sources: K['model']['sources']) => AnyStateMachine,
    ): MeterFault =>
      faultyModel(name, description, (base) => ({
        ...base,
        chart: () => edit(base.chart(), base.sources),
      })),

    /** A fault in what the display shows of a state that is right. */
    onScreen: (
      name: string,
      description: string,
      show: (screen: Screen, context: K['context']) => Screen,
    ): MeterFault =>
      faultyModel(name, description, (base) => ({
        ...base,
        screenOf: (snapshot) => show(base.screenOf(snapshot), family.contextOf(snapshot)),
      })),

    /** A fault in what is read back from the memory as power comes on. */
    atPowerOn: (
      name: string,
      description: string,
      read: (memory: K['memory']) => K['memory'],
    ): MeterFault =>
      faultyModel(name, description, (base) => ({
        ...base,
        // The base model gives its own memory out as `unknown`.
        parseMemory: (json) => read(base.parseMemory(json) as K['memory']),
      })),

    /** The chart with another answer to one of its questions. */
    withGuard: (
      machine: AnyStateMachine,
      name: string,
      replace: (real: GuardOf<K>) => GuardOf<K>,
    ): AnyStateMachine => {
      // All guards of these charts are functions of a moment and their parameters.
      const real = named(machine.implementations.guards, name) as GuardOf<K>;
      return machine.provide({ guards: { [name]: replace(real) } });
    },

    /** The chart with another way to change its context. */
    withAction: (
      machine: AnyStateMachine,
      name: string,
      replace: (real: ChangeOf<K>) => ChangeOf<K>,
    ): AnyStateMachine =>
      machine.provide({ actions: { [name]: assigning(replace(changeOf(machine, name))) } }),
  };
}

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
