import { BenchError, type LedgerFigures } from '#core';
import type { Rig } from '#rigs';
import type { Judge } from '../bench.ts';
import { beginningCuts, type CutKind, type CutStep, cutKinds } from './cut-kinds.ts';
import type { CutOperation, Recovery } from './cut-operations.ts';
import { type CutBank, type CutWork, cutBank, openWork } from './cut-work.ts';
import { type Uncut, uncut } from './uncut.ts';

/** One cell of the table: a cut at a step of an operation, and what came of it. */
export interface CutCell {
  readonly model: string;
  readonly operation: string;
  readonly step: CutStep;
  readonly cut: CutKind;
  readonly recovery: Recovery;
  /**
   * When the operation had happened: by the first look at the panel, by the next call, or only once
   * it was asked for again.
   */
  readonly happened: 'at once' | 'next call' | 'again' | null;
  /** What must not be; `null` where all is as it must be. */
  readonly problem: string | null;
}

export interface CutOptions {
  readonly rig: Rig;
  readonly operations: readonly CutOperation[];
  /** A firmware fault that the meters have: what the cuts find out then shows what they are worth. */
  readonly fault?: string;
  /** `both`, the usual one, also compares every frame with the chart. */
  readonly judge?: Judge;
}

/**
 * Cuts operations of a machine at every message and every commit, in every way, and judges what is
 * left: the books at every moment, then whether it has happened once or not at all, and at last
 * whether it can be brought to its end. Each cell has a meter and a Data Centre of its own.
 */
export async function* cuts(options: CutOptions): AsyncGenerator<CutCell> {
  const { rig, operations, fault, judge = 'both' } = options;
  const bank = cutBank(rig, judge);
  for (const operation of operations) {
    const known = await uncut(cutBank(rig, 'both'), operation);
    for (const step of known.steps) {
      for (const cut of step.message < 0 ? beginningCuts : cutKinds) {
        for (const recovery of operation.recoveries) {
          const outcome = await oneCell(bank, fault, { operation, known, step, cut, recovery });
          const { name: model } = bank.model;
          yield { model, operation: operation.name, step, cut, recovery, ...outcome };
        }
      }
    }
  }
}

interface Cell {
  readonly operation: CutOperation;
  readonly known: Uncut;
  readonly step: CutStep;
  readonly cut: CutKind;
  readonly recovery: Recovery;
}

type Outcome = Pick<CutCell, 'happened' | 'problem'>;

async function oneCell(bank: CutBank, fault: string | undefined, cell: Cell): Promise<Outcome> {
  await using work = await openWork(bank, fault === undefined ? {} : { fault });
  const { operation, step, cut } = cell;
  try {
    await operation.prepare(work);
    await comeTo(work, step);
    await cut.cut(work, step);
    return { happened: await recovered(work, cell), problem: null };
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    return { happened: null, problem: error.message };
  }
}

/** Presses what begins the call, and lets its messages pass up to the one that is cut. */
async function comeTo({ bench }: CutWork, { presses, message }: CutStep): Promise<void> {
  if (message < 0) return;
  await bench.pressAll(presses);
  for (let passed = 0; passed < message; passed += 1) await bench.awaitFrame(60_000);
}

/** Goes on as a person would, and looks again and again. When the operation had happened. */
async function recovered(work: CutWork, cell: Cell): Promise<NonNullable<CutCell['happened']>> {
  const { bench } = work;
  const { operation, cut, recovery } = cell;
  const said = await endOf(work, cell);
  if (cut.meanwhile && said !== 'done') {
    cut.meanwhile(work);
    bench.expectSame('trying again', 'failed', (await operation.again(work)).status);
  }
  await cut.mend?.(work);
  const first = await happened(work, cell);
  // Who reads "done" is content, and who reads "failed" tries again.
  if (said === 'done') bench.expectSame('done, as the panel said', true, first);
  else if (said !== undefined && operation.isMoney)
    bench.expectSame('done, though the panel said otherwise', false, first);
  if (recovery === 'synchronises' || first) {
    bench.expectSame('synchronisation', 'done', (await operation.synchronise(work)).status);
    await expectSettled(work);
    const second = await happened(work, cell);
    if (first) bench.expectSame('still happened', true, second);
    if (second) return first ? 'at once' : 'next call';
  }
  bench.expectSame(operation.name, 'done', (await operation.again(work)).status);
  await expectSettled(work);
  bench.expectSame('brought to its end', true, await happened(work, cell));
  return 'again';
}

/** What the panel says of the call that was cut; `undefined` where the power went. */
async function endOf(work: CutWork, { operation }: Cell): Promise<string | undefined> {
  const { bench } = work;
  if (bench.frame.display !== 'off') return (await operation.finish(work)).status;
  await bench.powerOn();
  return undefined;
}

/** Looks at the panel: it shows one of a few things, or the cell is bad. */
async function happened({ bench, ...work }: CutWork, { operation, known }: Cell): Promise<boolean> {
  const seen = await operation.look({ bench, ...work });
  const { before, after } = known;
  const expected = [before, ...(operation.between?.(before) ?? []), after];
  bench.check(operation.name, expected.includes(seen), expected.join(' or '), seen);
  return seen === after;
}

/** Nothing is on its way any more, and both sides have the same figures. */
async function expectSettled({ bench, meter, dataCentre }: CutWork): Promise<void> {
  for (const ledger of (await meter.ledger?.figures()) ?? []) {
    const { serial, waiting, leaving } = ledger;
    bench.expectSame('on its way', { waiting: false, leaving: 0 }, { waiting, leaving });
    const { sequence, controlTotal } = dataCentre.meter(serial);
    bench.expectSame('fund messages', figuresOf(ledger), { sequence, controlTotal });
  }
}

const figuresOf = ({ sequence, registers }: LedgerFigures) => ({
  sequence,
  controlTotal: registers.controlTotal,
});
