import type { MeterFault } from '../fault.ts';
import { accountFaults } from './accounts.ts';
import { creditFaults } from './credit.ts';
import { exportFaults } from './exports.ts';
import { fieldFaults } from './fields.ts';
import { importFaults } from './imports.ts';
import { inspectionFaults } from './inspection.ts';
import { memoryFaults } from './memory.ts';
import { modeFaults } from './modes.ts';
import { onlineServicesFaults } from './online-services.ts';
import { operatorFaults } from './operators.ts';
import { panelFaults } from './panel.ts';
import { pinFaults } from './pins.ts';
import { registerFaults } from './registers.ts';
import { sessionFaults } from './sessions.ts';

/** Every seeded firmware fault of the IS-420 and IS-440. */
export const is400Faults: readonly MeterFault[] = [
  ...accountFaults,
  ...fieldFaults,
  ...operatorFaults,
  ...pinFaults,
  ...sessionFaults,
  ...modeFaults,
  ...registerFaults,
  ...panelFaults,
  ...exportFaults,
  ...importFaults,
  ...memoryFaults,
  ...creditFaults,
  ...inspectionFaults,
  ...onlineServicesFaults,
];
