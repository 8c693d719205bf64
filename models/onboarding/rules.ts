import { paymentMethods } from '#core';
import { postalRules } from '../data-centre/index.ts';
import * as customer from './customer.ts';
import { money } from './languages.ts';
import * as answers from './portal-answers.ts';
import * as messages from './portal-messages.ts';

/**
 * The rules that are not pages, as one record: the chart asks them and does nothing else to the
 * memory, so a fault can be seeded by replacing one.
 */
export const onboardingRules = {
  ...postalRules,
  ...customer,
  ...messages,
  takePortalAnswer: answers.takePortalAnswer,
  /** The methods of payment in the order in which they are offered. */
  offeredMethods: () => paymentMethods,
  money,
};

export type OnboardingRules = typeof onboardingRules;
