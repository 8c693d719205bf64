import { is400 } from '#models';
import { isIs400, type MeterOptions, openMeter } from '../emulate/open-meter.ts';
import { PanelSession } from './session.ts';

/**
 * Switches on an emulated meter for one person, its stick outside.
 * Errors: FB_UNKNOWN_MODEL, FB_MEMORY_FILE, FB_STICK_FILE.
 */
export async function openPanel(options: MeterOptions): Promise<PanelSession> {
  const { model: name, stick: image } = options;
  return new PanelSession({
    ...(await openMeter(options)),
    keyCharacters: isIs400(name) ? is400.profiles[name].keyCharacters.value : {},
    ...(image === undefined ? {} : { image }),
  });
}
