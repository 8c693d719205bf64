/** Every error code with what it means; `docs/errors.md` has a heading for each. */
export const errorCodes = {
  FB_USAGE: 'The command line cannot be understood.',
  FB_RIG_FILE: 'A rig file cannot be read or is not valid.',
  FB_OPERATOR: 'The person at the bench does not answer.',
  FB_NOISE_PLAN: 'A noise plan cannot be read or is not valid.',
  FB_UNKNOWN_MODEL: 'No model, profile or fault of that name.',
  FB_REQUIREMENTS: 'The requirements catalogue cannot be read, or it and the features disagree.',
  FB_FEATURE_FILE: 'A feature file cannot be read or uses an unknown step.',
  FB_GOLDEN: 'A golden screen or its masks cannot be read, or it cannot be accepted.',
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
  FB_LINK_OPEN: 'The link to a meter cannot be opened.',
  FB_LINK_LOST: 'The link to a meter broke, or what was at its end is not what it was.',
  FB_LINK_TIMEOUT: 'A rig controller gave no answer in time, whatever was tried.',
  FB_LINK_UNSURE: 'Nobody knows whether a rig controller has carried something out.',
  FB_LINK_NONSENSE: 'A rig controller answered what cannot be understood.',
  FB_LINK_REFUSED: 'A rig controller refused what it was told.',
  FB_USB_ACCESS: 'A USB device may not be used, or something else uses it.',
  FB_SERIAL_BUSY: 'A serial line is used by another program.',
  FB_RIG_BUSY: 'A rig is used by somebody else.',
  FB_RIG_BROKEN: 'A rig broke earlier in the run and could not be opened again.',
  FB_RIG_METER: 'Another meter is in the slot than the rig file says.',
  FB_RIG_BUDGET: 'A budget of the rig does not allow it.',
  FB_RUN_RECORD: 'A run record cannot be written or read.',
  FB_EVIDENCE_KEY: 'A key for evidence cannot be made, read or used.',
  FB_EVIDENCE_PACK: 'An evidence pack cannot be made or read.',
  FB_LAB_FILE: 'A laboratory file cannot be read or is not valid.',
  FB_HISTORY: 'The history of runs cannot be used.',
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
