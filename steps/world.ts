import {
  After,
  AfterStep,
  Before,
  BeforeStep,
  setDefaultTimeout,
  setWorldConstructor,
  World,
} from '@cucumber/cucumber';
import type { Bench, CallResult, connectPlus, FundsPanel, is400, onboarding } from '#bench';
import { currentSession } from '#bench/any-machine';
import { BenchError, type Imprint, type Millis, type Pence, type Table } from '#core';
import type { Books } from './books.ts';
import { keywordOf } from './keyword.ts';

/** Why scenarios were not run to their end. */
const skips = new WeakMap<FrankbenchWorld, string>();

/** Who works the machines of a family, each at its own panel. */
interface Worker {
  readonly panel: (bench: Bench) => unknown;
  readonly funds?: (bench: Bench) => FundsPanel;
}

const workers = new Map<string, Worker>();

/** Says who works the machines of a family: its own steps do, which are loaded for no other. */
export function workedBy(family: string, worker: Worker): void {
  workers.set(family, worker);
}

/** What the steps of one scenario share. */
export class FrankbenchWorld extends World {
  #bench: Bench | undefined;
  #panel: unknown;
  #funds: FundsPanel | undefined;
  /** The Account List as a Given left it: what "unchanged" means. */
  accounts: readonly is400.AccountRow[] = [];
  operators: readonly string[] = [];
  /** The registers as a Given left them: what "unchanged" means. */
  registers: is400.Funds | undefined;
  /** The last file that was put on or taken from the stick. */
  file: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  imprint: Imprint | undefined;
  /** A report as it was read from the display. */
  report: Table | undefined;
  /** The books of the meter and of the Data Centre as a Given left them. */
  books: Books | undefined;
  /** The values of pieces that were franked one after the other. */
  pieces: readonly Pence[] = [];
  /** What came of the last call to the Data Centre. */
  callResult: CallResult | undefined;
  /** When the meter was last inspected. */
  inspected: Millis | undefined;
  /** What the first step that failed has thrown. */
  failure: unknown;
  /** What the stick held as it went into the meter: files with their bytes, or what they are in words. */
  stick: ReadonlyMap<string, Uint8Array | string> = new Map();

  get bench(): Bench {
    if (this.#bench) return this.#bench;
    throw new BenchError('FB_INTERNAL', 'a step ran before its meter was opened');
  }

  // Of these each is asked for by the steps of its own family, which are loaded for no other.

  get is400(): is400.OperatorPanel {
    return this.#worked as is400.OperatorPanel;
  }

  get connectPlus(): connectPlus.ConnectPlusPanel {
    return this.#worked as connectPlus.ConnectPlusPanel;
  }

  get onboarding(): onboarding.OnboardingPanel {
    return this.#worked as onboarding.OnboardingPanel;
  }

  get shownReport(): Table {
    if (this.report) return this.report;
    throw new BenchError('FB_FEATURE_FILE', 'No report was read from the display before.', {
      hint: 'A step "it was read from the display" comes first.',
    });
  }

  /** The funds of the machine on the rig, as a person works them. */
  get funds(): FundsPanel {
    if (this.#funds) return this.#funds;
    const make = this.#worker.funds;
    if (!make) {
      throw new BenchError('FB_INTERNAL', `nobody works the funds of a ${this.bench.model.name}`);
    }
    this.#funds = make(this.bench);
    return this.#funds;
  }

  /** Takes note of how the meter stands: what "unchanged" means from here on. */
  remember({ accounts, operators, funds }: is400.Standing): void {
    this.accounts = accounts;
    this.operators = operators;
    this.registers = funds;
  }

  use(bench: Bench): void {
    this.#bench = bench;
  }

  /** The machine on the rig at its panel. */
  get #worked(): unknown {
    this.#panel ??= this.#worker.panel(this.bench);
    return this.#panel;
  }

  get #worker(): Worker {
    const { family, name } = this.bench.model;
    const worker = workers.get(family);
    if (worker) return worker;
    throw new BenchError('FB_INTERNAL', `no steps say who works the panel of a ${name}`);
  }
}

setWorldConstructor(FrankbenchWorld);

// A meter of a rig takes its own time; each wait for it has its own limit.
setDefaultTimeout(-1);

Before<FrankbenchWorld>(async function ({ pickle }) {
  const scenario = {
    id: `${pickle.uri}:${pickle.location?.line ?? 0}`,
    name: pickle.name,
    tags: pickle.tags.map((tag) => tag.name),
  };
  const opened = await currentSession()
    .open(scenario)
    .catch((error: unknown) => {
      // The runner does not hand the error of a hook over.
      this.failure = error;
      throw error;
    });
  if (typeof opened === 'string') {
    skips.set(this, opened);
    return 'skipped';
  }
  this.use(opened);
  return undefined;
});

BeforeStep(({ gherkinDocument, pickleStep }) =>
  currentSession().step(keywordOf(gherkinDocument, pickleStep.astNodeIds), pickleStep.text),
);

AfterStep<FrankbenchWorld>(function ({ error }) {
  if (!error) return;
  this.failure ??= error;
  this.bench.note({ type: 'step-failed' });
});

/** What is wrong with a step that could not be run, by the runner's word for it. */
const unfitStep: Readonly<Record<string, string>> = {
  UNDEFINED: 'no step definition fits',
  AMBIGUOUS: 'more than one step definition fits',
  PENDING: 'is not written yet',
};

After<FrankbenchWorld>(async function ({ error, result }) {
  const skipped = skips.get(this);
  const unfit = unfitStep[result?.status ?? ''];
  const unfitError =
    unfit === undefined
      ? undefined
      : new BenchError('FB_FEATURE_FILE', `The scenario has a step that ${unfit}.`, {
          hint: 'The steps that there are stand in steps/.',
        });
  // The runner hands over the error of the last step only, which is skipped after a failed one.
  const failure = this.failure ?? error ?? unfitError;
  const lost =
    failure === undefined && result?.status === 'FAILED'
      ? new BenchError('FB_INTERNAL', 'a step failed and its error was lost')
      : undefined;
  await currentSession().close({
    error: failure ?? lost,
    ...(skipped === undefined ? {} : { skipped }),
  });
});
