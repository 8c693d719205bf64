import type { Millis, PlannedScenario } from '#core';
import { featurePathOf, type Outcome } from '../outcome.ts';
import type { OutputFile } from '../output-file.ts';
import { runProperties } from '../run-properties.ts';
import type { ToldRun } from '../told-run.ts';
import { elementOf, seconds } from './test-case.ts';
import { xmlAttribute } from './xml-text.ts';

/** One feature file; its counts are known when it ends. */
export class Suite {
  readonly feature: string;
  readonly tally: Tally;
  readonly #file: OutputFile;

  constructor(file: OutputFile, run: ToldRun, scenario: PlannedScenario) {
    this.feature = featurePathOf(scenario);
    this.#file = file;
    file.write(`<testsuite name="${xmlAttribute(this.feature)}"`);
    this.tally = new Tally(file, 'skipped');
    const sha256 = run.story.run.suite.features.find(({ path }) => path === this.feature)?.sha256;
    const properties: readonly (readonly [string, string])[] = [
      ['feature', scenario.feature],
      ...(sha256 === undefined ? [] : [['feature.sha256', sha256] as const]),
      ...runProperties(run),
    ];
    const lines = properties.map(
      ([name, value]) =>
        `<property name="${xmlAttribute(name)}" value="${xmlAttribute(value)}"/>\n`,
    );
    file.write(`<properties>\n${lines.join('')}</properties>\n`);
  }

  end(): void {
    this.tally.fill();
    this.#file.write('</testsuite>\n');
  }
}

/** The counts of an element, whose place is kept until they are known. */
export class Tally {
  readonly #file: OutputFile;
  readonly #place: number;
  readonly #withSkipped: boolean;
  #tests = 0;
  #failures = 0;
  #errors = 0;
  #skipped = 0;
  #ms: Millis = 0;

  constructor(file: OutputFile, skipped?: 'skipped') {
    this.#file = file;
    this.#withSkipped = skipped !== undefined;
    // Four counts and a time, each with up to twelve digits.
    this.#place = file.reserve(110);
    file.write('>\n');
  }

  add({ ending, ms }: Outcome): void {
    this.#tests += 1;
    this.#ms += ms;
    const element = elementOf(ending);
    if (element === 'failure') this.#failures += 1;
    if (element === 'error') this.#errors += 1;
    if (element === 'skipped') this.#skipped += 1;
  }

  fill(): void {
    const skipped = this.#withSkipped ? ` skipped="${this.#skipped}"` : '';
    this.#file.fill(
      this.#place,
      ` tests="${this.#tests}" failures="${this.#failures}" errors="${this.#errors}"${skipped} time="${seconds(this.#ms)}"`,
    );
  }
}
