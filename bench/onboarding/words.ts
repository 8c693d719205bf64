import * as onboarding from '#models/onboarding';

/** The parts of a base profile, the sections and what connections need, as scenarios name them. */
export const { profileParts: parts, sections, needs } = onboarding;

export type Part = onboarding.ProfilePart;
export type Section = onboarding.Section;
export type Need = onboarding.Need;
export type Connection = onboarding.Connection;
