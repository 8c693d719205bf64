import type { PageData } from '../page-data.ts';
import { h, s } from './dom.ts';
import { duration } from './format.ts';
import type { RowList } from './row-list.ts';

const width = 1000;
const height = 90;
const mostLongest = 10;

/**
 * When scenarios ran by the host's clock, or, where a meter's own time is jumped over, how long each
 * took of it: there from a blink to weeks, so its logarithm.
 */
export function timeline(list: RowList, { times, clock }: PageData): HTMLElement {
  const bars = clock === 'host' ? hostBars(times) : meterBars(times);
  const drawn = bars.map(({ x, wide, high }, index) => {
    const row = list.at(index + 1);
    return s(
      'a',
      { href: `#s${index + 1}`, class: `bar ${row?.verdict ?? ''}` },
      s('title', {}, `${row?.name ?? ''}: ${duration(times[index]?.[1] ?? 0)}`),
      s('rect', { x, y: height - high, width: wide, height: high }),
    );
  });
  const words =
    clock === 'host'
      ? 'Each bar is a scenario, where and as long as it ran by the host’s clock.'
      : 'Each bar is a scenario in the order of the run; its height is the logarithm of the meter’s own time that it took.';
  return h(
    'div',
    {},
    h('p', { class: 'more' }, words),
    s(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        class: 'timeline',
        role: 'img',
        'aria-label': words,
        preserveAspectRatio: 'none',
      },
      ...drawn,
    ),
    h('h3', {}, 'The longest'),
    h('ol', { class: 'plain' }, ...longest(list, times)),
  );
}

interface Bar {
  readonly x: number;
  readonly wide: number;
  readonly high: number;
}

function hostBars(times: PageData['times']): readonly Bar[] {
  const began = Math.min(...times.map(([from]) => from));
  const ended = Math.max(...times.map(([from, took]) => from + took));
  const scale = width / Math.max(1, ended - began);
  return times.map(([from, took], index) => ({
    x: (from - began) * scale,
    wide: Math.max(0.5, took * scale),
    high: index % 2 === 0 ? height : height * 0.8,
  }));
}

function meterBars(times: PageData['times']): readonly Bar[] {
  const size = (took: number): number => Math.log10(1 + took);
  const most = times.reduce((largest, [, took]) => Math.max(largest, size(took)), 1);
  const wide = width / times.length;
  return times.map(([, took], index) => ({
    x: index * wide,
    wide: Math.max(0.3, wide * 0.85),
    high: Math.max(2, (size(took) / most) * height),
  }));
}

function longest(list: RowList, times: PageData['times']): readonly HTMLElement[] {
  return times
    .map(([, took], index) => ({ took, place: index + 1 }))
    .sort((a, b) => b.took - a.took)
    .slice(0, mostLongest)
    .map(({ took, place }) =>
      h(
        'li',
        {},
        h('b', {}, duration(took)),
        ' ',
        h('a', { href: `#s${place}` }, list.at(place)?.name ?? ''),
      ),
    );
}
