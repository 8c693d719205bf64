import type { MeterFault } from '../fault.ts';
import { exchangeFaults } from './exchange.ts';
import { fundsFaults } from './funds.ts';
import { keepingFaults } from './keeping.ts';
import { pageFaults } from './pages.ts';
import { portalFaults } from './portal.ts';
import { setUpFaults } from './set-up.ts';
import { wordingFaults } from './wording.ts';

/** Every seeded fault of the onboarding. */
export const onboardingFaults: readonly MeterFault[] = [
  ...pageFaults,
  ...wordingFaults,
  ...portalFaults,
  ...keepingFaults,
  ...setUpFaults,
  ...exchangeFaults,
  ...fundsFaults,
];
