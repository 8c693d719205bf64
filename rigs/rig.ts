import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { BenchError, nearest } from '#core';
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

type LinkOf<Kind extends RigFile['link']['kind']> = Extract<
  RigFile['link'],
  { readonly kind: Kind }
>;

/** How the bench reaches the meter, with its secrets looked up. */
export type RigLink =
  | Exclude<RigFile['link'], { readonly kind: 'ws' }>
  | (Omit<LinkOf<'ws'>, 'token'> & { readonly token: string });

/** A rig as its file describes it, with its secrets looked up. */
export interface Rig extends Omit<RigFile, 'meter' | 'link'> {
  readonly path: string;
  readonly meter: RigMeter;
  readonly link: RigLink;
  /** Somebody has made the meter as new for this run. */
  readonly isAsNew: boolean;
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
      { hint: 'docs/rigs.md tells of every key.' },
    );
  }
  const { meter, link, ...rest } = parsed.data;
  const { supervisorPin, state, ...described } = meter;
  const isPin = (text: string) => /^[0-9]{4}$/.test(text);
  const reveal = (secret: Secret, what: string, fits: (text: string) => boolean) =>
    typeof secret === 'string' ? secret : fromEnvironment(secret.env, { path, env, what, fits });
  const pin =
    supervisorPin === undefined
      ? {}
      : { supervisorPin: reveal(supervisorPin, 'a PIN of four digits', isPin) };
  const beside = (name: string) => resolve(dirname(path), name);
  const stick =
    rest.stick?.kind === 'folder'
      ? { stick: { ...rest.stick, path: beside(rest.stick.path) } }
      : {};
  return {
    ...rest,
    ...stick,
    path,
    link: {
      ...(link.kind === 'ws' ? { ...link, token: reveal(link.token, 'a token', isGiven) } : link),
      ...('noise' in link && link.noise !== undefined ? { noise: beside(link.noise) } : {}),
    },
    // What the file leaves out is not there at all: the schema gives no value of `undefined`.
    meter: { ...described, ...pin } as RigMeter,
    isAsNew: state === 'as-new',
  };
}

const isGiven = (text: string): boolean => text !== '';

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

type Secret = NonNullable<RigFile['meter']['supervisorPin']>;

interface Wanted {
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly what: string;
  readonly fits: (text: string) => boolean;
}

function fromEnvironment(name: string, { path, env, what, fits }: Wanted): string {
  const found = env[name];
  if (found !== undefined && fits(found)) return found;
  throw new BenchError('FB_RIG_FILE', `${path}: the variable ${name} does not hold ${what}.`, {
    hint: `Set ${name} before the run; it is never written down.`,
  });
}

function issueLine(issue: z.core.$ZodIssue): string {
  const place = issue.path.length > 0 ? issue.path.join('.') : '(top)';
  if (issue.code !== 'unrecognized_keys') return `  ${place}: ${issue.message}`;
  const known = keysAt(rigSchema, issue.path);
  const hints = issue.keys.map((key) => `"${key}" (did you mean "${nearest(key, known)}"?)`);
  return `  ${place}: unknown ${hints.join(', ')}`;
}

/** The keys that the schema knows at a place of the file, in whatever kind of it. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let found: readonly JsonSchema[] = alternatives(z.toJSONSchema(schema, { io: 'input' }));
  for (const key of path) {
    found = found.flatMap(({ properties, items }) => {
      const next = typeof key === 'number' ? items : properties?.[String(key)];
      return next ? alternatives(next) : [];
    });
  }
  return [...new Set(found.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** What of JSON Schema has keys in it. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

function alternatives(schema: unknown): readonly JsonSchema[] {
  // zod writes JSON Schema; only these parts of it are looked at.
  const one = schema as JsonSchema;
  return [one, ...[...(one.anyOf ?? []), ...(one.oneOf ?? [])].flatMap(alternatives)];
}
