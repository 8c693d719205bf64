/** What a run came to, at both ends of its link. */
export interface Compared {
  readonly verdicts: readonly (readonly [id: string, verdict: string])[];
  /** What reached the meter, in order. */
  readonly log: readonly string[];
}

/** How two runs of the same features differ, in words; none when they do not. Digits are masked. */
export function differences(clean: Compared, noisy: Compared): readonly string[] {
  return [...verdictDifferences(clean, noisy), ...logDifference(clean.log, noisy.log)];
}

function verdictDifferences(clean: Compared, noisy: Compared): readonly string[] {
  const length = Math.max(clean.verdicts.length, noisy.verdicts.length);
  return Array.from({ length }, (_, index) => {
    const [id = 'nothing', verdict = 'not run'] = clean.verdicts[index] ?? [];
    const [noisyId = 'nothing', noisyVerdict = 'not run'] = noisy.verdicts[index] ?? [];
    if (id === noisyId && verdict === noisyVerdict) return '';
    return `${id} ${verdict} without noise, ${noisyId === id ? '' : `${noisyId} `}${noisyVerdict} with it`;
  }).filter(Boolean);
}

/** Only the first: after it all is moved. */
function logDifference(clean: readonly string[], noisy: readonly string[]): readonly string[] {
  const at = clean.findIndex((entry, index) => entry !== noisy[index]);
  const first = at < 0 && noisy.length > clean.length ? clean.length : at;
  if (first < 0) return [];
  return [
    `the meter got ${clean.length} without noise and ${noisy.length} with it; number ${first + 1} was ` +
      `"${masked(clean[first])}" without and "${masked(noisy[first])}" with it`,
  ];
}

const masked = (entry = 'nothing more'): string => entry.replaceAll(/\d/g, '#');
