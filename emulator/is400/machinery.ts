import type { Machinery } from '../machinery.ts';
import { is400Actors } from './actors.ts';

export const machinery: Machinery = { actors: is400Actors, actions: {} };
