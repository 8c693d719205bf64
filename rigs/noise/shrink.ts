import type { Struck } from './actions.ts';
import { minimalSubset } from './minimal-subset.ts';
import type { NoiseFault, NoisePlan } from './plan.ts';
import { smallerFaults } from './smaller-faults.ts';

/** What came of a run with a plan. */
export interface Trial {
  readonly failed: boolean;
  /** The faults that happened, in their order. */
  readonly struck: readonly Struck[];
}

export interface ShrinkOptions {
  /** How many runs at most; 200 if not given. The smallest plan so far is the answer then. */
  readonly trials?: number;
  /** Hears of each run. */
  readonly onTrial?: (trial: {
    readonly number: number;
    readonly faults: number;
    readonly failed: boolean;
  }) => void;
}

export interface Shrunk {
  /**
   * `smallest`: nothing can be left out or made smaller. `smaller`: the runs were used up.
   * The others leave the plan as it was. `chance`: it failed, but not again with the very faults that
   * had happened. `passes`: it does not fail. `always`: it fails without any fault too.
   */
  readonly status: 'smallest' | 'smaller' | 'chance' | 'passes' | 'always';
  readonly plan: NoisePlan;
  readonly trials: number;
}

/**
 * Makes a plan that fails as small as it gets: the faults that happened as a list of their own, the
 * fewest of them that still fail, then each as early and as small as may be.
 */
export async function shrink(
  plan: NoisePlan,
  run: (plan: NoisePlan) => Promise<Trial>,
  { trials: most = 200, onTrial = () => undefined }: ShrinkOptions = {},
): Promise<Shrunk> {
  let trials = 0;
  const explicit = (faults: readonly NoiseFault[]): NoisePlan => ({
    version: 1,
    description: 'The smallest plan that still fails',
    seed: plan.seed,
    faults: [...faults],
  });
  const attempt = async (tried: NoisePlan): Promise<Trial> => {
    const trial = await run(tried);
    const faults = trial.struck.length;
    onTrial({ number: ++trials, faults, failed: trial.failed });
    return trial;
  };

  const first = await attempt(plan);
  if (!first.failed) return { status: 'passes', plan, trials };
  const happened = first.struck.map(({ fault }) => fault);
  if ((await attempt(explicit([]))).failed) return { status: 'always', plan, trials };
  if (!(await attempt(explicit(happened))).failed) return { status: 'chance', plan, trials };

  let left: readonly NoiseFault[] = happened;
  /** The same question is asked once. */
  const known = new Map<string, boolean>();
  const fails = async (faults: readonly NoiseFault[]): Promise<boolean> => {
    const name = JSON.stringify(faults);
    const before = known.get(name);
    if (before !== undefined || trials >= most) return before ?? false;
    const { failed } = await attempt(explicit(faults));
    known.set(name, failed);
    return failed;
  };

  for (let again = true; again; ) {
    left = await minimalSubset(left, fails);
    const smaller = await lowered(left, fails);
    again = smaller !== left;
    left = smaller;
  }
  return { status: trials < most ? 'smallest' : 'smaller', plan: explicit(left), trials };
}

/** The list with each fault as small as it can be while it fails; the same list when none can. */
async function lowered(
  faults: readonly NoiseFault[],
  fails: (faults: readonly NoiseFault[]) => Promise<boolean>,
): Promise<readonly NoiseFault[]> {
  let left = faults;
  for (let index = 0; index < left.length; index++) {
    for (let fault = left[index]; fault; ) {
      const smaller = await firstThat(smallerFaults(fault), (each) =>
        fails(left.with(index, each)),
      );
      if (smaller) left = left.with(index, smaller);
      fault = smaller;
    }
  }
  return left;
}

async function firstThat<Item>(
  items: Iterable<Item>,
  holds: (item: Item) => Promise<boolean>,
): Promise<Item | undefined> {
  for (const item of items) if (await holds(item)) return item;
  return undefined;
}
