import { defineParameterType } from '@cucumber/cucumber';
import { type InspectionDay, inspectionDays } from '#bench/any-machine';
import {
  type Forgery,
  forgeries,
  isKey,
  type Key,
  minutes,
  type OfferedPackage,
  type PackageKind,
  type ServerTrouble,
  seconds,
  serverTroubles,
} from '#core';

const asIs = (text: string): string => text;

defineParameterType({
  name: 'account',
  regexp: /[A-Z0-9][A-Z0-9.&'/-]*/,
  transformer: asIs,
});

/** "account 1201", "accounts 1201, 1202 and 1203", "no account". */
defineParameterType({
  name: 'accounts',
  regexp: /no account|accounts? [A-Z0-9]+(?:(?:, | and )[A-Z0-9]+)*/,
  transformer: (text: string): readonly string[] => text.match(/\b[A-Z0-9]+\b/g) ?? [],
});

defineParameterType({
  name: 'money',
  regexp: /£(\d+)\.(\d\d)|(\d+) p/,
  transformer: (pounds?: string, pennies?: string, pence?: string) =>
    pence === undefined ? Number(pounds) * 100 + Number(pennies) : Number(pence),
});

defineParameterType({
  name: 'duration',
  regexp: /(\d+) (milliseconds?|seconds?|minutes?|hours?|days?)/,
  transformer: (count: string, unit: string) => {
    const length = Number(count);
    if (unit.startsWith('milli')) return length;
    if (unit.startsWith('second')) return seconds(length);
    if (unit.startsWith('minute')) return minutes(length);
    return minutes(length * (unit.startsWith('hour') ? 60 : 24 * 60));
  },
});

defineParameterType({
  name: 'status',
  regexp: /active|inactive/,
  transformer: (text: string) => text === 'active',
});

/** The word belongs to it: by the word a PIN is known and masked wherever steps are written down. */
defineParameterType({
  name: 'pin',
  regexp: /PIN "(\d*)"/,
  transformer: asIs,
});

/** As with a PIN, the word belongs to it. */
defineParameterType({
  name: 'password',
  regexp: /password "([^"]*)"/,
  transformer: asIs,
});

defineParameterType({
  name: 'role',
  regexp: /operator|supervisor/,
  transformer: (text: string) => (text === 'operator' ? 'operator' : 'supervisor'),
});

/** Keys by name, in the order in which they are pressed: "6 6 RIGHT 6". */
defineParameterType({
  name: 'keys',
  regexp: /(?:[A-Z]+|\d)(?: (?:[A-Z]+|\d))*/,
  transformer: (text: string): readonly Key[] => text.split(' ').filter(isKey),
});

/** A service code of the machine. */
defineParameterType({
  name: 'code',
  regexp: /DBX \d\d \d\d\d/,
  transformer: asIs,
});

/** What becomes of a message to a server. */
defineParameterType({
  name: 'trouble',
  regexp: new RegExp(serverTroubles.map((trouble) => `"${trouble}"`).join('|')),
  transformer: (text: string): ServerTrouble =>
    serverTroubles.find((trouble) => text === `"${trouble}"`) ?? 'out of order',
});

/** Somebody on the line makes the answer say this. */
defineParameterType({
  name: 'forgery',
  regexp: new RegExp(forgeries.join('|')),
  transformer: (text: string): Forgery => forgeries.find((one) => one === text) ?? 'nonsense',
});

/** What a meter is made to call its Data Centre for. */
export type FundsCall = 'refill' | 'balance' | 'inspection' | 'synchronisation';

const fundsCalls: Readonly<Record<string, FundsCall>> = {
  'a refill': 'refill',
  'a balance inquiry': 'balance',
  'a postal inspection': 'inspection',
  'a synchronisation': 'synchronisation',
};

defineParameterType({
  name: 'fundsCall',
  regexp: new RegExp(Object.keys(fundsCalls).join('|')),
  transformer: (text: string): FundsCall => fundsCalls[text] ?? 'synchronisation',
});

const messages = ['opening', 'request for postage', 'inspection', 'end'] as const;

/** Which message of a call; the pieces of packages are counted from 1. */
export type CallMessage =
  | { readonly kind: (typeof messages)[number] }
  | { readonly kind: 'piece'; readonly piece: number };

defineParameterType({
  name: 'message',
  regexp: new RegExp(`(${messages.join('|')})|piece (\\d+)`),
  transformer: (kind: string, piece?: string): CallMessage =>
    piece === undefined
      ? { kind: messages.find((one) => one === kind) ?? 'end' }
      : { kind: 'piece', piece: Number(piece) },
});

const packageWords: Readonly<Record<string, PackageKind>> = {
  rates: 'rates',
  software: 'software',
  'the feature': 'features',
  'the graphic': 'graphics',
};

/** A package by its kind and its name: `software "1.1.0"`. */
export type NamedPackage = Pick<OfferedPackage, 'kind' | 'id'>;

defineParameterType({
  name: 'package',
  regexp: new RegExp(`(${Object.keys(packageWords).join('|')}) "([^"]+)"`),
  transformer: (word: string, id: string): NamedPackage => ({
    kind: packageWords[word] ?? 'rates',
    id,
  }),
});

/** How a package differs from what was announced of it. */
defineParameterType({
  name: 'spoilt',
  regexp: /longer|shorter|changed/,
  transformer: asIs as (text: string) => NonNullable<OfferedPackage['spoilt']>,
});

/** A day between two inspections; the words stand in `bench/inspection-days.ts`. */
defineParameterType({
  name: 'inspectionDay',
  regexp: new RegExp(inspectionDays.join('|')),
  transformer: (text: string): InspectionDay =>
    inspectionDays.find((one) => one === text) ?? 'the day of the inspection',
});

/** What a machine says of its next inspection. */
defineParameterType({
  name: 'standing',
  regexp: /in order|due|locked/,
  transformer: asIs as (text: string) => 'in order' | 'due' | 'locked',
});
