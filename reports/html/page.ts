import type { RunFile } from '../archive/run-file.ts';
import type { RunStory } from '../record/story.ts';
import { pageAssets } from './page-assets.ts';
import type { PageData, ProvedRequirement } from './page-data.ts';
import { changesSection } from './parts/changes.ts';
import { head, targetOf } from './parts/head.ts';
import { listTools } from './parts/list-tools.ts';
import { pageRules } from './parts/page-rules.ts';
import { reasonsSection } from './parts/reasons.ts';
import { blockHeights } from './parts/scenario-list.ts';
import type { NoChanges, RunChanges } from './run-changes.ts';
import type { RunFigures } from './run-figures.ts';
import { isIncomplete, warningsOf } from './run-place.ts';
import { escapeHtml, scriptJson } from './safe-text.ts';
import type { Spool } from './spool.ts';

/** All that a page is made of. */
export interface PageParts {
  readonly story: RunStory;
  readonly file: RunFile | undefined;
  readonly figures: RunFigures;
  readonly changes: RunChanges | NoChanges;
  readonly tags: readonly string[];
  readonly chunkStarts: readonly number[];
  readonly requirements: readonly ProvedRequirement[] | null;
  readonly screensInChunk: number;
  /** What runs in the page. */
  readonly script: string;
  /** The rows of the list, and the packed details, as they wait in files. */
  readonly rows: Spool;
  readonly packed: Spool;
}

/** Writes a report's page: what is read first stands first, so that it is seen while the rest loads. */
export function writePage(page: Spool, parts: PageParts): void {
  const { story, file, figures, rows, packed, script } = parts;
  const { run } = story;
  const assets = pageAssets(script, `${blockHeights()}\n${pageRules(run, file)}`);
  const incomplete = isIncomplete(story, file);
  const planned = story.plan.length;
  const verdict = story.end?.verdict ?? 'incomplete';
  page.write(`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(assets.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${targetOf(run)}: ${run.meter.designation} ${run.meter.serial}, ${incomplete ? 'incomplete' : verdict}`)}</title>
<style>${assets.style}</style></head><body>
${head({ run, file, figures, planned, incomplete, verdict, warnings: warningsOf(story, file) })}
<main>
${reasonsSection(figures.groups('error', 'failed', 'inconclusive', 'incomplete'))}
${changesSection(parts.changes)}
<section id="overview"></section>
<section class="scenarios" aria-label="Scenarios">${listTools(figures)}
<div id="list">
`);
  rows.pourInto(page);
  page.write(`</div></section></main>
<noscript><p class="note">Steps, displays and filters need JavaScript; nothing is loaded from anywhere.</p></noscript>
<script type="application/json" id="data">${scriptJson(dataOf(parts))}</script>
`);
  packed.pourInto(page);
  page.write(`<script type="module">${assets.script}</script>\n</body></html>\n`);
}

function dataOf(parts: PageParts): PageData {
  const { chart, run } = parts.story;
  return {
    clock: run.clock,
    chunks: parts.chunkStarts,
    screensInChunk: parts.screensInChunk,
    chart: chart ? { states: chart.states, ways: chart.ways } : null,
    tags: parts.tags,
    requirements: parts.requirements,
    times: parts.figures.times,
  };
}
