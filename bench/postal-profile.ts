import type { Pence } from '#core';
import type { dataCentre, Model } from '#models';

/** What the profiles of all machines say of refills, inspections and packages. */
export interface PostalProfile extends dataCentre.PostalSettings {
  /** Money that may be asked for at once: from least to most, in steps; `usual`: offered first. */
  readonly refill: {
    readonly least: Pence;
    readonly most: Pence;
    readonly step: Pence;
    readonly usual: Pence;
  };
  /** The names of what a new machine has. */
  readonly factoryRates: string;
  readonly factorySoftware: string;
}

/** What the model under test is said to be, in its dealings with the Data Centre. */
export const postalProfileOf = (model: Model): PostalProfile =>
  // Every model is made with its sources, and every profile has these values: a test looks at all.
  (model as Model & { readonly sources: { readonly profile: PostalProfile } }).sources.profile;
