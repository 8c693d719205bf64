import type { Pence } from '#core';
import type { Call, PostalMeter } from '../data-centre/index.ts';
import type { BaseProfile, Connection, Memory, MeterPlace, Need, ProfilePart } from './memory.ts';
import { profileParts } from './memory.ts';
import type { Profile } from './profile.ts';

/** Whether a text has the form of an e-mail address: a name, an at sign and a domain with a dot. */
export const isEmailAddress = (text: string): boolean =>
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(text) &&
  !/^\.|\.\.|\.@/.test(text);

/** Whether a password keeps the rules of the profile. */
export const isPassword = (text: string, { password }: Pick<Profile, 'password'>): boolean => {
  const { length } = [...text];
  const hasBoth = /\d/.test(text) && /\D/.test(text);
  return length >= password.least && length <= password.most && (hasBoth || !password.digit);
};

/** Whether a text is a telephone number: digits, as many as there may be. */
export const isTelephone = (text: string, { telephone }: Pick<Profile, 'telephone'>): boolean =>
  /^\d+$/.test(text) && text.length >= telephone.least && text.length <= telephone.most;

/** Whether a text is an installation customer account number. Source: onboarding page. */
export const isInstallation = (
  text: string,
  { installationDigits }: Pick<Profile, 'installationDigits'>,
): boolean => /^\d+$/.test(text) && text.length === installationDigits;

/** The parts of a base profile that are not filled in. All are asked for. */
export const missingParts = (profile: BaseProfile): readonly ProfilePart[] =>
  profileParts.filter((part) => profile[part].trim() === '');

/** What a customer has not ticked of what a connection needs. */
export const missingNeeds = (
  { has }: Pick<Memory, 'has'>,
  connection: Connection,
  { needs }: Pick<Profile, 'needs'>,
): readonly Need[] => needs[connection].filter((need) => !has.includes(need));

/** The models that can be connected so, in the order of the list. */
export const fittingModels = (
  connection: Connection | null,
  { models }: Pick<Profile, 'models'>,
): Profile['models'] => models.filter((model) => model.connection === connection);

/** The sections of the onboarding, in the order of the page. */
export const sections = [
  'profile',
  'equipment',
  'account',
  'payment',
  'customer',
  'connection',
  'model',
  'ready',
] as const;

export type Section = (typeof sections)[number];

/** Whether a section has brought what it is there for. */
export function isDone(memory: Memory, section: Section): boolean {
  switch (section) {
    case 'profile':
      return memory.profile.created;
    case 'equipment':
    case 'account':
      return memory.equipment?.confirmed === true;
    case 'payment':
      return memory.payment !== null;
    case 'customer':
      return memory.customer !== null;
    case 'connection':
      return memory.connection !== null;
    case 'model':
      return memory.model !== null;
    case 'ready':
      return memory.setUp;
    default:
      return section satisfies never;
  }
}

const needed: Readonly<Record<Section, readonly Section[]>> = {
  profile: [],
  equipment: ['profile'],
  account: ['profile', 'equipment'],
  payment: ['profile'],
  customer: ['profile', 'equipment'],
  connection: [],
  model: ['profile', 'equipment', 'payment', 'customer', 'connection'],
  ready: ['ready'],
};

/** The section that comes before this one can be opened; `undefined` when it can. */
export const sectionBefore = (memory: Memory, section: Section): Section | undefined =>
  needed[section].find((one) => !isDone(memory, one));

/** The connection is set; a model that does not fit it is chosen anew. */
export function withConnection(
  memory: Memory,
  connection: Connection,
  profile: Pick<Profile, 'models'>,
): Memory {
  const fits = fittingModels(connection, profile).some(({ name }) => name === memory.model);
  return { ...memory, connection, model: fits ? memory.model : null };
}

/** Whether the registered equipment is the new meter on the desk. */
export const isHere = ({ equipment, meter }: Memory): boolean => equipment?.serial === meter.serial;

/** The replaced meter, as long as it is on the desk. */
export const replacedMeter = ({ customer, replaced }: Memory): PostalMeter | undefined =>
  customer?.kind === 'changing' && customer.replaced === replaced?.serial ? replaced : undefined;

/** Whether a meter has given its postage up, and the Data Centre has it. */
export const hasGivenUp = ({ registers, postal }: PostalMeter): boolean =>
  registers.status === 'withdrawn' && postal.withdrawal === null;

/** The meter that the first set-up calls for next: the replaced one gives its postage up first. */
export function nextMeter(memory: Memory): MeterPlace {
  const replaced = replacedMeter(memory);
  return replaced && !hasGivenUp(replaced) ? 'replaced' : 'meter';
}

/**
 * What is loaded from the account at the first set-up: nothing where another meter gives its postage,
 * and nothing where there is no PitneyWorks account to load it from.
 */
export const firstLoadOf = (
  { customer, payment }: Memory,
  { firstLoad }: Pick<Profile, 'firstLoad'>,
): Pence => (customer?.kind === 'new' && payment === 'PitneyWorks' ? firstLoad : 0);

/** Whether the first set-up has come to its end: the new meter's call, with nothing refused. */
export const setUpSucceeded = (call: Call | null, calls: MeterPlace): boolean =>
  calls === 'meter' &&
  call?.end === 'ended' &&
  !call.notes.some(({ kind }) => kind === 'funds refused' || kind === 'core refused');
