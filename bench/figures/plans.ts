import { Planner, ShadowModel } from '#bench';
import type { Key } from '#core';
import { modelNamed } from '#models';
import { type Figure, median, now } from './measure.ts';

const supervisorPin = '2468';

/** Every screen that can be planned for from Home, and the longest of those plans, nothing kept. */
export function longestPlan(): Figure {
  const model = modelNamed('is-440');
  const shadow = new ShadowModel(model, model.factoryMemory({ supervisorPin }), 0);
  // Accounts mode on, so that every menu of the supervisor is there.
  for (const key of 'MENU 1 4 2 4 6 8 OK 5 1 DOWN DOWN OK OK HOME'.split(' ')) {
    shadow.press(key as Key, 0);
  }
  const start = shadow.snapshot;
  if (!start) throw new Error('the shadow model has no power');
  const goals = [
    ['Add Account', 'Account Number'],
    ['Account Report', 'Account Report'],
    ['Edit / Modify', 'Account Modification Summary'],
    ['Import Account List', 'Insert Key'],
    ['Delete Account', 'Refused'],
  ];
  const plan = (names: readonly string[]): { keys: number; ms: number } => {
    const times: number[] = [];
    let keys = 0;
    for (let round = 0; round < 5; round += 1) {
      const planner = new Planner(model, shadow.step);
      const from = now();
      const found = planner.plan(
        start,
        {
          name: names.join(' > '),
          reached: (snapshot) => names.every((name) => model.pathOf(snapshot).includes(name)),
        },
        { credentials: { supervisor: supervisorPin }, now: 0 },
      );
      times.push(now() - from);
      if (!found) throw new Error(`no plan to ${names.join(' > ')}`);
      keys = found.length;
    }
    return { keys, ms: median(times) };
  };
  const longest = goals
    .map((names) => ({ names, ...plan(names) }))
    .reduce((a, b) => (b.keys > a.keys ? b : a));
  return {
    name: 'the longest plan, searched anew',
    value: `${longest.ms.toFixed(1)} ms for ${longest.keys} keys, Home → ${longest.names.join(' > ')}`,
  };
}
