import type { Machinery } from '../machinery.ts';
import { onboardingActors } from './actors.ts';

export const machinery: Machinery = { actors: onboardingActors, actions: {} };
