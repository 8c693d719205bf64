import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError, type PlannedScenario } from '#core';
import { recordFileName } from '../archive/run-file.ts';
import {
  openStory,
  type RunStory,
  type ScenarioStory,
  type StoryOptions,
} from '../record/story.ts';
import type { RequirementCatalogue } from '../requirements/schema.ts';
import { Chunks } from './chunks.ts';
import { writePage } from './page.ts';
import { pageScript } from './page-script.ts';
import { ScenarioList } from './parts/scenario-list.ts';
import { scenarioRow } from './parts/scenario-row.ts';
import { RequirementProofs } from './requirement-proofs.ts';
import { changesSince, runBefore, type Seen } from './run-changes.ts';
import { RunFigures } from './run-figures.ts';
import { runFileOf } from './run-place.ts';
import { type DetailsMaking, scenarioDetails } from './scenario-details.ts';
import { ScreenNumbers } from './screen-numbers.ts';
import { Spool } from './spool.ts';
import { TagNumbers } from './tag-numbers.ts';
import { openWireLog } from './wire-log.ts';

export interface ReportOptions extends StoryOptions {
  /** Makes the report say how each requirement of the machine stands after the run. */
  readonly requirements?: RequirementCatalogue;
}

/** So many screens are unpacked at once; one costs little in a chunk of others like it. */
const screensInChunk = 128;

/** A chunk of scenarios is unpacked in milliseconds, and large enough for what repeats in it. */
const charactersInChunk = 1 << 17;

/**
 * Writes `report.html` of a run's folder, one file that opens from disk; returns its path. It is made
 * from the record and from `run.json` alone, whatever their size. Errors: `FB_RUN_RECORD`.
 */
export function writeHtmlReport(folder: string, options: ReportOptions = {}): string {
  const path = join(folder, 'report.html');
  try {
    write(path, folder, options);
  } catch (cause) {
    if (cause instanceof BenchError) throw cause;
    throw new BenchError('FB_RUN_RECORD', `Cannot write the report ${path}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
  return path;
}

function write(path: string, folder: string, { requirements, ...reading }: ReportOptions): void {
  const story = openStory(join(folder, recordFileName), reading);
  // While the run goes on there is time for what needs nothing of its record.
  const script = pageScript();
  const before = runBefore(folder, runFileOf(folder), story.run);
  using rows = new Spool(`${path}.rows`);
  using packed = new Spool(`${path}.chunks`);
  const { proofs, ...told } = tellScenarios(story, folder, rows, packed);
  const file = runFileOf(folder);
  const page = new Spool(`${path}.new`, { kept: true });
  writePage(page, {
    story,
    file,
    ...told,
    changes: changesSince(before, told.seen),
    script,
    requirements: requirements ? proofs.of(requirements) : null,
    screensInChunk,
    rows,
    packed,
  });
  page.close();
  renameSync(`${path}.new`, path);
}

interface Told {
  readonly figures: RunFigures;
  readonly proofs: RequirementProofs;
  readonly tags: readonly string[];
  readonly chunkStarts: readonly number[];
  readonly seen: ReadonlyMap<string, Seen>;
}

/** Goes through the record once: rows and packed details wait in files of their own. */
function tellScenarios(story: RunStory, folder: string, rows: Spool, packed: Spool): Told {
  const figures = new RunFigures();
  const proofs = new RequirementProofs(story.run);
  const tags = new TagNumbers();
  const list = new ScenarioList(rows);
  const seen = new Map<string, Seen>();
  const chunkStarts: number[] = [];
  const details = new Chunks(packed, 'scenarios', (_values, size) => size >= charactersInChunk);
  const pictures = new Chunks(packed, 'screens', (values) => values === screensInChunk);
  const making: DetailsMaking = {
    folder,
    numbers: new ScreenNumbers(story, pictures),
    wire: openWireLog(folder),
  };
  for (const scenario of story.scenarios) {
    const { uid, name, verdict, place } = scenario;
    const pass = figures.add(scenario);
    proofs.add(scenario, pass);
    seen.set(uid, { uid, name, verdict, place });
    list.add(scenario, rowOf(scenario, pass, tags));
    if (details.atStart) chunkStarts.push(place);
    details.add(scenarioDetails(scenario, making));
  }
  for (const scenario of notRun(story.plan, seen)) {
    const { uid, name } = scenario;
    figures.counts['not run'] += 1;
    proofs.addNotRun(scenario);
    seen.set(uid, { uid, name, verdict: 'not run' });
    const row = { scenario, verdict: 'not run', reason: null, remarks: [] } as const;
    list.add(scenario, scenarioRow({ ...row, tags: tags.of(scenario.tags) }));
  }
  list.end();
  details.end();
  pictures.end();
  return { figures, proofs, tags: tags.names, chunkStarts, seen };
}

const notRun = (
  plan: readonly PlannedScenario[],
  seen: ReadonlyMap<string, Seen>,
): readonly PlannedScenario[] => plan.filter(({ uid }) => !seen.has(uid));

function rowOf(
  scenario: ScenarioStory,
  { unverified, assumed }: { readonly unverified: boolean; readonly assumed: boolean },
  tags: TagNumbers,
): string {
  const { place, verdict, reason } = scenario;
  const remarks = [...(unverified ? ['unverified'] : []), ...(assumed ? ['assumed'] : [])];
  return scenarioRow({ scenario, place, verdict, reason, remarks, tags: tags.of(scenario.tags) });
}
