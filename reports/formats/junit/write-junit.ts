import { featurePathOf, outcomesOf } from '../outcome.ts';
import { OutputFile } from '../output-file.ts';
import { tellRun } from '../told-run.ts';
import { distinctNames } from './case-names.ts';
import { Suite, Tally } from './suite.ts';
import { type JunitOptions, testCase } from './test-case.ts';
import { xmlAttribute } from './xml-text.ts';

/**
 * Writes a run as JUnit XML, as Jenkins' `junit-10.xsd` and Surefire's `surefire-test-report.xsd` both
 * have it. Neither knows properties of a test case: those stand in its `system-out` in the manner of
 * `[[PROPERTY|name=value]]`, beside `[[ATTACHMENT|path]]`. Errors: `FB_RUN_RECORD`.
 */
export function writeJunit(folder: string, path: string, options: JunitOptions = {}): string {
  const run = tellRun(folder);
  using file = new OutputFile(path);
  file.write('<?xml version="1.0" encoding="UTF-8"?>\n');
  file.write(`<testsuites name="${xmlAttribute(`Frankbench on ${run.story.run.rig.name}`)}"`);
  const all = new Tally(file);
  const names = distinctNames(run.story.plan);
  let suite: Suite | undefined;
  for (const outcome of outcomesOf(run)) {
    const feature = featurePathOf(outcome.scenario);
    if (suite?.feature !== feature) {
      suite?.end();
      suite = new Suite(file, run, outcome.scenario);
    }
    suite.tally.add(outcome);
    all.add(outcome);
    file.write(testCase(outcome, { run, options, name: names.get(outcome.scenario.id) }));
  }
  suite?.end();
  all.fill();
  file.write('</testsuites>\n');
  return file.finish();
}
