import { h } from './dom.ts';
import { runsOf } from './format.ts';

/** Keys as caps, the same one again and again as one; of very many, the first and the last. */
export function keyCaps(keys: readonly string[], most = Number.POSITIVE_INFINITY): HTMLElement {
  const runs = runsOf(keys);
  const left = runs.length - most;
  const shown = left > 1 ? [...runs.slice(0, most - 4), undefined, ...runs.slice(-4)] : runs;
  const caps = shown.map((run) =>
    run
      ? h('kbd', {}, run.text, run.times > 1 && h('sub', {}, `×${run.times}`))
      : h('span', { class: 'left' }, `… ${left} …`),
  );
  return h('span', { class: 'caps' }, ...caps);
}
