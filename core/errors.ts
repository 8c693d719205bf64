/** Every error code with what it means; `docs/errors.md` has a heading for each. */
export const errorCodes = {
  FB_USAGE: 'The command line cannot be understood.',
  FB_RIG_FILE: 'A rig file cannot be read or is not valid.',
  FB_NOISE_PLAN: 'A noise plan cannot be read or is not valid.',
  FB_UNKNOWN_MODEL: 'No model, profile or fault of that name.',
  FB_FEATURE_FILE: 'A feature file cannot be read or uses an unknown step.',
  FB_NO_SCENARIO: 'Nothing was run.',
  FB_MISSING_CAPABILITY: 'The rig cannot do what the check needs.',
  FB_DIVERGENCE: 'The meter shows what its specification does not allow.',
  FB_EXPECTATION: 'A check of a feature does not hold.',
  FB_NO_PATH: 'No key sequence leads to the wanted screen.',
  FB_NOT_REACHED: 'The planned keys did not lead to the wanted screen.',
  FB_NO_FRAME: 'No frame came within the limit.',
  FB_UNTYPABLE: 'A text cannot be typed into the field on the display.',
  FB_POWER_OFF: 'The meter has no power.',
  FB_STICK_NOT_AT_HOST: 'The stick is not where its files can be reached.',
  FB_STICK_FILE: 'A file on the stick cannot be read or written.',
  FB_MEMORY_FILE: 'The memory file of an emulated meter cannot be used.',
  FB_PORT: 'A server cannot listen on an address and port.',
  FB_RUN_RECORD: 'A run record cannot be written or read.',
  FB_METER_CLOSED: 'The meter was closed and is used again.',
  FB_INTERNAL: 'A defect of Frankbench itself.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

export interface BenchErrorDetails {
  /** What to try next. */
  readonly hint?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** An error with a stable code, which ends its message, and a hint at the way out. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: BenchErrorDetails = {}) {
    super(
      `${message}${details.hint ? `\n  Hint: ${details.hint}` : ''} (${code})`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.code = code;
    this.hint = details.hint;
    this.context = details.context ?? {};
  }
}

/** True for the codes that speak about the meter under test, false for those about the rig or us. */
export const isMeterFault = (code: ErrorCode): boolean =>
  code === 'FB_DIVERGENCE' || code === 'FB_EXPECTATION' || code === 'FB_NOT_REACHED';
