import { expect, test } from 'vitest';
import { TapReader, tapCounts } from './tap.ts';

const read = (...lines: readonly string[]): TapReader => {
  const tap = new TapReader();
  for (const line of lines) tap.line(line);
  return tap;
};

test('what the guest checked is read from between what else is on its console', () => {
  const tap = read(
    'Starting systemd-udevd version 252',
    'TAP version 13',
    '1..2',
    'ok 1 - the meter is there # 420 ms\r',
    '[   12.1] a word of the kernel',
    'not ok 2 - it answers # 3000 ms',
    '  no answer within 3000 ms',
    '# the guest ends with 1',
  );
  expect(tap.results).toEqual([
    { title: 'the meter is there', ok: true, ms: 420, detail: [] },
    { title: 'it answers', ok: false, ms: 3000, detail: ['no answer within 3000 ms'] },
  ]);
  expect(tapCounts(tap)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a check that the guest did not come to has failed', () => {
  expect(tapCounts(read('1..3', 'ok 1 - the meter is there'))).toMatchObject({
    passed: 1,
    failed: 2,
  });
});

test('a guest that says nothing has failed', () => {
  expect(tapCounts(read('Kernel panic'))).toMatchObject({ passed: 0, failed: 1 });
});
