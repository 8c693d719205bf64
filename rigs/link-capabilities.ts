import type { Capability } from '#core';
import { capabilitiesOf, knownWords, linkCapabilities, linkWords } from '#protocol';
import type { Rig } from './rig.ts';

/** What can be done with a meter, and why the rest cannot. */
export interface Abilities {
  readonly capabilities: ReadonlySet<Capability>;
  readonly lacks: ReadonlyMap<Capability, string>;
}

const switchable = ['power', 'network', 'mail'] as const;

/** What a rig can do: what its controller can, as far as the rig file lets it. */
export function abilitiesOf(rig: Rig, words: readonly string[]): Abilities {
  const capabilities = new Set(capabilitiesOf(words));
  const lacks = new Map<Capability, string>();
  for (const word of linkWords) {
    const capability: Capability | undefined = linkCapabilities[word];
    if (capability === undefined || capabilities.has(capability)) continue;
    lacks.set(capability, `${word} is not among the words of the controller`);
  }
  const lack = (capability: Capability, why: string): void => {
    if (capabilities.delete(capability)) lacks.set(capability, why);
  };
  for (const name of switchable) {
    if (rig[name] === 'none') lack(name, `the rig file says "${name}: none"`);
  }
  if (!rig.stick) {
    for (const name of ['stick', 'stick-faults', 'stick-fat16'] as const) {
      lack(name, 'the rig file has no "stick"');
    }
  }
  if (rig.stick?.kind === 'folder') lack('stick-faults', 'its files are reached through a folder');
  if (rig.stick && !('format' in rig.stick && rig.stick.format === 'FAT16')) {
    lack('stick-fat16', 'the rig file does not say "format: FAT16"');
  }
  // A machine cannot be told of a server in the bench's own process.
  const tellable = knownWords(words).has('EMULator');
  if (!tellable || !rig.accounting) lack('accounting', 'the rig file has no "accounting"');
  if (!tellable || !rig.dataCentre) lack('data-centre', 'the rig file has no "dataCentre"');
  return { capabilities, lacks };
}
