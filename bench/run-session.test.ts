import { describe, expect, test } from 'vitest';
import { BenchError } from '#core';
import type { Rig } from '#rigs';
import { keptEntries } from './recorded.test-data.ts';
import { RunSession, type ScenarioResult } from './run-session.ts';

const rig = (more: Partial<Rig> = {}): Rig => ({
  version: 1,
  description: 'of the tests',
  path: 'test.yaml',
  meter: { model: 'is-440', serial: '440000777', supervisorPin: '2468', creditPence: 10_000 },
  link: { kind: 'in-process' },
  clock: { start: '2026-01-05T09:00:00' },
  isAsNew: false,
  ...more,
});

/** The last result of a session. */
const results = new WeakMap<RunSession, ScenarioResult>();

function session(of: Rig) {
  const { recorder, entries } = keptEntries();
  const running = new RunSession({ rig: of, judge: 'both', recorder });
  running.onResult = (result) => void results.set(running, result);
  return { running, entries };
}

const scenario = (name: string, tags: readonly string[] = []) => ({ id: name, name, tags });

/** A scenario as the runner makes it: opened, a step, and closed with what came of it. */
async function make(running: RunSession, name: string, tags: readonly string[] = []) {
  try {
    const bench = await running.open(scenario(name, tags));
    if (typeof bench === 'string') await running.close({ skipped: bench });
    else {
      running.step('When', 'a key');
      await bench.press('MENU');
      await running.close({});
    }
  } catch (error) {
    await running.close({ error });
  }
  return results.get(running);
}

describe('a rig that cannot be reached', () => {
  const away = rig({
    link: { kind: 'tcp', host: '127.0.0.1', port: 1 },
    limits: { connectMs: 500 },
  });

  test('is an error of the rig; those that follow say what came first', async () => {
    const { running } = session(away);
    await using _closing = running;
    expect(await make(running, 'one')).toMatchObject({
      verdict: 'error',
      reason: expect.stringMatching(/cannot connect to tcp 127\.0\.0\.1:1.*FB_LINK_OPEN/s),
    });
    expect(await make(running, 'two')).toMatchObject({
      verdict: 'error',
      reason: expect.stringMatching(/broke earlier.*cannot connect.*FB_RIG_BROKEN/s),
    });
    await expect(running.identify()).rejects.toThrow(/FB_RIG_BROKEN/);
  });
});

test('an emulated meter in this process is as new for each scenario', async () => {
  const { running } = session(rig());
  await using _closing = running;
  expect(await running.identify()).toBeUndefined();
  expect([await make(running, 'one'), await make(running, 'two')]).toEqual([
    expect.objectContaining({ verdict: 'passed', keys: 1 }),
    expect.objectContaining({ verdict: 'passed', keys: 1 }),
  ]);
});

test('what a budget does not allow is skipped with its reason', async () => {
  const { running } = session(rig({ budgets: { postagePence: 100 } }));
  await using _closing = running;
  expect(await make(running, 'dear', ['@postage:101'])).toMatchObject({
    verdict: 'skipped',
    reason: expect.stringMatching(/up to 101 pence/),
  });
  expect(await make(running, 'cheap', ['@postage:100'])).toMatchObject({ verdict: 'passed' });
  await running.open(scenario('silent'));
  await running.close({ error: new BenchError('FB_RIG_BUDGET', 'no more') });
  expect(results.get(running)).toMatchObject({
    verdict: 'skipped',
    reason: expect.stringMatching(/no more/),
  });
});
