import { writeFileSync } from 'node:fs';
import { BenchError } from '#core';
import { loadRig, type Rig } from '#rigs';
import {
  loadNoisePlan,
  Noise,
  type NoisePlan,
  putNoise,
  type Shrunk,
  type Struck,
  shrink,
  type Trial,
  writeNoisePlan,
} from '#rigs/noise';
import { loadSuite, type Suite } from '../mutants/suite.ts';
import type { Shell } from '../shell.ts';

export interface ShrinkRequest {
  readonly features: readonly string[];
  readonly plan: string;
  readonly rig: string;
  readonly trials: number;
  /** Where the plan is written; it is printed when not given. Paths are absolute. */
  readonly out?: string;
}

/**
 * Makes the plan under which the features fail on the rig as small as it gets, and writes it.
 * Errors: FB_NOISE_PLAN, FB_RIG_FILE, FB_FEATURE_FILE, FB_NO_SCENARIO; FB_USAGE when there is nothing to
 * shrink.
 */
export async function runShrink(shell: Shell, request: ShrinkRequest): Promise<void> {
  const plan = loadNoisePlan(request.plan);
  const rig = loadRig(request.rig, shell.env);
  if (rig.link.kind === 'in-process') {
    throw new BenchError('FB_USAGE', `${request.rig}: its meter has no link to put noise on`, {
      hint: 'a rig whose link is tcp, serial, usbtmc or ws is wanted',
    });
  }
  const suite = await loadSuite({ root: shell.root.href, features: request.features, rig });
  const shrunk = await shrink(plan, (tried) => trialOf(suite, rig, tried), {
    trials: request.trials,
    onTrial: ({ number, faults, failed }) =>
      shell.print(`${number}: ${faultCount(faults)}, ${failed ? 'fails' : 'passes'}`),
  });
  const problem = problemOf(shrunk, request.plan);
  if (problem) throw problem;
  const text = writeNoisePlan(shrunk.plan);
  if (request.out === undefined) shell.print(text);
  else writeFileSync(request.out, text);
  const whole =
    shrunk.status === 'smallest' ? 'nothing can be left out' : 'more trials may find less';
  shell.print(`${faultCount(shrunk.plan.faults.length)} after ${shrunk.trials} runs: ${whole}`);
}

const faultCount = (count: number): string => (count === 1 ? '1 fault' : `${count} faults`);

/** Runs the features once with the plan on the link; a scenario that is not passed or skipped fails. */
async function trialOf(suite: Suite, rig: Rig, plan: NoisePlan): Promise<Trial> {
  const struck: Struck[] = [];
  putNoise(rig.link, new Noise(plan, (each) => struck.push(each)));
  let failed = false;
  await suite.run({
    judge: 'both',
    endAt: ({ verdict }) => {
      failed ||= verdict !== 'passed' && verdict !== 'skipped';
      return failed;
    },
  });
  return { failed, struck };
}

function problemOf({ status }: Shrunk, plan: string): BenchError | undefined {
  switch (status) {
    case 'smallest':
    case 'smaller':
      return undefined;
    case 'passes':
      return new BenchError('FB_USAGE', `the features do not fail under ${plan}`, {
        hint: 'another seed or a higher rate in the plan may do it',
      });
    case 'always':
      return new BenchError('FB_USAGE', 'the features fail without any noise too', {
        hint: '"frankbench run" says why',
      });
    case 'chance':
      return new BenchError(
        'FB_USAGE',
        `the features failed under ${plan}, but not again with the same faults`,
        { hint: 'something else than the noise decides: the time that the host takes, for one' },
      );
    default:
      return status satisfies never;
  }
}
