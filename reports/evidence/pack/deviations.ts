import type { RunFile } from '../../archive/run-file.ts';
import type { RunFacts } from '../run-facts.ts';

/** Something by which a run falls short of its method, or by which its figures must be read with care. */
export interface Deviation {
  readonly code:
    | 'not-concluded'
    | 'seeded-fault'
    | 'dirty-checkout'
    | 'unknown-commit'
    | 'other-judge'
    | 'not-run'
    | 'skipped'
    | 'inconclusive'
    | 'rig-error'
    | 'no-sbom';
  readonly text: string;
}

/** Everything of that kind that a run shows, the gravest first. */
export function deviationsOf(
  { run, counts, state }: RunFacts,
  file: RunFile,
  hasSbom: boolean,
): readonly Deviation[] {
  const found: (Deviation | false)[] = [
    file.state === 'open' && {
      code: 'not-concluded',
      text: `The run was not concluded: its record ends after line ${state.lines}${state.torn ? ', with a line that was torn off' : ''}.`,
    },
    run.fault !== null && {
      code: 'seeded-fault',
      text: `A fault was seeded into the firmware of the emulated meter: ${run.fault}.`,
    },
    run.suite.dirty === true && {
      code: 'dirty-checkout',
      text: 'The checkout of features and program had changes that are in no commit.',
    },
    run.suite.commit === null && {
      code: 'unknown-commit',
      text: 'It is not known which commit the features and the program are of.',
    },
    run.judge !== 'both' && {
      code: 'other-judge',
      text: `Judged by ${run.judge === 'checks' ? 'the checks of the features' : 'the chart'} alone, not by the chart and the checks.`,
    },
    counted('not-run', counts['not run'], 'planned and not carried out'),
    counted('skipped', counts.skipped, 'skipped, with the reasons below'),
    counted('inconclusive', counts.inconclusive, 'inconclusive, with the reasons below'),
    counted('rig-error', counts.error, 'broken off because the rig was wrong'),
    !hasSbom && {
      code: 'no-sbom',
      text: 'No list of software comes with it: it was packed where other versions are installed than the run had.',
    },
  ];
  return found.filter((deviation) => deviation !== false);
}

const counted = (code: Deviation['code'], count: number, what: string): Deviation | false =>
  count > 0 && {
    code,
    text: `${count} ${count === 1 ? 'scenario was' : 'scenarios were'} ${what}.`,
  };
