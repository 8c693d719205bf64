import { BenchError, type ErrorCode, isMeterFault } from '#core';

const usageCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FB_USAGE',
  'FB_RIG_FILE',
  'FB_NOISE_PLAN',
  'FB_UNKNOWN_MODEL',
  'FB_REQUIREMENTS',
  'FB_FEATURE_FILE',
  'FB_EVIDENCE_KEY',
  'FB_EVIDENCE_PACK',
  'FB_LAB_FILE',
  'FB_GOLDEN',
]);

/** The exit code of a command that ended with this error: 1 meter, 2 usage or configuration, 3 rig, 4 nothing ran. */
export function exitCodeOf(error: BenchError): 1 | 2 | 3 | 4 {
  if (usageCodes.has(error.code)) return 2;
  if (error.code === 'FB_NO_SCENARIO') return 4;
  return isMeterFault(error.code) ? 1 : 3;
}

/** Any thrown thing as a `BenchError`; what is none already is a defect of ours (`FB_INTERNAL`). */
export function asBenchError(thrown: unknown): BenchError {
  if (thrown instanceof BenchError) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new BenchError('FB_INTERNAL', `unexpected: ${said}`, {
    hint: 'run it again with --debug to see where',
    cause: thrown,
  });
}

/** The error as the person at the terminal reads it, with stacks when `debug`. */
export function renderError(error: BenchError, debug: boolean): string {
  const text = `frankbench: ${error.message}\n`;
  return debug ? `${text}${stacks(error)}` : text;
}

function stacks(error: Error): string {
  const cause = error.cause instanceof Error ? `Caused by ${stacks(error.cause)}` : '';
  return `${error.stack ?? error.message}\n${cause}`;
}
