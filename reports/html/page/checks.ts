import type { CheckEntry, MeasurementEntry } from '#core';
import { difference } from './difference.ts';
import { h, s } from './dom.ts';
import { duration } from './format.ts';

/** What was expected and what was seen; where they differ, the difference is marked. */
export function checkView({ what, expected, seen, holds, judged }: CheckEntry): HTMLElement {
  const mark = judged ? (holds ? '✓' : '✗') : '?';
  const head = [h('i', {}, mark), ' ', h('b', {}, what), judged ? '' : ' (looked at, not judged)'];
  const className = `check ${judged ? (holds ? 'holds' : 'broken') : 'unjudged'}`;
  if (holds) return h('div', { class: className }, ...head, ': ', h('code', {}, seen));
  const pieces = difference(expected, seen);
  const side = (kind: 'expected' | 'seen', tag: 'del' | 'ins'): HTMLElement =>
    h(
      'code',
      {},
      ...pieces
        .filter((piece) => piece.kind === 'same' || piece.kind === kind)
        .map((piece) => (piece.kind === 'same' ? piece.text : h(tag, {}, piece.text))),
    );
  return h(
    'div',
    { class: className },
    ...head,
    h(
      'dl',
      {},
      h('dt', {}, 'expected'),
      h('dd', {}, side('expected', 'del')),
      h('dt', {}, 'seen'),
      h('dd', {}, side('seen', 'ins')),
    ),
  );
}

const [width, height] = [320, 26];

/** A delay against its limit: it ended somewhere between the two ends of the bar. */
export function measurementView(entry: MeasurementEntry): HTMLElement {
  const { what, limitMs, longerThanMs, atMostMs, verdict } = entry;
  const most = Math.max(limitMs, atMostMs ?? longerThanMs * 1.2, 1) * 1.08;
  const x = (ms: number): number => (ms / most) * width;
  const end = atMostMs === null ? width : x(atMostMs);
  const took =
    atMostMs === null
      ? `not after ${duration(longerThanMs)}`
      : `after ${duration(longerThanMs)} to ${duration(atMostMs)}`;
  const words = `${took}, limit ${duration(limitMs)}: ${verdict}`;
  return h(
    'div',
    { class: `delay ${verdict}` },
    h('p', {}, h('b', {}, what), ': ', words),
    s(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': words },
      s('rect', { class: 'ground', x: 0, y: 8, width, height: 10 }),
      s('rect', { class: 'sure', x: 0, y: 8, width: x(longerThanMs), height: 10 }),
      s('rect', {
        class: 'between',
        x: x(longerThanMs),
        y: 8,
        width: Math.max(2, end - x(longerThanMs)),
        height: 10,
      }),
      s('line', { class: 'limit', x1: x(limitMs), x2: x(limitMs), y1: 2, y2: 24 }),
    ),
  );
}
