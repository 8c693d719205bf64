import { BenchError } from '#core';
import { modelNamed } from '#models/any-machine';
import type { Rig } from '#rigs';

/**
 * The rig with its machine in the language that the command line asks for. Errors: `FB_USAGE` for one
 * that the machine does not come in.
 */
export function inLanguage(rig: Rig, wanted: string | undefined): Rig {
  if (wanted === undefined) return rig;
  const { name, languages = [] } = modelNamed(rig.meter.model);
  const language = languages.find((one) => one === wanted);
  if (language) return { ...rig, meter: { ...rig.meter, language } };
  throw new BenchError('FB_USAGE', `an ${name} does not come in "${wanted}"`, {
    hint: `--language takes: ${languages.join(', ') || 'nothing for this machine'}`,
  });
}
