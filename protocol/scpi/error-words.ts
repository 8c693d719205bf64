/** The standard words of the errors that a controller of ours can report (SCPI-99 vol. 2, 21.8). */
export const errorWords: Readonly<Record<number, string>> = {
  0: 'No error',
  [-100]: 'Command error',
  [-101]: 'Invalid character',
  [-102]: 'Syntax error',
  [-103]: 'Invalid separator',
  [-104]: 'Data type error',
  [-108]: 'Parameter not allowed',
  [-109]: 'Missing parameter',
  [-111]: 'Header separator error',
  [-112]: 'Program mnemonic too long',
  [-113]: 'Undefined header',
  [-120]: 'Numeric data error',
  [-121]: 'Invalid character in number',
  [-123]: 'Exponent too large',
  [-124]: 'Too many digits',
  [-138]: 'Suffix not allowed',
  [-141]: 'Invalid character data',
  [-144]: 'Character data too long',
  [-151]: 'Invalid string data',
  [-161]: 'Invalid block data',
  [-178]: 'Expression data not allowed',
  [-200]: 'Execution error',
  [-203]: 'Command protected',
  [-220]: 'Parameter error',
  [-221]: 'Settings conflict',
  [-222]: 'Data out of range',
  [-223]: 'Too much data',
  [-224]: 'Illegal parameter value',
  [-225]: 'Out of memory',
  [-230]: 'Data corrupt or stale',
  [-240]: 'Hardware error',
  [-241]: 'Hardware missing',
  [-250]: 'Mass storage error',
  [-251]: 'Missing mass storage',
  [-252]: 'Missing media',
  [-253]: 'Corrupt media',
  [-254]: 'Media full',
  [-255]: 'Directory full',
  [-256]: 'File name not found',
  [-257]: 'File name error',
  [-258]: 'Media protected',
  [-300]: 'Device-specific error',
  [-310]: 'System error',
  [-311]: 'Memory error',
  [-313]: 'Calibration memory lost',
  [-314]: 'Save/recall memory lost',
  [-330]: 'Self-test failed',
  [-350]: 'Queue overflow',
  [-360]: 'Communication error',
  [-361]: 'Parity error in program message',
  [-362]: 'Framing error in program message',
  [-363]: 'Input buffer overrun',
  [-365]: 'Time out error',
  [-400]: 'Query error',
  [-410]: 'Query INTERRUPTED',
  [-420]: 'Query UNTERMINATED',
  [-430]: 'Query DEADLOCKED',
  [-440]: 'Query UNTERMINATED after indefinite response',
};

const classWords = ['Command error', 'Execution error', 'Device-specific error', 'Query error'];

/** The standard words of a number; those of its class for a number that is not listed. */
export const wordsOf = (code: number): string =>
  errorWords[code] ??
  classWords[Math.floor(-code / 100) - 1] ??
  (code > 0 ? 'Device-specific error' : 'Error');

/** The text of an error as `SYSTem:ERRor?` has it: standard words, `;`, what is the matter here. */
export const errorText = (code: number, detail: string): string =>
  detail === '' ? wordsOf(code) : `${wordsOf(code)};${detail}`.slice(0, 255);
