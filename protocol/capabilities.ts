import type { Capability } from '#core';
import type { OperationName } from './operations.ts';

/**
 * The words of `SYSTem:CAPability?` and what they mean to a bench: what a controller cannot do it
 * leaves out. A word without a meaning of its own to a check says `undefined`.
 */
export const linkCapabilities = {
  KEYPad: 'keypad',
  TOUCh: 'touch',
  STICk: 'stick',
  POWer: 'power',
  NETWork: 'network',
  MAIL: 'mail',
  CLOCk: 'clock',
  /** A document printer can be attached and taken away. */
  PRINter: 'printer',
  /** The meter is an emulator; `EMULator:NEW` puts one as new into the slot. */
  EMULator: 'factory',
  LEDGer: 'ledger',
  /** Faults of the stick itself can be set. */
  SFAults: 'stick-faults',
  /** A stick as small as FAT16 can be had. */
  SFAT16: 'stick-fat16',
  BMANager: 'business-manager',
  /** A power cut can be armed at a byte of non-volatile memory. */
  CUT: undefined,
  /** Guarded messages: `PANel:ONCE`. */
  ONCE: undefined,
  /** `EMULator:NEW` can be told of an accounting server. */
  ACCounting: 'accounting',
  /** `EMULator:NEW` can be told of a Data Centre. */
  DCENtre: 'data-centre',
} as const satisfies Record<string, Capability | undefined>;

/** A word of `SYSTem:CAPability?` that is known here. */
export type LinkWord = keyof typeof linkCapabilities;

export const linkWords = Object.keys(linkCapabilities) as readonly LinkWord[];

const knownWord = new Map(linkWords.map((word) => [word.toUpperCase(), word]));

/** The words of a list that are known here, in the order of the table. */
export function knownWords(words: Iterable<string>): ReadonlySet<LinkWord> {
  const said = new Set([...words].map((word) => knownWord.get(word.toUpperCase())));
  return new Set(linkWords.filter((word) => said.has(word)));
}

/** What a bench can do with a controller that says these words; words not known here mean nothing. */
export function capabilitiesOf(words: Iterable<string>): ReadonlySet<Capability> {
  const found = [...knownWords(words)].map((word) => linkCapabilities[word]);
  return new Set(found.filter((capability) => capability !== undefined));
}

/** The words that say these capabilities, in the order of the table, with those in `also`. */
export function wordsFor(
  capabilities: ReadonlySet<Capability>,
  also: readonly LinkWord[] = [],
): readonly LinkWord[] {
  return linkWords.filter((word) => {
    const capability: Capability | undefined = linkCapabilities[word];
    return also.includes(word) || (capability !== undefined && capabilities.has(capability));
  });
}

/** The word without which an operation answers -113; operations that are not named need none. */
export const neededWord: Readonly<Partial<Record<OperationName, LinkWord>>> = {
  press: 'KEYPad',
  touch: 'TOUCh',
  switchPower: 'POWer',
  powered: 'POWer',
  plugStick: 'STICk',
  stickPlace: 'STICk',
  catalog: 'STICk',
  readFile: 'STICk',
  writeFile: 'STICk',
  deleteFile: 'STICk',
  plugNetwork: 'NETWork',
  plugPrinter: 'PRINter',
  feed: 'MAIL',
  imprint: 'MAIL',
  advance: 'CLOCk',
  renew: 'EMULator',
  ledger: 'LEDGer',
  cutWhenWriting: 'CUT',
  protectStick: 'SFAults',
  fillStick: 'SFAults',
  killFile: 'SFAults',
  wearStickOut: 'SFAults',
  stickImage: 'EMULator',
  useBusinessManager: 'BMANager',
};

/** Whether the meter behind a controller is an emulator, from what the controller says of it. */
export const isEmulated = (words: Iterable<string>, firmware: string): boolean =>
  knownWords(words).has('EMULator') || firmware.endsWith('-emu');
