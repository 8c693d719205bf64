import { BenchError, type Frame, type Screen, screenLines } from '#core';
import type { Mismatch } from './shadow-model.ts';

const indent = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join('\n');

/** Lines that one screen has and the other lacks, as a person compares two displays. */
export function screenDifference(expected: Screen, seen: Screen): readonly string[] {
  const left = screenLines(expected);
  const right = screenLines(seen);
  const differences = [
    ...left.filter((line) => !right.includes(line)).map((line) => `- ${line}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line}`),
    ...(expected.beeps === seen.beeps
      ? []
      : [`- beeps: ${expected.beeps}`, `+ beeps: ${seen.beeps}`]),
    ...(expected.more.below === seen.more.below && expected.more.above === seen.more.above
      ? []
      : ['± scroll marks']),
  ];
  if (differences.length > 0) return differences;
  return left.join('\n') === right.join('\n')
    ? unseenDifference(expected, seen)
    : ['(the same lines in another order)'];
}

/** What two screens differ in that have the same lines. */
function unseenDifference(expected: Screen, seen: Screen): readonly string[] {
  const parts = ['display', 'language', 'field', 'rows'] as const;
  return parts
    .map((part) => [part, JSON.stringify(expected[part]), JSON.stringify(seen[part])] as const)
    .filter(([, left, right]) => left !== right)
    .flatMap(([part, left, right]) => [`- ${part}: ${left}`, `+ ${part}: ${right}`]);
}

const nearest = (allowed: readonly Screen[], seen: Screen): Screen | undefined =>
  [...allowed].sort(
    (a, b) => screenDifference(a, seen).length - screenDifference(b, seen).length,
  )[0];

const keyLine = (keys: readonly string[]): string =>
  keys.length === 0 ? '(no key yet)' : keys.join(' ');

/** The meter shows what its chart does not allow. `keys` led there, PINs masked. */
export function divergence(mismatch: Mismatch, keys: readonly string[]): BenchError {
  const { allowed, seen } = mismatch;
  const expected = nearest(allowed, seen);
  return new BenchError(
    'FB_DIVERGENCE',
    [
      `The meter does not follow its chart after the keys: ${keyLine(keys)}`,
      ...(expected
        ? [
            '  The chart allows:',
            indent(screenLines(expected)),
            '  The display shows:',
            indent(screenLines(seen)),
            '  Difference (- chart, + display):',
            indent(screenDifference(expected, seen)),
          ]
        : ['  The chart allows a dark display; it shows:', indent(screenLines(seen))]),
    ].join('\n'),
    {
      hint: 'Press the same keys with "frankbench emulate" to see what the chart does.',
      context: { keys },
    },
  );
}

/** A check that does not hold. */
export function unmet(
  what: string,
  expected: string,
  seen: string,
  frame: Frame,
  keys: readonly string[],
): BenchError {
  return new BenchError(
    'FB_EXPECTATION',
    [
      `${what}: expected ${expected}, seen ${seen}.`,
      '  The display shows:',
      indent(screenLines(frame)),
      `  The last keys: ${keyLine(keys)}`,
    ].join('\n'),
    { context: { keys } },
  );
}

/** The planned keys were pressed and the wanted screen is not there. */
export function notReached(wanted: string, frame: Frame, keys: readonly string[]): BenchError {
  return new BenchError(
    'FB_NOT_REACHED',
    [
      `The keys of the plan did not lead to ${wanted}.`,
      '  The display shows:',
      indent(screenLines(frame)),
      `  The last keys: ${keyLine(keys)}`,
    ].join('\n'),
    { hint: 'The meter differs from its chart, or is slower than the rig allows for.' },
  );
}
