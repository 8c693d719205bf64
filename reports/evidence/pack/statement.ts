import type { RunEntry, Sha256 } from '#core';
import type { RunFile } from '../../archive/run-file.ts';
import type { Outcome, RunFacts } from '../run-facts.ts';
import { type Deviation, deviationsOf } from './deviations.ts';
import { targetInWords } from './documents.ts';

export const statementType = 'https://in-toto.io/Statement/v1';
export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

/** Where our own part of the predicate stands: the standard has neither skipped nor inconclusive. */
export const extensionKey = 'urn:frankbench:run:v1';

interface Resource {
  readonly name: string;
  readonly digest: { readonly sha256: Sha256 };
}

interface Extension {
  readonly target: RunEntry['target'];
  readonly what: string;
  readonly run: Pick<RunFile, 'id' | 'rig' | 'number' | 'previous' | 'began' | 'ended' | 'state'>;
  readonly verdict: RunFile['verdict'];
  readonly counts: RunFacts['counts'];
  readonly skippedTests: readonly string[];
  readonly inconclusiveTests: readonly string[];
  readonly errorTests: readonly string[];
  readonly notRunTests: readonly string[];
  readonly fault: string | null;
  readonly judge: RunEntry['judge'];
  readonly deviations: readonly Deviation[];
  readonly record: { readonly lines: number; readonly head: Sha256 };
  /** When it was packed, as the signer says; `null` when nobody said. */
  readonly packed: string | null;
  readonly key: Sha256;
}

/** An in-toto Statement v1 with the predicate test-result v0.1: what the signer stands for. */
export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly Resource[];
  readonly predicateType: typeof predicateType;
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly Resource[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
    readonly [extensionKey]: Extension;
  };
}

/** What a statement is made of. */
export interface Stated {
  readonly facts: RunFacts;
  readonly file: RunFile;
  /** SHA-256 of the files of the pack, by path. */
  readonly digests: ReadonlyMap<string, Sha256>;
  readonly packed: string | null;
  /** The fingerprint of the key that signs. */
  readonly key: Sha256;
}

const subjects = ['record.ndjson', 'run.json', 'dut.json'];
const configuration = ['plan.json', 'rig.json', 'sbom.cdx.json', 'lab.json'];

export function statementOf({ facts, file, digests, packed, key }: Stated): Statement {
  const { run, outcomes, counts, state } = facts;
  const resources = (names: readonly string[]): readonly Resource[] =>
    names.flatMap((name) => {
      const sha256 = digests.get(name);
      return sha256 === undefined ? [] : [{ name, digest: { sha256 } }];
    });
  const named = (chosen: (outcome: Outcome) => boolean): readonly string[] =>
    outcomes.filter(chosen).map(({ id }) => id);
  const deviations = deviationsOf(facts, file, digests.has('sbom.cdx.json'));
  return {
    _type: statementType,
    subject: resources(subjects),
    predicateType,
    predicate: {
      result: resultOf(file, deviations),
      configuration: [
        ...resources(configuration),
        ...run.suite.features.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
      ],
      passedTests: named(({ verdict, warned }) => verdict === 'passed' && !warned),
      warnedTests: named(({ verdict, warned }) => verdict === 'passed' && warned),
      failedTests: named(({ verdict }) => verdict === 'failed'),
      [extensionKey]: {
        target: run.target,
        what: targetInWords(run),
        run: pickRun(file),
        verdict: file.verdict,
        counts,
        skippedTests: named(({ verdict }) => verdict === 'skipped'),
        inconclusiveTests: named(({ verdict }) => verdict === 'inconclusive'),
        errorTests: named(({ verdict }) => verdict === 'error'),
        notRunTests: notRun(facts),
        fault: run.fault,
        judge: run.judge,
        deviations,
        record: { lines: state.lines, head: state.head },
        packed,
        key,
      },
    },
  };
}

/**
 * PASSED only where everything that was planned has passed or was skipped, with nothing to say
 * against it; WARNED where there is; FAILED for all else, and for a run that was not concluded.
 */
function resultOf(
  { state, verdict }: RunFile,
  deviations: readonly Deviation[],
): Statement['predicate']['result'] {
  if (state !== 'concluded' || verdict !== 'passed') return 'FAILED';
  return deviations.length === 0 ? 'PASSED' : 'WARNED';
}

/** What was planned and has no verdict, also where it had begun. */
export function notRun({ plan, outcomes }: RunFacts): readonly string[] {
  const concluded = new Set(
    outcomes.flatMap(({ id, verdict }) => (verdict === 'incomplete' ? [] : [id])),
  );
  return plan.flatMap(({ id }) => (concluded.has(id) ? [] : [id]));
}

const pickRun = ({
  id,
  rig,
  number,
  previous,
  began,
  ended,
  state,
}: RunFile): Extension['run'] => ({
  ...{ id, rig, number, previous, began, ended, state },
});
