import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { BenchError } from '#core';
import { type RigFile, rigSchema } from './schema.ts';

/** What stands in the slot, as its file describes it. */
export interface RigMeter {
  readonly model: string;
  readonly serial?: string;
  readonly supervisorPin?: string;
  readonly creditPence?: number;
  readonly accountCapacity?: number;
  readonly businessManager?: boolean;
  readonly language?: 'en' | 'fr-CA';
  readonly replaced?: { readonly serial: string; readonly creditPence: number };
}

/** A rig as its file describes it, with its secrets looked up. */
export interface Rig extends Omit<RigFile, 'meter'> {
  readonly path: string;
  readonly meter: RigMeter;
}

/**
 * Reads a rig file. Errors: `FB_RIG_FILE` with the place in the file and the nearest known key.
 * `env` holds the secrets that the file names.
 */
export function loadRig(path: string, env: Readonly<Record<string, string | undefined>>): Rig {
  const parsed = rigSchema.safeParse(readYaml(path));
  if (!parsed.success) {
    throw new BenchError(
      'FB_RIG_FILE',
      `The rig file ${path} is not valid:\n${parsed.error.issues.map(issueLine).join('\n')}`,
      { hint: 'rigs/emulator.is440.yaml is an example of every key.' },
    );
  }
  const { meter, ...rest } = parsed.data;
  const { supervisorPin, ...described } = meter;
  const pin =
    supervisorPin === undefined ? {} : { supervisorPin: reveal(supervisorPin, path, env) };
  // What the file leaves out is not there at all: the schema gives no value of `undefined`.
  return { ...rest, path, meter: { ...described, ...pin } as RigMeter };
}

function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BenchError('FB_RIG_FILE', `Cannot read the rig file ${path}.`, {
      hint: '"frankbench rigs" lists the rig files that are there.',
      cause,
    });
  }
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    throw new BenchError('FB_RIG_FILE', `The rig file ${path} is not YAML: ${problem.message}`, {
      hint: 'The message names the line and the column.',
    });
  }
  return document.toJS();
}

function reveal(
  secret: NonNullable<RigFile['meter']['supervisorPin']>,
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (typeof secret === 'string') return secret;
  const found = env[secret.env];
  if (found !== undefined && /^[0-9]{4}$/.test(found)) return found;
  throw new BenchError(
    'FB_RIG_FILE',
    `${path}: the variable ${secret.env} does not hold a PIN of four digits.`,
    { hint: `Set ${secret.env} before the run; it is never written down.` },
  );
}

const knownKeys = [
  'version', 'description', 'meter', 'model', 'serial', 'supervisorPin', 'creditPence', 'link',
  'kind', 'clock', 'start', 'stick', 'format', 'pc', 'accounts', 'number', 'name', 'active', 'env',
  'accounting', 'accountCapacity', 'businessManager', 'dataCentre', 'prepaidPence', 'equipment',
  'productCode', 'installation', 'address', 'language', 'replaced', 'userNames',
]; // biome-ignore format: one list

function issueLine(issue: z.core.$ZodIssue): string {
  const place = issue.path.length > 0 ? issue.path.join('.') : '(top)';
  if (issue.code !== 'unrecognized_keys') return `  ${place}: ${issue.message}`;
  const hints = issue.keys.map((key) => `"${key}" (did you mean "${nearest(key, knownKeys)}"?)`);
  return `  ${place}: unknown ${hints.join(', ')}`;
}

/** The known word that takes the fewest changes to reach. */
function nearest(word: string, known: readonly string[]): string {
  const ranked = known.map((candidate) => ({ candidate, changes: distance(word, candidate) }));
  return ranked.sort((a, b) => a.changes - b.changes)[0]?.candidate ?? '';
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
