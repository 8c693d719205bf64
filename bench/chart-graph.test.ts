import { expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { chartGraph } from './chart-graph.ts';

const machine = createMachine({
  initial: 'Home',
  states: {
    Home: { on: { MENU: 'Menu', C: 'Home', DOWN: { actions: [] } } },
    Menu: {
      initial: 'Top',
      after: { 1000: 'Home' },
      states: { Top: { on: { OK: 'Edit / Modify' } }, 'Edit / Modify': {} },
    },
  },
});

test('every state stands behind the one that it lies in, and has a number', () => {
  const { entry, numberOf } = chartGraph(machine);
  expect(entry.states).toEqual([
    { name: 'Home', parent: null },
    { name: 'Menu', parent: null },
    { name: 'Top', parent: 1 },
    { name: 'Edit / Modify', parent: 1 },
  ]);
  expect(numberOf(['Menu', 'Edit / Modify'])).toBe(3);
  expect(numberOf(['Edit / Modify'])).toBeUndefined();
});

test('ways lead from state to state; what stays where it is is no way', () => {
  expect(chartGraph(machine).entry.ways).toEqual([
    [0, 1, 'MENU'],
    [1, 0, 'time'],
    [2, 3, 'OK'],
  ]);
});
