import type { Model } from '#models';
import { connectPlusFaults } from './connect-plus/index.ts';
import type { MeterFault } from './fault.ts';
import { connectPlusFundsFaults } from './funds/connect-plus.ts';
import { is400FundsFaults } from './funds/is400.ts';
import { is400Faults } from './is400/index.ts';
import { onboardingFaults } from './onboarding/index.ts';

type Family = Model['family'];

/**
 * Every seeded fault in the panel of a machine, by the family of machines that can have it. The
 * features of the machine itself are to catch it. The onboarding has those in the ledger among them:
 * its features go through both meters on the desk.
 */
export const meterFaults: Readonly<Record<Family, readonly MeterFault[]>> = {
  is400: is400Faults,
  'connect-plus': connectPlusFaults,
  onboarding: onboardingFaults,
};

/**
 * Every seeded fault in the ledger and in dealing with the Data Centre, as each family can have it.
 * The features that all machines have in common are to catch it on each of them.
 */
export const fundsFaults: Readonly<Partial<Record<Family, readonly MeterFault[]>>> = {
  is400: is400FundsFaults,
  'connect-plus': connectPlusFundsFaults,
};
