import type { Millis } from '#core';
import { requirementIdsOf } from '../requirements/requirement-tags.ts';
import { keptFiles } from './kept-files.ts';
import { featurePathOf, lineOf, type Outcome, outcomesOf } from './outcome.ts';
import { OutputFile } from './output-file.ts';
import { runProperties } from './run-properties.ts';
import { keysOf, stepName } from './step-text.ts';
import { type ToldRun, tellRun } from './told-run.ts';

/** The version of the Common Test Report Format that is written. */
const specVersion = '0.3.0';

type Status = 'passed' | 'failed' | 'skipped' | 'other';

/** Writes a run in the Common Test Report Format (ctrf.io). Errors: `FB_RUN_RECORD`. */
export function writeCtrf(folder: string, path: string): string {
  const run = tellRun(folder);
  const { story, file: runFile } = run;
  const { meter, suite, software } = story.run;
  using file = new OutputFile(path);
  const head = {
    reportFormat: 'CTRF',
    specVersion,
    reportId: runFile.id,
    runId: runFile.id,
    timestamp: runFile.ended ?? runFile.began,
    generatedBy: `frankbench ${software.frankbench ?? ''}`.trim(),
  };
  const tool = { name: 'frankbench', version: software.frankbench };
  file.write(`${JSON.stringify(head).slice(0, -1)},"results":{"tool":${JSON.stringify(tool)},`);
  file.write('"tests":[');
  const counts: Record<Status, number> = { passed: 0, failed: 0, skipped: 0, other: 0 };
  const features = new Set<string>();
  let last: Millis = Date.parse(runFile.began);
  let tests = 0;
  for (const outcome of outcomesOf(run)) {
    file.write(`${tests === 0 ? '' : ','}\n${JSON.stringify(testOf(outcome, run))}`);
    tests += 1;
    counts[statusOf(outcome.ending)] += 1;
    features.add(featurePathOf(outcome.scenario));
    last = Math.max(last, outcome.startMs + outcome.ms);
  }
  const start = Date.parse(runFile.began);
  const stop = runFile.ended === null ? last : Date.parse(runFile.ended);
  const summary = {
    tests,
    ...counts,
    pending: 0,
    suites: features.size,
    start,
    stop,
    duration: stop - start,
  };
  const environment = {
    appName: `${meter.maker} ${meter.designation}`,
    appVersion: meter.firmware,
    testEnvironment: story.run.rig.name,
    buildNumber: runFile.number,
    osPlatform: runFile.host.os,
    osRelease: runFile.host.kernel,
    ...(suite.commit === null ? {} : { commit: suite.commit }),
    healthy: runFile.exitCode === 0,
    extra: Object.fromEntries(runProperties(run)),
  };
  file.write(
    `\n],"summary":${JSON.stringify(summary)},"environment":${JSON.stringify(environment)}}}\n`,
  );
  return file.finish();
}

/** A broken rig and a run that was cut off gate like a failure; what nobody could tell is neither. */
function statusOf(ending: Outcome['ending']): Status {
  switch (ending) {
    case 'passed':
    case 'skipped':
    case 'failed':
      return ending;
    case 'error':
    case 'incomplete':
    case 'not run':
      return 'failed';
    case 'inconclusive':
      return 'other';
  }
}

function testOf(outcome: Outcome, { story }: ToldRun): unknown {
  const { scenario, ending, headline, reason, code, steps, opening } = outcome;
  const { tags, feature, rule, uid } = scenario;
  const attachments = keptFiles([opening, ...steps.map(({ lines }) => lines)].flat()).map(
    ({ name, path, mediaType }) => ({ name, contentType: mediaType, path }),
  );
  return {
    testId: uid,
    name: scenario.name === '' ? scenario.id : scenario.name,
    status: statusOf(ending),
    rawStatus: ending,
    duration: Math.round(outcome.ms),
    // The times of an emulated meter are not the host's.
    ...(story.run.clock === 'host' && ending !== 'not run'
      ? { start: outcome.startMs, stop: outcome.startMs + outcome.ms }
      : {}),
    suite: [feature, ...(rule === null ? [] : [rule])],
    ...(headline === undefined ? {} : { message: headline }),
    ...(reason === undefined ? {} : { trace: reason }),
    line: lineOf(scenario),
    filePath: featurePathOf(scenario),
    tags,
    retries: 0,
    flaky: false,
    device: `${story.run.meter.designation} ${story.run.meter.serial}`,
    ...(attachments.length === 0 ? {} : { attachments }),
    steps: steps.map((step) => ({
      name: stepName(step),
      status: step.failed ? statusOf(ending) : 'passed',
      extra: { keys: keysOf(step.lines), durationMs: step.ms },
    })),
    extra: {
      verdict: ending,
      requirements: requirementIdsOf(tags),
      target: story.run.target,
      ...(code === undefined ? {} : { code }),
    },
  };
}
