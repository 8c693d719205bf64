import type { Capability } from '#core';
import { capabilitiesOf } from '#protocol';
import type { Rig } from './rig.ts';
import type { Servers } from './servers.ts';

/** Why a rig cannot do something, in words that follow "the rig has no …:". */
export type Lacks = ReadonlyMap<Capability, string>;

/** What can be done with a meter, and why the rest cannot. */
export interface Abilities {
  readonly capabilities: ReadonlySet<Capability>;
  readonly lacks: Lacks;
}

const switchable = ['power', 'network', 'mail'] as const;

/** What a rig can do: what its controller can, as far as the rig file lets it. */
export function abilitiesOf(
  rig: Rig,
  words: readonly string[],
  servers: Pick<Servers, 'accounting' | 'dataCentre'>,
): Abilities {
  const capabilities = new Set(capabilitiesOf(words));
  const lacks = new Map<Capability, string>();
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
  if (!servers.accounting) lack('accounting', 'the rig file has no "accounting"');
  if (!servers.dataCentre) lack('data-centre', 'the rig file has no "dataCentre"');
  return { capabilities, lacks };
}
