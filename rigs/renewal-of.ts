import type { Renewal } from '#protocol';
import type { Rig } from './rig.ts';
import type { ServedServers } from './servers.ts';

/** What a rig file says of its meter, as an emulator in another process is told of it. */
export function renewalOf(rig: Rig, told: ServedServers['told'], fault?: string): Renewal {
  const stick = stickFormat(rig);
  return {
    version: 1,
    ...rig.meter,
    start: rig.clock.start,
    ...(stick ? { stick } : {}),
    ...(rig.pc ? { pcAccounts: rig.pc.accounts } : {}),
    ...told,
    ...(fault === undefined ? {} : { fault }),
  };
}

/** How the stick of a rig is formatted; `undefined` for a rig without one. */
function stickFormat({ stick }: Rig): Renewal['stick'] {
  if (!stick) return undefined;
  return ('format' in stick ? stick.format : undefined) ?? 'FAT32';
}
