import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BenchError } from '#core';
import type { FeaturePart } from '../run/cucumber.ts';
import { describePlan } from '../run/plan.ts';
import type { Examination } from './examinations.ts';
import type { FaultFindings } from './findings.ts';

/** The uid of the scenario that caught a fault, by the name of the fault, by what was examined. */
const remembered = z.record(z.string(), z.record(z.string(), z.string()));

export type Remembered = Readonly<z.infer<typeof remembered>>;

/**
 * Reads where each fault was caught the last time: there it is looked for first, which decides on
 * nothing but the time that it takes. Errors: `FB_USAGE` for a file that is none of ours.
 */
export function readRemembered(root: URL): Remembered {
  const path = pathIn(root);
  if (!existsSync(path)) return {};
  try {
    return remembered.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new BenchError('FB_USAGE', `${path} cannot be read.`, {
      hint: 'Delete it: "frankbench mutants --remember" makes it anew.',
      cause,
    });
  }
}

/** The scenario that caught each fault the last time, as a part of the features that is run by itself. */
export function firstParts(
  root: URL,
  examination: Examination,
  parts: readonly FeaturePart[],
): Readonly<Record<string, FeaturePart>> {
  const caught = Object.entries(readRemembered(root)[nameOf(examination)] ?? {});
  if (caught.length === 0) return {};
  const places = new Map(describePlan(root, parts).scenarios.map(({ uid, id }) => [uid, id]));
  return Object.fromEntries(
    caught.flatMap(([fault, uid]) => {
      const place = /^(.*):(\d+)$/.exec(places.get(uid) ?? '');
      return place ? [[fault, { file: place[1] ?? '', lines: [Number(place[2])] }]] : [];
    }),
  );
}

/** Keeps where faults were caught, beside those that were not looked for now. */
export function remember(
  root: URL,
  examination: Examination,
  parts: readonly FeaturePart[],
  found: readonly FaultFindings[],
): void {
  const uids = new Map(describePlan(root, parts).scenarios.map(({ uid, id }) => [id, uid]));
  const before = readRemembered(root);
  const name = nameOf(examination);
  const caught = { ...before[name] };
  for (const { name: fault, checks } of found) {
    const uid = checks.status === 'caught' ? uids.get(checks.scenario) : undefined;
    if (uid === undefined) delete caught[fault];
    else caught[fault] = uid;
  }
  const sorted = Object.fromEntries(Object.entries(caught).sort(([a], [b]) => (a < b ? -1 : 1)));
  const all = { ...before, [name]: sorted };
  writeFileSync(pathIn(root), `${JSON.stringify(all, undefined, 2)}\n`);
}

const pathIn = (root: URL): string => fileURLToPath(new URL('features/caught.json', root));

const nameOf = ({ rig, subject }: Examination): string =>
  `${basename(rig, '.yaml')}: ${subject ?? 'all'}`;
