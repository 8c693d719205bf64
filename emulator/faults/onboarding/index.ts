import type { MeterFault } from '../fault.ts';

/** Every seeded fault of the onboarding. */
export const onboardingFaults: readonly MeterFault[] = [];
