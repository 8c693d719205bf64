import type { MeasurementEntry, RecordLine } from '#core';
import type { StepStory } from '../record/story.ts';

/** A step as a person reads it: `Given a meter in Accounts mode`. */
export const stepName = ({ keyword, text }: StepStory): string => `${keyword.trim()} ${text}`;

/** The keys of some lines, in order. */
export const keysOf = (lines: readonly RecordLine[]): readonly string[] =>
  lines.flatMap((line) => (line.type === 'key' ? [line.key] : []));

/** What was expected, seen and measured, a line each. */
export const findingsOf = (lines: readonly RecordLine[]): readonly string[] =>
  lines.flatMap((line) => {
    switch (line.type) {
      case 'check':
        return [
          `${line.holds ? 'holds' : 'does not hold'}${line.judged ? '' : ' (not judged)'}: ${line.what}: expected ${line.expected}, seen ${line.seen}`,
        ];
      case 'measurement':
        return [measured(line)];
      case 'golden':
        return [
          `golden screen ${line.name}: ${line.holds ? 'the same' : `${line.pixels} pixels differ`}`,
        ];
      default:
        return [];
    }
  });

function measured({ what, limitMs, longerThanMs, atMostMs, verdict }: MeasurementEntry): string {
  const took = atMostMs === null ? `more than ${longerThanMs}` : `${longerThanMs} to ${atMostMs}`;
  return `${verdict}: ${what}: ${took} ms, limit ${limitMs} ms`;
}

/** Steps with their keys and findings, as lines of text. */
export const stepLines = (steps: readonly StepStory[]): readonly string[] =>
  steps.flatMap((step) => {
    const keys = keysOf(step.lines);
    return [
      `${stepName(step)}${step.failed ? '   <- failed' : ''}`,
      ...(keys.length === 0 ? [] : [`    keys: ${keys.join(' ')}`]),
      ...findingsOf(step.lines).map((finding) => `    ${finding}`),
    ];
  });
