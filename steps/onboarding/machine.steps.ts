import { OnboardingPanel } from '#bench/onboarding';
import { workedBy } from '../world.ts';

workedBy('onboarding', { panel: (bench) => new OnboardingPanel(bench) });
