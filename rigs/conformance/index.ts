export { type CarriedOptions, carriedSubject } from './carried-subject.ts';
export { type ConformanceCase, Mismatch, type Need } from './case.ts';
export { conformanceCases } from './cases/index.ts';
export { emulatedSubject } from './emulated-subject.ts';
export { countsLine, kitExitCode, reportOf, resultLines } from './print-result.ts';
export { rigSubject } from './rig-subject.ts';
export { type CaseResult, type KitOptions, type KitResult, runKit } from './run-kit.ts';
export type { Subject } from './subject.ts';
