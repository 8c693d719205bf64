import type { RateTable } from './data-centre.ts';
import type { PeerRequest } from './peer.ts';

/** The base profile of a customer. The user name is an e-mail address. Source: onboarding page. */
export interface ProfileRequest {
  readonly version: 1;
  readonly userName: string;
  readonly password: string;
  readonly securityQuestion: string;
  readonly securityAnswer: string;
  readonly name: string;
  readonly company: string;
  readonly telephone: string;
}

export type ProfileAnswer =
  | { readonly version: 1; readonly status: 'created' }
  | { readonly version: 1; readonly status: 'refused'; readonly reason: 'user name taken' };

/** What tells a machine: product code and serial number, or the 11-digit number of where it is. */
export type EquipmentRequest =
  | {
      readonly version: 1;
      readonly by: 'serial';
      readonly productCode: string;
      readonly serial: string;
    }
  | { readonly version: 1; readonly by: 'installation'; readonly installation: string };

export interface Equipment {
  readonly productCode: string;
  readonly serial: string;
  readonly installation: string;
  readonly address: string;
}

export type EquipmentAnswer =
  | { readonly version: 1; readonly status: 'registered'; readonly equipment: Equipment }
  | {
      readonly version: 1;
      readonly status: 'refused';
      readonly reason: 'unknown equipment' | 'registered before';
    };

export interface ServiceRequest {
  readonly version: 1;
  readonly about: string;
}

export const serviceStates = ['received', 'in progress', 'closed'] as const;

export type ServiceState = (typeof serviceStates)[number];

export interface ServiceAnswer {
  readonly version: 1;
  readonly number: string;
  readonly state: ServiceState;
}

export interface AddressRequest {
  readonly version: 1;
  readonly address: string;
}

export interface AddressAnswer {
  readonly version: 1;
  readonly address: string;
}

/** How postage is paid; PitneyWorks unless the customer chooses otherwise. */
export const paymentMethods = ['PitneyWorks', 'Prepaid', 'Purchase Power'] as const;

export type PaymentMethod = (typeof paymentMethods)[number];

export interface PaymentRequest {
  readonly version: 1;
  readonly method: PaymentMethod;
}

export interface PaymentAnswer {
  readonly version: 1;
  readonly method: PaymentMethod;
}

/** The meter of this profile takes the place of another one of the same customer. */
export interface ReplacementRequest {
  readonly version: 1;
  readonly replaced: string;
}

export type ReplacementAnswer =
  | { readonly version: 1; readonly status: 'noted' }
  | {
      readonly version: 1;
      readonly status: 'refused';
      readonly reason: 'unknown meter' | 'same meter' | 'replaced before';
    };

export interface RatesAnswer {
  readonly version: 1;
  readonly rates: RateTable;
}

/** What a customer does in the portal after the profile is there. */
export type PortalTopic = 'equipment' | 'service-requests' | 'address' | 'payment' | 'replacement';

/** Where profiles are made. */
export const profilesPath = '/v1/profiles';

export const portalPath = (userName: string, topic: PortalTopic): string =>
  `${profilesPath}/${encodeURIComponent(userName)}/${topic}`;

/** Where the state of a service request is read. */
export const serviceRequestPath = (userName: string, number: string): string =>
  `${portalPath(userName, 'service-requests')}/${encodeURIComponent(number)}`;

/** Where the rates now in force are read. */
export const portalRatesPath = (userName: string): string =>
  `${profilesPath}/${encodeURIComponent(userName)}/rates`;

/** A message of a customer, whose key tells a repeated one from a new one. */
export const portalMessage = (path: string, key: string, body: unknown): PeerRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: JSON.stringify(body),
});

/** A question of a customer. */
export const portalQuestion = (path: string, key: string): PeerRequest => ({
  method: 'GET',
  path,
  headers: { 'idempotency-key': key },
});
