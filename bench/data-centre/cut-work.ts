import { BenchError, type DataCentreControl, type Meter, type Millis, minutes } from '#core';
import { type Model, modelNamed } from '#models';
import { type OpenOptions, openMeter, type Rig } from '#rigs';
import { Bench, type Judge } from '../bench.ts';
import type { PlanStore } from '../planner.ts';
import { type Specification, specificationOf } from '../shadow-model.ts';

/** What all the meters of one rig have in common: made once. */
export interface CutBank {
  readonly rig: Rig;
  readonly model: Model;
  readonly specification: Specification;
  readonly plans: PlanStore;
  readonly judge: Judge;
}

/** Nothing is plugged into the meters that these operations do not need. */
export function cutBank(
  { stick: _stick, pc: _pc, accounting: _server, ...rig }: Rig,
  judge: Judge,
): CutBank {
  const model = modelNamed(rig.meter.model);
  return { rig, model, specification: specificationOf(model), plans: new Map(), judge };
}

/** A meter of its own with its Data Centre, on a bench. */
export interface CutWork extends AsyncDisposable {
  readonly meter: Meter;
  readonly bench: Bench;
  readonly dataCentre: DataCentreControl;
}

/** Longer than any message takes. */
export const oneMessage: Millis = minutes(5);

export async function openWork(
  { rig, model, specification, plans, judge }: CutBank,
  options: OpenOptions,
  wrap: (meter: Meter) => Meter = (meter) => meter,
): Promise<CutWork> {
  const meter = wrap(await openMeter(rig, options));
  const { dataCentre } = meter;
  if (!dataCentre) {
    throw new BenchError('FB_MISSING_CAPABILITY', 'This rig has no Data Centre.', {
      hint: 'Give the rig file "dataCentre: { kind: in-process }".',
    });
  }
  const { model: _name, ...installation } = rig.meter;
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...installation, serial: meter.identity.serial }),
    credentials: { supervisor: rig.meter.supervisorPin },
    specification,
    plans,
    judge,
  });
  await bench.begin();
  return {
    meter,
    bench,
    dataCentre,
    [Symbol.asyncDispose]: () => meter[Symbol.asyncDispose](),
  };
}
