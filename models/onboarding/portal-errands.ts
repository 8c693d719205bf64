import type { PaymentMethod } from '#core';

/** What a customer asks the portal for. */
export type PortalErrand =
  /** What the profile says stands in the memory until it is answered, and nowhere else. */
  | { readonly kind: 'profile' }
  | {
      readonly kind: 'equipment';
      readonly by: 'serial';
      readonly productCode: string;
      readonly serial: string;
    }
  | { readonly kind: 'equipment'; readonly by: 'installation'; readonly installation: string }
  | { readonly kind: 'service'; readonly about: string }
  | { readonly kind: 'service state'; readonly number: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'rates' }
  | { readonly kind: 'payment'; readonly method: PaymentMethod }
  | { readonly kind: 'replacement'; readonly replaced: string };

export type PortalKind = PortalErrand['kind'];

/** Something that was asked and not answered. The same question is asked until it is. */
export interface PendingErrand {
  readonly key: string;
  readonly errand: PortalErrand;
}
