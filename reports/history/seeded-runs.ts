import type { Verdict } from '#core';
import type { RunDigest } from './digest-run.ts';

/** How large a made-up history is. */
export interface SeededSize {
  readonly runs: number;
  readonly scenarios: number;
  /** How many of the scenarios pass and fail by chance. */
  readonly flaky: number;
}

const uidOf = (index: number): string => `uid-${String(index).padStart(4, '0')}`;

/** The uids of the scenarios that are flaky in the runs of `seededRuns`. */
export const flakyOnes = ({ scenarios, flaky }: SeededSize): readonly string[] =>
  Array.from({ length: flaky }, (_, index) => uidOf(placeOf(index, scenarios, flaky)));

/** The flaky ones are spread over all. */
const placeOf = (index: number, scenarios: number, flaky: number): number =>
  Math.floor(((index + 0.5) * scenarios) / flaky);

/**
 * Made-up runs, to try and to time a history with: the same at each call. Most scenarios always pass.
 * Beside the flaky ones some always fail, some broke once and for all, and some are skipped: none of
 * those is flaky.
 */
export function* seededRuns(size: SeededSize): Generator<RunDigest> {
  const flaky = new Set(flakyOnes(size));
  // A small generator of its own (mulberry32): chance must be the same on every host.
  let state = 1;
  const chance = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const verdictOf = (uid: string, scenario: number, number: number): Verdict => {
    if (flaky.has(uid)) return chance() < 0.3 ? 'failed' : 'passed';
    if (scenario % 97 === 0) return 'failed';
    if (scenario % 89 === 0) return number > size.runs / 2 ? 'failed' : 'passed';
    return scenario % 83 === 0 ? 'skipped' : 'passed';
  };
  const scenarios = Array.from({ length: size.scenarios }, (_, index) => ({
    id: `features/is400/made-up.feature:${index + 1}`,
    uid: uidOf(index),
    name: `Scenario ${index}`,
    tags: ['@is400'],
    feature: 'Made up',
    rule: null,
  }));
  for (let number = 1; number <= size.runs; number += 1) {
    const attempts = scenarios.map(({ uid }, index) => {
      const verdict = verdictOf(uid, index, number);
      const reason = verdict === 'passed' ? null : `expected 5, seen ${number} (FB_EXPECTATION)`;
      const took = Math.round(1000 + 10 * number + 100 * chance());
      return {
        ...{ uid, verdict, reason, keys: 20, meterMs: took, hostMs: 10 + (index % 7) },
        measurements:
          index % 50 === 0
            ? [
                {
                  type: 'measurement' as const,
                  what: 'the synchronisation',
                  limitMs: 900_000,
                  longerThanMs: took,
                  atMostMs: took + 5,
                  verdict: 'within' as const,
                },
              ]
            : [],
      };
    });
    yield {
      ...headOf(number),
      ...{ recordBytes: 1, planned: scenarios.length, scenarios, attempts },
      slowest: attempts.slice(0, 50).map(({ uid, meterMs, hostMs }) => ({
        ...{ uid, place: 1, step: 'When it is done', meterMs, hostMs },
      })),
    };
  }
}

const digest = '0'.repeat(64);
const minute = 60_000;

function headOf(number: number): Pick<RunDigest, 'folder' | 'file' | 'run'> {
  const began = Date.UTC(2026, 0, 1) + number * 60 * minute;
  return {
    folder: `made-up-${number}`,
    file: {
      version: 2,
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      rig: 'made-up',
      number,
      previous: null,
      state: 'concluded',
      began: new Date(began).toISOString(),
      ended: new Date(began + minute).toISOString(),
      host: { os: 'linux', kernel: '', arch: 'x64', clock: '' },
      verdict: 'failed',
      exitCode: 1,
      counts: null,
      record: null,
    },
    run: {
      type: 'run',
      version: 2,
      target: 'EMULATED',
      suite: { commit: null, dirty: null, features: [] },
      rig: {
        ...{ name: 'made-up', description: '', sha256: digest, link: 'in-process' },
        operator: null,
      },
      meter: {
        ...{ model: 'is-440', family: 'is400', maker: '', designation: '', serial: '440000123' },
        ...{ firmware: '1.0.0-emu', language: null, profile: digest },
      },
      clock: 'virtual',
      seed: null,
      judge: 'both',
      fault: null,
      software: {},
    },
  };
}
