import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { NoiseLane } from './lane.ts';
import { bytesOf, planOf, textOf } from './noise.test-data.ts';
import { NoiseStream } from './noise-stream.ts';

/** A lane in virtual time, with what came out of it and when. */
const laneFor = (...faults: readonly Readonly<Record<string, unknown>>[]) => {
  const clock = new VirtualClock();
  const out: string[] = [];
  const lane = new NoiseLane(clock, {
    send: (bytes) => out.push(`${clock.now()} ${textOf(bytes).replaceAll('\n', '.')}`),
    close: () => out.push(`${clock.now()} closed`),
  });
  const stream = new NoiseStream(planOf(faults), 'to-bench');
  return {
    clock,
    lane,
    out,
    say: (text: string) => lane.do(stream.push(bytesOf(text))),
    later: (ms: number) => {
      clock.advance(ms);
      return out;
    },
  };
};

describe('a lane', () => {
  test('passes at once what need not wait, with no timer', () => {
    const { say, out, clock } = laneFor();
    say('a\n');
    expect(out).toEqual(['0 a.']);
    expect(clock.nextDue()).toBeUndefined();
  });

  test('lets nothing overtake what is delayed', () => {
    const { say, later } = laneFor({ kind: 'delay', nth: 1, ms: 30 });
    say('a\n');
    expect(later(10)).toEqual([]);
    say('b\n');
    expect(later(19)).toEqual([]);
    expect(later(1)).toEqual(['30 a.', '30 b.']);
  });

  test('sends the pieces of a message one by one', () => {
    const { say, later } = laneFor({ kind: 'split', nth: 1, bytes: 1, ms: 4 });
    say('ab\n');
    expect(later(20)).toEqual(['0 a', '4 b', '8 .']);
  });

  test('joins a message with the next one, or lets it go when none comes', () => {
    const { say, later } = laneFor({ kind: 'merge', every: 2, ms: 20 });
    say('a\nb\n');
    expect(later(5)).toEqual(['0 a.']);
    say('c\n');
    expect(later(0)).toEqual(['0 a.', '5 b.c.']);
    say('d\n');
    expect(later(20)).toEqual(['0 a.', '5 b.c.', '25 d.']);
  });

  test('joins as many as are to be joined', () => {
    const { say, later } = laneFor({ kind: 'merge', rate: 1, ms: 20 });
    say('a\nb\n');
    say('c\n');
    expect(later(30)).toEqual(['20 a.b.c.']);
  });

  test('holds everything up while it stalls', () => {
    const { say, later } = laneFor({ kind: 'stall', at: 1, ms: 50 });
    say('ab\n');
    say('c\n');
    expect(later(49)).toEqual(['0 a']);
    expect(later(1)).toEqual(['0 a', '50 b.', '50 c.']);
  });

  test('keeps nothing of what comes after a stall without an end', () => {
    const { say, later, lane } = laneFor({ kind: 'stall', nth: 2 });
    say('a\nb\n');
    say('c\n');
    expect(later(1e9)).toEqual(['0 a.']);
    expect(lane.held).toBe(0);
  });

  test('closes after what is before has gone', () => {
    const { say, later } = laneFor({ kind: 'delay', nth: 1, ms: 5 }, { kind: 'close', nth: 2 });
    say('a\nb\n');
    say('c\n');
    expect(later(10)).toEqual(['5 a.', '5 closed']);
  });

  test('forgets what waits when it is stopped', () => {
    const { say, later, lane, clock } = laneFor({ kind: 'delay', nth: 1, ms: 5 });
    say('a\n');
    lane.stop();
    expect(clock.nextDue()).toBeUndefined();
    expect(later(10)).toEqual([]);
  });
});
