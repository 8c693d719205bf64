import type { Equipment, PaymentMethod, Pence, ServiceState } from '#core';
import type { PostalMeter } from '../data-centre/index.ts';
import { factoryPostal } from '../data-centre/postal.ts';
import { factoryCore } from '../security-core/index.ts';
import type { Language } from './languages.ts';
import type { PendingErrand } from './portal-errands.ts';

/** The parts of a base profile, all of which are asked for. Source: onboarding page. */
export const profileParts = [
  'userName',
  'password',
  'question',
  'answer',
  'name',
  'company',
  'telephone',
] as const;

export type ProfilePart = (typeof profileParts)[number];

/** The base profile of a customer; what is not filled in yet is ''. */
export interface BaseProfile extends Readonly<Record<ProfilePart, string>> {
  /** The portal has it. From then on the password and the answer are kept by the customer alone. */
  readonly created: boolean;
}

/** A machine as the portal has registered it. */
export interface RegisteredEquipment extends Equipment {
  /** The customer has said that the address is right. */
  readonly confirmed: boolean;
}

export interface ServiceNote {
  readonly number: string;
  readonly state: ServiceState;
}

/** Whether a meter is the first one, or takes the place of another. */
export type Customer =
  | { readonly kind: 'new' }
  | { readonly kind: 'changing'; readonly replaced: string };

/** How a machine reaches the Data Centre. Source: onboarding page. */
export const connections = ['pc', 'lan'] as const;

export type Connection = (typeof connections)[number];

/** What a customer must have for a connection, ticked one by one. Source: onboarding page. */
export const needs = [
  'windows',
  'requirements',
  'pcMeterConnect',
  'internet',
  'lanInternet',
] as const;

export type Need = (typeof needs)[number];

/** All that is remembered without power, of the customer and of the meters on the desk. JSON. */
export interface Memory {
  readonly version: 1;
  readonly language: Language;
  readonly profile: BaseProfile;
  readonly equipment: RegisteredEquipment | null;
  /** The address as last changed in the portal; `null` before. */
  readonly address: string | null;
  /** Service requests, the newest last. */
  readonly services: readonly ServiceNote[];
  readonly payment: PaymentMethod | null;
  readonly customer: Customer | null;
  /** What the customer has ticked. */
  readonly has: readonly Need[];
  readonly connection: Connection | null;
  /** The name of the model that was chosen. */
  readonly model: string | null;
  /** The first set-up has come to its end. */
  readonly setUp: boolean;
  readonly meter: PostalMeter;
  /** The meter that is to be replaced, where one stands on the desk too. */
  readonly replaced: PostalMeter | null;
  readonly portal: {
    /** Messages sent to the portal: their numbers make their keys. */
    readonly messages: number;
    /** What was sent and is not known to have been answered, at most one of a kind. */
    readonly pending: readonly PendingErrand[];
  };
}

/** Which of the meters on the desk. */
export type MeterPlace = 'meter' | 'replaced';

/** What a desk looks like before anything was done on it. */
export interface FactorySettings {
  readonly language: Language;
  readonly serial: string;
  /** The initial deposit. */
  readonly credit: Pence;
  readonly replaced: { readonly serial: string; readonly credit: Pence } | null;
  readonly rates: string;
  readonly software: string;
}

const emptyProfile: BaseProfile = {
  userName: '',
  password: '',
  question: '',
  answer: '',
  name: '',
  company: '',
  telephone: '',
  created: false,
};

export function factoryMemory(settings: FactorySettings): Memory {
  const { language, serial, credit, replaced, rates, software } = settings;
  const meterWith = (of: string, funds: Pence): PostalMeter => ({
    serial: of,
    registers: factoryCore(funds),
    postal: factoryPostal(rates, software),
  });
  return {
    version: 1,
    language,
    profile: emptyProfile,
    equipment: null,
    address: null,
    services: [],
    payment: null,
    customer: null,
    has: [],
    connection: null,
    model: null,
    setUp: false,
    meter: meterWith(serial, credit),
    replaced: replaced && meterWith(replaced.serial, replaced.credit),
    portal: { messages: 0, pending: [] },
  };
}

/** The meters on the desk, the new one first. */
export const metersOf = ({ meter, replaced }: Memory): readonly PostalMeter[] =>
  replaced ? [meter, replaced] : [meter];
