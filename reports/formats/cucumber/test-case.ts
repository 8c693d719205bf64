import {
  type Attachment,
  type Envelope,
  type Pickle,
  type TestStepResult,
  TestStepResultStatus,
  TimeConversion,
} from '@cucumber/messages';
import type { Millis } from '#core';
import { type Ending, endingType, type Outcome } from '../outcome.ts';

export const hookIds = { before: 'hook-before', after: 'hook-after' } as const;

export type StepAttachment = Pick<Attachment, 'body' | 'contentEncoding' | 'mediaType'>;

export interface TestCaseSurroundings {
  readonly testRunStartedId: string;
  /** What is attached to each step that was done. */
  readonly attachments: readonly (StepAttachment | undefined)[];
}

/** A step of a test case and what came of it. */
interface ToldStep {
  readonly id: string;
  readonly of: { readonly pickleStepId: string } | { readonly hookId: string };
  readonly startMs: Millis;
  readonly ms: Millis;
  readonly status: TestStepResultStatus;
  /** Why the test case ended as it did stands at this step. */
  readonly tells: boolean;
  readonly attached: StepAttachment | undefined;
}

/** One scenario: what its test case is, and how it went. */
export function* testCaseOf(
  outcome: Outcome,
  pickle: Pickle,
  { testRunStartedId, attachments }: TestCaseSurroundings,
): Generator<Envelope> {
  const id = `case-${pickle.id}`;
  const testCaseStartedId = `started-${pickle.id}`;
  const steps = stepsOf(outcome, pickle, attachments);
  const end = outcome.startMs + outcome.ms;
  yield {
    testCase: {
      id,
      pickleId: pickle.id,
      testRunStartedId,
      testSteps: steps.map((step) => ({ id: step.id, ...step.of })),
    },
  };
  yield {
    testCaseStarted: {
      id: testCaseStartedId,
      testCaseId: id,
      attempt: 0,
      timestamp: timestamp(outcome.startMs),
    },
  };
  for (const step of steps) {
    const testStepId = step.id;
    yield {
      testStepStarted: { testCaseStartedId, testStepId, timestamp: timestamp(step.startMs) },
    };
    if (step.attached) {
      const at = timestamp(step.startMs + step.ms);
      yield { attachment: { ...step.attached, testCaseStartedId, testStepId, timestamp: at } };
    }
    yield {
      testStepFinished: {
        testCaseStartedId,
        testStepId,
        testStepResult: resultOf(step, outcome),
        timestamp: timestamp(step.startMs + step.ms),
      },
    };
  }
  yield {
    testCaseFinished: { testCaseStartedId, timestamp: timestamp(end), willBeRetried: false },
  };
}

const timestamp = TimeConversion.millisecondsSinceEpochToTimestamp;

function stepsOf(
  outcome: Outcome,
  pickle: Pickle,
  attachments: TestCaseSurroundings['attachments'],
): readonly ToldStep[] {
  const { ending, steps, startMs, openingMs, ms } = outcome;
  const end = startMs + ms;
  const bad = statusOf(ending);
  const failed = steps.findIndex((step) => step.failed);
  const isUnknown = bad === TestStepResultStatus.UNKNOWN;
  const pickleSteps = pickle.steps.map((step, index): ToldStep => {
    const done = steps[index];
    // What a run was cut off in is the last step that was begun, and all behind it.
    const tells = index === failed || (isUnknown && index >= steps.length - 1);
    return {
      id: `step-${step.id}`,
      of: { pickleStepId: step.id },
      startMs: done?.startMs ?? end,
      ms: done?.ms ?? 0,
      status: tells ? bad : done ? TestStepResultStatus.PASSED : skipped,
      tells,
      attached: attachments[index],
    };
  });
  if (ending === 'passed' || pickleSteps.some(({ tells }) => tells)) return pickleSteps;
  const hook = (hookId: string, at: Millis, hookMs: Millis): ToldStep => ({
    id: `${hookId}-${pickle.id}`,
    of: { hookId },
    startMs: at,
    ms: hookMs,
    status: bad,
    tells: true,
    attached: undefined,
  });
  return steps.length === 0
    ? [hook(hookIds.before, startMs, openingMs), ...pickleSteps]
    : [...pickleSteps, hook(hookIds.after, end, 0)];
}

const skipped = TestStepResultStatus.SKIPPED;

/** Cucumber has one word for a meter that is wrong and a rig that is; the message tells them apart. */
function statusOf(ending: Ending): TestStepResultStatus {
  switch (ending) {
    case 'passed':
      return TestStepResultStatus.PASSED;
    case 'skipped':
      return skipped;
    case 'failed':
    case 'error':
      return TestStepResultStatus.FAILED;
    case 'inconclusive':
      return TestStepResultStatus.PENDING;
    case 'incomplete':
    case 'not run':
      return TestStepResultStatus.UNKNOWN;
  }
}

function resultOf({ ms, status, tells }: ToldStep, outcome: Outcome): TestStepResult {
  const duration = TimeConversion.millisecondsToDuration(ms);
  const { headline, reason } = outcome;
  if (!tells || reason === undefined || headline === undefined) return { duration, status };
  if (status === skipped) return { duration, status, message: reason };
  const exception = { type: endingType(outcome), message: headline, stackTrace: reason };
  return { duration, status, message: reason, exception };
}
