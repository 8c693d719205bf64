import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MeasurementEntry, type Millis, type RecordLine, screenLines } from '#core';
import { recordFileName } from './archive/run-file.ts';
import { openStory, type RunStory, type ScenarioStory, type StepStory } from './record/story.ts';

/** Writes `report.html` of a run, one file that opens from disk, made from its record alone. */
export function writeReport(folder: string): string {
  const path = join(folder, 'report.html');
  writeFileSync(path, renderReport(openStory(join(folder, recordFileName))));
  return path;
}

/** The report of a record: every scenario with its steps, keys and the display after each step. */
export function renderReport(story: RunStory): string {
  const { meter, rig, target } = story.run;
  const counts = new Map<string, number>();
  const scenarios: string[] = [];
  for (const scenario of story.scenarios) {
    counts.set(scenario.verdict, (counts.get(scenario.verdict) ?? 0) + 1);
    scenarios.push(renderScenario(scenario, story.screens));
  }
  const figures = ['passed', 'failed', 'error', 'inconclusive', 'skipped', 'incomplete']
    .map((verdict) => `<li class="${verdict}"><b>${counts.get(verdict) ?? 0}</b> ${verdict}</li>`)
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Frankbench: ${escapeHtml(rig.name)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body>
<header><h1>${escapeHtml(meter.model)} on ${escapeHtml(rig.name)}</h1>
<p class="target">${target}</p><ul class="figures">${figures}</ul></header>
<main>${scenarios.join('\n')}</main></body></html>
`;
}

/** "3 pieces on Sales: after 885 to 900 s, limit 900 s: within". */
function measured({ what, limitMs, longerThanMs, atMostMs, verdict }: MeasurementEntry): string {
  const inSeconds = (ms: Millis): number => ms / 1000;
  const took =
    atMostMs === null
      ? `not after ${inSeconds(longerThanMs)} s`
      : `after ${inSeconds(longerThanMs)} to ${inSeconds(atMostMs)} s`;
  return `${what}: ${took}, limit ${inSeconds(limitMs)} s: ${verdict}`;
}

function renderScenario(scenario: ScenarioStory, screens: Screens): string {
  const open = scenario.verdict === 'passed' ? '' : ' open';
  const verdict = escapeHtml(scenario.verdict);
  const steps = scenario.steps.map((step) => renderStep(step, screens)).join('');
  return `<details class="${verdict}"${open}><summary><span>${verdict}</span>
<b>${escapeHtml(scenario.name)}</b> <small>${escapeHtml(scenario.id)}</small></summary>
${scenario.reason === null ? '' : `<pre class="reason">${escapeHtml(scenario.reason)}</pre>`}
<ol>${steps}</ol></details>`;
}

function renderStep(step: StepStory, screens: Screens): string {
  const keys = step.lines
    .flatMap((line) => (line.type === 'key' ? [`<kbd>${escapeHtml(line.key)}</kbd>`] : []))
    .join(' ');
  const checks = step.lines
    .flatMap(checkOf)
    .map((check) => `<li>${escapeHtml(check)}</li>`)
    .join('');
  const screen = step.screen === undefined ? undefined : screens.get(step.screen);
  const lcd = screen
    ? `<pre class="${screen.display === 'touch' ? 'touch' : 'lcd'}">${escapeHtml(screenLines(screen).join('\n'))}</pre>`
    : '';
  return `<li${step.failed ? ' class="broke"' : ''}><p>${escapeHtml(step.keyword)} ${escapeHtml(step.text)}</p>
<p class="keys">${keys}</p>${checks ? `<ul>${checks}</ul>` : ''}${lcd}</li>`;
}

function checkOf(line: RecordLine): readonly string[] {
  if (line.type === 'measurement') return [measured(line)];
  if (line.type !== 'check') return [];
  const { what, holds, expected, seen } = line;
  return [`${what}: ${holds ? '' : `expected ${expected}, `}seen ${seen}`];
}

type Screens = RunStory['screens'];

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
:root{color-scheme:light dark;font:15px/1.45 system-ui,sans-serif}
body{max-width:70rem;margin:0 auto;padding:1rem}
.target{display:inline-block;border:2px solid;padding:0 .5rem;font-weight:700;letter-spacing:.1em}
.figures{display:flex;flex-wrap:wrap;gap:1.5rem;list-style:none;padding:0}.figures b{font-size:1.6rem}
details{border:1px solid #8886;border-left:.4rem solid #888;border-radius:.3rem;margin:.4rem 0;padding:.3rem .7rem}
details.passed{border-left-color:#2a8a3a}details.failed{border-left-color:#c22}details.error{border-left-color:#b50}
summary span{display:inline-block;min-width:5.5rem}small{opacity:.7}
pre{overflow:auto}.reason{background:#c221;padding:.6rem}
.lcd{background:#c9d8a8;color:#1b2410;padding:.5rem .8rem;display:inline-block;border-radius:.3rem;min-width:22rem}
pre.touch{background:#eef2f7;color:#16202c;border:1px solid #8aa;padding:.5rem .8rem;display:inline-block;border-radius:.3rem;min-width:30rem}
kbd{border:1px solid #8888;border-radius:.25rem;padding:0 .3rem;font-size:.85em}.keys{line-height:1.9}
.broke>p:first-child{color:#c22;font-weight:700}@media print{details{break-inside:avoid}}`;
