import { readFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';
import { BenchError } from '#core';
import { type NoisePlan, noisePlanSchema } from './plan.ts';

/** Reads a noise plan. Errors: `FB_NOISE_PLAN` with the place in the file. */
export function loadNoisePlan(path: string): NoisePlan {
  const parsed = noisePlanSchema.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `  ${issue.path.length > 0 ? issue.path.join('.') : '(top)'}: ${issue.message}`,
  );
  throw new BenchError(
    'FB_NOISE_PLAN',
    `The noise plan ${path} is not valid:\n${lines.join('\n')}`,
    { hint: 'docs/noise.md lists the keys of every kind of fault.' },
  );
}

/** The plan as the text of a file that `loadNoisePlan` reads, one line a fault. */
export function writeNoisePlan({ faults, ...head }: NoisePlan): string {
  const lines = faults.map((fault) => {
    const { kind, direction, ...rest } = fault;
    const shown = { kind, direction, ...rest };
    return `  - ${stringify(shown, { collectionStyle: 'flow', lineWidth: 0 })}`;
  });
  return `${stringify(head)}faults:${lines.length > 0 ? `\n${lines.join('')}` : ' []\n'}`;
}

function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BenchError('FB_NOISE_PLAN', `Cannot read the noise plan ${path}.`, {
      hint: 'rigs/noise/lossy.yaml is one that is there.',
      cause,
    });
  }
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    throw new BenchError(
      'FB_NOISE_PLAN',
      `The noise plan ${path} is not YAML: ${problem.message}`,
      { hint: 'The message names the line and the column.' },
    );
  }
  return document.toJS();
}
