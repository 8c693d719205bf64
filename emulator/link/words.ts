import { type LinkWord, wordsFor } from '#protocol';
import type { Slot } from './slot.ts';

/** The words for what can be done with the meter that stands in a slot now. */
export function wordsOf({ meter, time, model }: Slot): readonly LinkWord[] {
  const capabilities = new Set(meter.capabilities);
  if (time === 'host') capabilities.delete('clock');
  const servers: readonly LinkWord[] = model.startsWith('connect-plus')
    ? ['ACCounting', 'DCENtre']
    : ['DCENtre'];
  return wordsFor(capabilities, ['CUT', 'ONCE', ...servers]);
}
