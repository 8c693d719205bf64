import type { MeterFault } from '../fault.ts';
import { fundsFaults } from './funds.ts';
import { pageFaults } from './pages.ts';
import { portalFaults } from './portal.ts';
import { setUpFaults } from './set-up.ts';

/** Every seeded fault of the onboarding. */
export const onboardingFaults: readonly MeterFault[] = [
  ...pageFaults,
  ...portalFaults,
  ...setUpFaults,
  ...fundsFaults,
];
