import * as onboarding from '#models/onboarding';
import { seedingFor } from '../seeding.ts';

interface Onboarding {
  readonly model: onboarding.OnboardingModel;
  readonly context: onboarding.Context;
  readonly event: onboarding.PanelEvent;
  readonly memory: onboarding.Memory;
}

export const { inRules, inProfile, inChart, onScreen, atPowerOn, withGuard, withAction } =
  seedingFor<Onboarding>({
    name: 'onboarding',
    make: (_base, rules) => onboarding.onboardingModel(rules),
    contextOf: onboarding.contextOf,
  });
