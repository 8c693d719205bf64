import {
  type AnyActorLogic,
  type AnyActorScope,
  type AnyMachineSnapshot,
  createActor,
} from 'xstate';
import type { Model } from '#models';

/** The pure transition function of a chart: what an event makes of a snapshot, and nothing else. */
export type Stepper = (
  snapshot: AnyMachineSnapshot,
  event: { readonly type: string },
) => AnyMachineSnapshot;

/**
 * One actor that never starts stands behind every step. XState's own `transition` makes a new one
 * for each call, which costs many times the step itself.
 */
export function stepperOf(model: Model, chart: AnyActorLogic): Stepper {
  const self = createActor(chart, { input: { memory: model.factoryMemory(anyPin), now: 0 } });
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: () => undefined,
    defer: () => undefined,
    emit: () => undefined,
    stopChild: () => undefined,
    actionExecutor: () => undefined,
  };
  return (snapshot, event) => chart.transition(snapshot, event, scope);
}

/** The actor's own memory is never looked at. */
const anyPin = { supervisorPin: '0000' };
