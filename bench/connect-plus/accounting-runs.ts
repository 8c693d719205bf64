import { BenchError, isMeterFault, type Meter, randomFrom, type Seed } from '#core';
import { type Model, modelNamed } from '#models';
import { openMeter, type Rig } from '#rigs';
import { Bench, type Judge } from '../bench.ts';
import type { PlanStore } from '../planner.ts';
import { noRecord, type Recorder } from '../run-record.ts';
import { type Specification, specificationOf } from '../shadow-model.ts';
import { AccountingWork, type WorkKind } from './accounting-work.ts';
import type { Charges } from './server.ts';

/** What became of one run of random work. */
export interface AccountingRun {
  /** Alone, it makes the same run again: `--seed N --count 1`. */
  readonly seed: Seed;
  readonly done: ReadonlyMap<WorkKind, number>;
  readonly used: Charges;
  readonly transactions: number;
  /** Messages that the accounting server got. */
  readonly messages: number;
  /** What does not agree. */
  readonly problem: string | null;
}

export interface AccountingRunsOptions {
  readonly rig: Rig;
  readonly seed: Seed;
  readonly count: number;
  /** A firmware fault that the meters have: what the runs find out then shows what they are worth. */
  readonly fault?: string;
  /** `both` also compares every frame with the chart. */
  readonly judge?: Judge;
  /** How much is done in one run. */
  readonly steps?: number;
  readonly recorder?: Recorder;
}

interface Bank {
  readonly model: Model;
  readonly specification: Specification;
  readonly plans: PlanStore;
}

/**
 * Random work at emulated Connect+ machines: mail, moves, synchronisation, time that passes, and faults
 * of network, power and server. When all is uploaded, what was done, the registers, a report and the
 * accounting server must agree to the penny, account by account: nothing doubled, nothing lost.
 */
export async function accountingRuns(options: AccountingRunsOptions): Promise<AccountingRun[]> {
  const model = modelNamed(options.rig.meter.model);
  const bank = { model, specification: specificationOf(model), plans: new Map() };
  const runs: AccountingRun[] = [];
  for (let index = 0; index < options.count; index += 1) {
    runs.push(await oneRun(options, bank, options.seed + index));
  }
  return runs;
}

async function oneRun(
  options: AccountingRunsOptions,
  bank: Bank,
  seed: Seed,
): Promise<AccountingRun> {
  const { rig, fault, steps = 30 } = options;
  await using meter = await openMeter(rig, fault === undefined ? {} : { fault });
  const bench = await benchFor(options, bank, meter);
  const random = randomFrom(seed);
  const work = new AccountingWork(bench, random);
  let step = 0;
  let problems: readonly string[];
  let transactions = 0;
  try {
    await work.begin();
    for (; step < steps; step += 1) await work.step();
    await work.end();
    problems = await disagreements(work);
    transactions = (await work.panel.transactions.all()).length;
  } catch (error) {
    // A machine whose lists are not what they should be loses the way.
    if (!(error instanceof BenchError)) throw error;
    if (!isMeterFault(error.code) && error.code !== 'FB_NO_PATH') throw error;
    problems = [error.message];
  }
  return {
    seed,
    done: work.done,
    used: work.used,
    transactions,
    messages: meter.accounting?.messages() ?? 0,
    problem:
      problems.length > 0 ? `seed ${seed}, step ${step} of ${steps}: ${problems.join('; ')}` : null,
  };
}

async function benchFor(
  { rig, judge = 'both', recorder = noRecord }: AccountingRunsOptions,
  { model, specification, plans }: Bank,
  meter: Meter,
): Promise<Bench> {
  const { model: _name, ...installation } = rig.meter;
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...installation, serial: meter.identity.serial }),
    credentials: {},
    specification,
    plans,
    judge,
    recorder,
  });
  await bench.begin();
  return bench;
}

const asText = ({ pieces, postage }: Charges): string => `${pieces} pieces, ${postage} p`;

/** Where what was done, the registers, the report and the server differ. */
async function disagreements({ panel, charged, used }: AccountingWork): Promise<readonly string[]> {
  const funds = await panel.mail.funds();
  const reported = await panel.server.reported();
  const figures = panel.server.control.figures();
  const atServer = new Map<string, Charges>([
    ...figures.accounts.map(
      ({ name, pieces, postage, fees }) => [name, { pieces, postage: postage + fees }] as const,
    ),
    ['No account', chargesOf(figures.withoutAccount)],
  ]);
  const names = new Set([...charged.keys(), ...reported.keys(), ...atServer.keys()]);
  const nothing = { pieces: 0, postage: 0 };
  const differing = [...names].flatMap((name) => {
    const [done, report, server] = [charged, reported, atServer].map((side) =>
      asText(side.get(name) ?? nothing),
    );
    return done === report && done === server
      ? []
      : [`${name}: franked ${done}, reported ${report}, at the server ${server}`];
  });
  const registers = { pieces: funds.pieces, postage: funds.ascending };
  const totals = { 'the registers': registers, 'the server': panel.server.totals() };
  return [
    ...differing,
    ...Object.entries(totals)
      .filter(([, total]) => asText(total) !== asText(used))
      .map(([who, total]) => `franked ${asText(used)}, ${who} say ${asText(total)}`),
    ...(funds.ascending + funds.descending === funds.controlTotal
      ? []
      : [`the control total is ${funds.controlTotal}`]),
  ];
}

const chargesOf = (one: { pieces: number; postage: number; fees: number }): Charges => ({
  pieces: one.pieces,
  postage: one.postage + one.fees,
});
