import { expect, test } from 'vitest';
import type { PageEvent } from '../page-data.ts';
import { layeredLayout } from './layered-layout.ts';
import { menuPath } from './menu-path.ts';

const chart = {
  states: [
    { name: 'Home', parent: null },
    { name: 'User Menu', parent: null },
    { name: 'Main Menu', parent: 1 },
    { name: 'Ready', parent: 2 },
    { name: 'Number Begun', parent: 2 },
    { name: 'Reports', parent: 1 },
    { name: 'Credit', parent: 1 },
  ],
  ways: [
    [0, 3, 'MENU'],
    [3, 5, 'OK'],
    [3, 6, 'DOWN'],
  ],
} as const;

const events: readonly PageEvent[] = [
  ['f', 0, 0, 0],
  ['k', 'MENU'],
  ['f', 0, 1, 3],
  ['k', '1'],
  ['s', 4],
  ['k', 'OK'],
  ['f', 0, 2, 5],
  ['f', 0, 3, 0],
  ['k', 'MENU'],
  ['f', 0, 1, 3],
];

test('the path is told menu by menu, each move with its number and key', () => {
  const { nodes, edges, last } = menuPath(events, chart);
  expect(nodes.map(({ name, inner, others }) => [name, [...inner], others])).toEqual([
    ['Home', [], []],
    ['Main Menu', ['Ready', 'Number Begun'], ['Credit']],
    ['Reports', [], []],
  ]);
  expect(edges).toEqual([
    {
      from: 0,
      to: 2,
      moves: [
        { number: 1, key: 'MENU' },
        { number: 4, key: 'MENU' },
      ],
    },
    { from: 2, to: 5, moves: [{ number: 2, key: 'OK' }] },
    { from: 5, to: 0, moves: [{ number: 3, key: 'time' }] },
  ]);
  expect(last).toBe(2);
});

test('boxes do not overlap, and lie within the picture', () => {
  const nodes = Array.from({ length: 30 }, (_, id) => ({ id, height: 20 + (id % 5) * 14 }));
  const edges = nodes.flatMap(({ id }) => [
    { from: Math.floor(id / 3), to: id },
    { from: id, to: (id * 7) % 30 },
  ]);
  const { width, height, boxes, lines } = layeredLayout(nodes, edges);
  const all = [...boxes.values()];
  expect(all).toHaveLength(30);
  expect(lines).toHaveLength(edges.length);
  for (const [index, a] of all.entries()) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
    for (const b of all.slice(index + 1)) {
      const apart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
});
