import { formatPence } from '#core';
import type { CoreLimits, CoreRefusal } from '../security-core/index.ts';
import type { Notice } from './context.ts';
import type { TextKey } from './texts.en-GB.ts';

/** What the machine says when its security device refuses, and the event code that goes with it. */
const coreTexts: Readonly<Record<CoreRefusal, { readonly text: TextKey; readonly code?: string }>> =
  {
    withdrawn: { text: 'core-withdrawn' },
    'past the watchdog': { text: 'core-locked', code: 'PSD-03-023' },
    'postage out of range': { text: 'core-postage-range' },
    'not enough postage': { text: 'creditTooLow' },
    'ascending over its limit': { text: 'core-ascending' },
    'descending over its limit': { text: 'core-descending' },
    'sum over its limit': { text: 'core-sum' },
    'registers differ': { text: 'core-registers' },
    'out of sequence': { text: 'core-sequence' },
    'stale challenge': { text: 'core-challenge' },
  };

/** A refusal of the security device as a message. Source of the code: event message PSD-03-023. */
export function coreNotice(reason: CoreRefusal, limits: CoreLimits): Notice {
  const { text, code } = coreTexts[reason];
  const values = {
    least: formatPence(limits.postageLeast),
    most: formatPence(limits.postageMost),
  };
  return { text, code: code ?? null, values };
}
