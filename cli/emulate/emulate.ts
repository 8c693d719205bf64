import type { Shell } from '../shell.ts';
import { linkOptions } from './link-flags.ts';
import { meterOptions } from './meter-flags.ts';
import type { EmulateLine } from './plain-line.ts';
import { serveMeter } from './serve-meter.ts';

export { plainLine } from './plain-line.ts';

/** `frankbench emulate`: a meter on a panel link, or on the terminal when no link is asked for. */
export async function emulate({ model, flags }: EmulateLine, shell: Shell): Promise<void> {
  const link = linkOptions(flags, shell);
  const meter = meterOptions(model, flags, shell);
  if (link) {
    await serveMeter(meter, link, shell);
  } else {
    const { workMeter } = await import('../panel/work-meter.ts');
    await workMeter(meter, shell);
  }
}
