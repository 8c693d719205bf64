import type { PlannedScenario, RegisterFigures, RunEntry } from '#core';
import type { RunFile } from '../../archive/run-file.ts';
import type { RunFacts } from '../run-facts.ts';

/** The documents of a pack that follow from the record and `run.json` alone, by file name. */
export const derivedDocuments = (
  facts: RunFacts,
  file: RunFile,
  bytes: RecordBytes,
): Readonly<Record<string, unknown>> => ({
  'chain.json': chainDocument(facts, bytes),
  'dut.json': dutDocument(facts),
  'plan.json': planDocument(facts),
  'rig.json': rigDocument(facts, file),
});

/** How long a record is: its whole lines, and what was torn off behind them. */
export interface RecordBytes {
  readonly whole: number;
  readonly torn: number;
}

interface ChainDocument extends RecordBytes {
  readonly version: 1;
  readonly lines: number;
  /** SHA-256 of the last whole line. */
  readonly head: string;
}

const chainDocument = ({ state }: RunFacts, bytes: RecordBytes): ChainDocument => ({
  version: 1,
  lines: state.lines,
  head: state.head,
  ...bytes,
});

interface DutDocument {
  readonly version: 1;
  readonly target: RunEntry['target'];
  /** In words, for people who do not know what EMULATED stands for. */
  readonly what: string;
  readonly meter: RunEntry['meter'];
  readonly fault: string | null;
  /** As the first scenario that shows them began, and as the last one ended. */
  readonly registers: {
    readonly first: readonly RegisterFigures[] | null;
    readonly last: readonly RegisterFigures[] | null;
  };
}

const dutDocument = ({ run, outcomes }: RunFacts): DutDocument => ({
  version: 1,
  target: run.target,
  what: targetInWords(run),
  meter: run.meter,
  fault: run.fault,
  registers: {
    first: outcomes.find(({ before }) => before)?.before ?? null,
    last: outcomes.findLast(({ after }) => after)?.after ?? null,
  },
});

/** What was tested, so that an emulator can never pass for a machine. */
export const targetInWords = ({ target }: Pick<RunEntry, 'target'>): string =>
  target === 'REAL'
    ? 'A franking machine, worked by a rig.'
    : 'An emulated meter: a program. It is evidence of no machine.';

interface PlanDocument {
  readonly version: 1;
  readonly features: RunEntry['suite']['features'];
  readonly scenarios: readonly PlannedScenario[];
}

const planDocument = ({ run, plan }: RunFacts): PlanDocument => ({
  version: 1,
  features: run.suite.features,
  scenarios: plan,
});

interface RigDocument {
  readonly version: 1;
  readonly target: RunEntry['target'];
  readonly rig: RunEntry['rig'];
  readonly host: RunFile['host'];
  readonly clock: RunEntry['clock'];
  readonly suite: Omit<RunEntry['suite'], 'features'>;
  readonly software: RunEntry['software'];
  readonly judge: RunEntry['judge'];
  readonly seed: string | null;
}

const rigDocument = ({ run }: RunFacts, { host }: RunFile): RigDocument => ({
  version: 1,
  target: run.target,
  rig: run.rig,
  host,
  clock: run.clock,
  suite: { commit: run.suite.commit, dirty: run.suite.dirty },
  software: run.software,
  judge: run.judge,
  seed: run.seed,
});
