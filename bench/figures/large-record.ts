import { hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { noLineBefore, type PlannedScenario, type RecordEntry, type Screen } from '#core';

/** How large a made-up record is. */
export interface LargeRecord {
  readonly scenarios: number;
  readonly steps: number;
  readonly keysInStep: number;
}

const startsAt = Date.UTC(2026, 0, 5, 9);

const menus = [
  'Home',
  'Main Menu',
  'Supervisor Menu',
  'Manage Accounts',
  'Account List',
  'Add Account',
];

/**
 * Writes a record like those of runs, of any size, to see whether a report of it is made and opens in
 * time. Each scenario shows a few displays that no other has. The same size makes the same bytes.
 */
export function writeLargeRecord(path: string, size: LargeRecord): void {
  const file = openSync(path, 'w');
  try {
    let prev = noLineBefore;
    let seq = 0;
    let waiting: string[] = [];
    for (const entry of entries(size)) {
      seq += 1;
      const line = `{"seq":${seq},"prev":"${prev}",${JSON.stringify(entry).slice(1)}`;
      prev = hash('sha256', line);
      waiting.push(line);
      if (waiting.length < 2000) continue;
      writeSync(file, `${waiting.join('\n')}\n`);
      waiting = [];
    }
    writeSync(file, `${waiting.join('\n')}\n`);
  } finally {
    closeSync(file);
  }
}

function* entries(size: LargeRecord): Generator<RecordEntry> {
  const plan = Array.from({ length: size.scenarios }, (_, index) => planned(index));
  yield {
    type: 'run',
    version: 2,
    target: 'EMULATED',
    suite: { commit: 'c0ffee0000000000000000000000000000000000', dirty: false, features: [] },
    rig: {
      name: 'large',
      description: 'Made up',
      sha256: 'b'.repeat(64),
      link: 'in-process',
      operator: null,
    },
    meter: {
      model: 'is-440',
      family: 'is400',
      maker: 'Quadient',
      designation: 'IS-440',
      serial: '440000123',
      firmware: '1.0.0-emu',
      language: null,
      profile: 'c'.repeat(64),
    },
    clock: 'virtual',
    seed: null,
    judge: 'both',
    fault: null,
    software: { frankbench: '0.1.0' },
  };
  yield { type: 'plan', scenarios: plan };
  yield {
    type: 'chart',
    states: menus.map((name) => ({ name, parent: null })),
    ways: menus.map((_name, index) => [index, (index + 1) % menus.length, 'OK'] as const),
  };
  const seen = new Set<string>();
  const counts = { passed: 0, failed: 0, error: 0, inconclusive: 0, skipped: 0, 'not run': 0 };
  for (const [index, scenario] of plan.entries()) {
    yield* scenarioEntries(index, scenario, size, seen);
    const [verdict, reason] = outcome(index);
    counts[verdict] += 1;
    yield { type: 'verdict', id: scenario.id, verdict, reason };
  }
  yield { type: 'end', verdict: 'failed', counts };
}

const planned = (index: number): PlannedScenario => ({
  id: `features/large/part-${Math.floor(index / 80)}.feature:${10 + (index % 80) * 7}`,
  uid: hash('sha256', String(index)).slice(0, 16),
  name: `Account ${1000 + index} can be charged after it was renamed and its budget set anew`,
  tags: ['@large', `@LRG-ACC-${String(Math.floor(index / 40)).padStart(2, '0')}`],
  feature: `Accounts, part ${Math.floor(index / 80)}`,
  rule: `What holds of accounts in group ${Math.floor(index / 40)}`,
});

/** One in a hundred fails, one in fifty is skipped. */
function outcome(index: number): readonly ['passed' | 'failed' | 'skipped', string | null] {
  if (index % 100 === 7) {
    const screen = `Account List\n  1 Default\n  ${1000 + index} Marketing`;
    return ['failed', `The list has account ${1000 + index}: expected 2 rows, seen 3\n${screen}`];
  }
  return index % 50 === 3 ? ['skipped', 'The rig has no power relay'] : ['passed', null];
}

function* scenarioEntries(
  index: number,
  scenario: PlannedScenario,
  { steps, keysInStep }: LargeRecord,
  seen: Set<string>,
): Generator<RecordEntry> {
  yield { type: 'scenario', ...scenario };
  const registers = {
    serial: '440000123',
    ascending: 1000,
    controlTotal: 10_000,
    items: 20,
    zeroItems: 1,
  };
  yield { type: 'registers', when: 'before', meters: [{ ...registers, descending: 9000 }] };
  let frame = 0;
  for (let step = 0; step < steps; step += 1) {
    const keyword = step < 2 ? 'Given' : step < steps - 2 ? 'When' : 'Then';
    yield {
      type: 'step',
      keyword,
      text: `account ${1000 + index} is at its ${step}. place of ${index % 90}`,
    };
    for (let key = 0; key < keysInStep; key += 1) {
      yield {
        type: 'key',
        key: ['MENU', 'DOWN', 'OK', '5', 'C'][(index + step * 3 + key) % 5] ?? 'OK',
      };
      frame += 1;
      const place = step * keysInStep + key;
      const screen = screenAt(index, place);
      const sha256 = hash('sha256', JSON.stringify(screen));
      if (!seen.has(sha256)) {
        seen.add(sha256);
        yield { type: 'screen', sha256, screen };
      }
      yield {
        type: 'frame',
        at: startsAt + place * 100,
        frame,
        screen: sha256,
        state: place % menus.length,
      };
    }
    if (step === steps - 2) yield { type: 'wait', until: 'not busy', ms: 2000 };
    yield {
      type: 'check',
      what: 'row',
      expected: `${1000 + index} Marketing`,
      seen: `${1000 + index} Marketing`,
      holds: true,
      judged: true,
    };
  }
  yield {
    type: 'registers',
    when: 'after',
    meters: [{ ...registers, descending: 8955, ascending: 1045 }],
  };
}

/** Five displays of a scenario are its own, as in the suites; the others are those of the menus. */
function screenAt(index: number, place: number): Screen {
  const own = place % 6 === 5 && place < 30;
  const rows = Array.from({ length: 6 }, (_, row) => ({
    text: own ? `${1000 + index} Marketing ${row * place}` : `Row ${row} of menu ${place % 25}`,
    role: 'item' as const,
    ...(row === place % 6 ? { selected: true } : {}),
  }));
  return {
    display: 'lcd',
    title: menus[place % menus.length] ?? '',
    rows,
    more: { above: false, below: place % 2 === 0 },
    busy: false,
    beeps: 0,
    language: 'en-GB',
  };
}
