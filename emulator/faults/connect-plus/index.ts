import type { MeterFault } from '../fault.ts';
import { inRules } from './seeding.ts';

/** Every seeded firmware fault of the Connect+. */
export const connectPlusFaults: readonly MeterFault[] = [
  inRules('operator-creates-accounts', 'An operator sees all that a supervisor sees.', () => ({
    supervises: () => true,
  })),
];
