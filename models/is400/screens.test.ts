import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { plain } from '../fact.ts';
import { is400Chart } from './chart.ts';
import { factoryMemory } from './memory.ts';
import { contextOf, specOf } from './place.ts';
import { profiles } from './profiles.ts';
import { is400Rules } from './rules.ts';
import { renderScreen } from './screens.ts';
import { texts } from './texts.en-GB.ts';

test('a summary that is longer than the display scrolls to its last line and no further', () => {
  const profile = { ...plain(profiles['is-440']), displayRows: 4 };
  const sources = { profile, texts, rules: is400Rules };
  const memory = factoryMemory({
    serial: '440000123',
    rates: 'factory',
    software: '1.0.0',
    supervisorPin: '2468',
    credit: 500,
  });
  const actor = createActor(is400Chart(sources), { input: { memory, now: 0 } });
  actor.start();
  const shown = () => {
    const snapshot = actor.getSnapshot();
    const { rows, more } = renderScreen(specOf(snapshot), contextOf(snapshot), sources);
    return { texts: rows.map((row) => row.text), more };
  };
  actor.send({ type: 'MENU' });
  actor.send({ type: 'DIGIT', digit: '6' });
  actor.send({ type: 'DIGIT', digit: '1' });
  expect(shown().texts[0]).toBe('Used: £0.00');
  expect(shown().more).toEqual({ above: false, below: true });
  for (let presses = 0; presses < 3; presses += 1) actor.send({ type: 'DOWN' });
  expect(shown().texts.at(-1)).toBe('Total items: 0');
  expect(shown().more).toEqual({ above: true, below: false });
  actor.send({ type: 'UP' });
  expect(shown().more).toEqual({ above: true, below: true });
});
