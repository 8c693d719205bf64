import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Golden, type GoldenEntry, loadGolden } from '#bench';
import { BenchError } from '#core';
import { displayPng } from '#displays';
import { type Acceptance, addAcceptances } from './accepted-log.ts';
import { type GoldenRun, readGoldenRun } from './golden-run.ts';

const golden = await loadGolden();

export interface AcceptRequest {
  /** The folder of the golden screens. */
  readonly folder: string;
  /** The folder of a run. */
  readonly run: string;
  /** As features call them; all that differ when there is none. */
  readonly names: readonly string[];
  /** Who accepts. When not given it is the operator of the run, and then the user. */
  readonly by: string | undefined;
  readonly user: string | undefined;
  /** `2026-01-05`. */
  readonly date: string;
}

/** A golden screen that was accepted, and what is new about it. */
export interface Accepted {
  readonly golden: string;
  /** What a person reads about it, the summary first. */
  readonly words: readonly string[];
}

/**
 * Makes the pictures of a run golden: all or nothing. Errors: `FB_GOLDEN` when the run has no such
 * difference, is of another machine, had a fault seeded, or when its pictures are not what it saw.
 */
export async function accept(request: AcceptRequest): Promise<readonly Accepted[]> {
  const { folder, names, date } = request;
  const run = readGoldenRun(request.run);
  const by = [request.by, run.operator, request.user].find((name) => name);
  if (by === undefined) {
    throw new BenchError('FB_USAGE', 'Nobody knows who accepts.', { hint: 'Say --by NAME.' });
  }
  const kept = await Promise.all(wanted(run, names, folder).map((entry) => keptBy(run, entry)));
  const shown = oncePerPlace(kept.map((one) => ({ ...one, place: placeOf(one, run, folder) })));
  const accepted = await Promise.all(shown.map((one) => changeOf(one, folder)));
  for (const { place, picture } of shown) golden.writeGolden(join(folder, place), picture);
  const acceptances = shown.map(({ place, entry }): Acceptance => {
    return { golden: place, sha256: entry.actual, run: run.name, date, by };
  });
  addAcceptances(folder, acceptances);
  return accepted;
}

/** The differences that are asked for. */
function wanted(
  { differing, model, name: run }: GoldenRun,
  names: readonly string[],
  folder: string,
): readonly GoldenEntry[] {
  if (differing.length === 0) {
    throw new BenchError('FB_GOLDEN', `In ${run} nothing differs from a golden screen.`, {
      hint: 'There is nothing to accept.',
    });
  }
  for (const name of names) {
    if (differing.some((entry) => entry.name === name)) continue;
    const families = golden
      .goldenPlaces(folder)
      .filter((place) => place.endsWith(`/${name}`))
      .map((place) => place.split('/')[0])
      .filter((family) => family !== model.family);
    throw new BenchError('FB_GOLDEN', `${run} has no difference from "${name}".`, {
      hint:
        families.length > 0
          ? `The run is of an ${model.name}; "${name}" is a golden screen of ${families.join(', ')}.`
          : `It differs in: ${differing.map((entry) => entry.name).join(', ')}.`,
    });
  }
  return names.length === 0 ? differing : differing.filter(({ name }) => names.includes(name));
}

interface Kept {
  readonly entry: GoldenEntry;
  readonly picture: Golden;
}

interface Shown extends Kept {
  /** Where it is to be kept: `is400/Account List`. */
  readonly place: string;
}

/** The picture that a run has kept, once it is sure that it is what the record speaks of. */
async function keptBy({ folder, name, model }: GoldenRun, entry: GoldenEntry): Promise<Kept> {
  const path = entry.pictures?.actual.replace(/\.png$/, '');
  const picture = path === undefined ? undefined : golden.readGolden(join(folder, path));
  if (!picture) {
    throw new BenchError('FB_GOLDEN', `The picture of "${entry.name}" is not in ${name}.`, {
      hint: 'Run the features again.',
    });
  }
  const drawn = await displayPng(picture.screen);
  const digests = [sha256(picture.png), sha256(drawn)];
  if (digests.some((digest) => digest !== entry.actual) || picture.model !== model.name) {
    throw new BenchError('FB_GOLDEN', `The picture of "${entry.name}" is not what ${name} saw.`, {
      hint: 'It was changed since, or is of another version: run the features again.',
    });
  }
  return { entry, picture };
}

function placeOf({ entry, picture }: Kept, { model }: GoldenRun, folder: string): string {
  const rules = golden.readRules(folder, model.family);
  const { language } = picture.screen;
  return golden.goldenPlace({ model, language }, entry.name, rules);
}

/** Two scenarios may compare with one golden screen, if they show the same. */
function oncePerPlace(shown: readonly Shown[]): readonly Shown[] {
  const groups = [...Map.groupBy(shown, ({ place }) => place).values()];
  return groups.flatMap(([first, ...others]) => {
    if (first && others.some(({ entry }) => entry.actual !== first.entry.actual)) {
      throw new BenchError('FB_GOLDEN', `"${first.entry.name}" looked in two ways in one run.`, {
        hint: 'Give one of the two another name in the feature.',
      });
    }
    return first ? [first] : [];
  });
}

/** What of the golden screen that there is will be another. */
async function changeOf({ entry, picture, place }: Shown, folder: string): Promise<Accepted> {
  const before = golden.readGolden(join(folder, place));
  if (!before) return { golden: place, words: ['new'] };
  if (before.model !== picture.model) {
    throw new BenchError(
      'FB_GOLDEN',
      `"${entry.name}" was accepted from an ${before.model}, and this run is of an ${picture.model}.`,
      {
        hint: `Accept it from a run of an ${before.model}, or list it under perModel in goldens/${place.split('/')[0]}/masks.yaml.`,
      },
    );
  }
  const difference = await golden.compareGolden(before, picture, []);
  const words = golden.wordsOfDifference(difference, before.screen, picture.screen);
  return { golden: place, words };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
