import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Screen, screenLines } from '#core';
import { type Line, readRecord } from './record.ts';

interface StepShown {
  readonly text: string;
  readonly keys: string[];
  readonly checks: string[];
  screen: Screen | undefined;
  failed: boolean;
}

interface ScenarioShown {
  readonly id: string;
  readonly name: string;
  readonly steps: StepShown[];
  verdict: string;
  reason: string | null;
}

/** Writes `report.html` of a run, one file that opens from disk, made from its record alone. */
export function writeReport(folder: string): string {
  const path = join(folder, 'report.html');
  writeFileSync(path, renderReport(readRecord(join(folder, 'record.ndjson'))));
  return path;
}

/** The report of a record: every scenario with its steps, keys and the display after each step. */
export function renderReport(lines: readonly Line[]): string {
  const [run] = lines;
  const scenarios = scenariosOf(lines);
  const count = (verdict: string): number =>
    scenarios.filter((scenario) => scenario.verdict === verdict).length;
  const figures = ['passed', 'failed', 'error', 'inconclusive', 'skipped', 'incomplete']
    .map((verdict) => `<li class="${verdict}"><b>${count(verdict)}</b> ${verdict}</li>`)
    .join('');
  const meter = run?.meter as { readonly model?: string; readonly emulated?: boolean };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Frankbench: ${escapeHtml(String(run?.rig))}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body>
<header><h1>${escapeHtml(meter?.model ?? '')} on ${escapeHtml(String(run?.rig))}</h1>
<p class="target">${meter?.emulated ? 'EMULATED' : 'REAL'}</p><ul class="figures">${figures}</ul></header>
<main>${scenarios.map(renderScenario).join('\n')}</main></body></html>
`;
}

function scenariosOf(lines: readonly Line[]): readonly ScenarioShown[] {
  const scenarios: ScenarioShown[] = [];
  for (const line of lines) {
    const scenario = scenarios.at(-1);
    const step = scenario?.steps.at(-1);
    switch (line.type) {
      case 'scenario':
        scenarios.push({
          id: String(line.id),
          name: String(line.name),
          steps: [],
          verdict: 'incomplete',
          reason: null,
        });
        break;
      case 'step':
        scenario?.steps.push({
          text: String(line.text),
          keys: [],
          checks: [],
          screen: step?.screen,
          failed: false,
        });
        break;
      case 'key':
        step?.keys.push(String(line.key));
        break;
      case 'frame':
        // The recorder wrote a frame; its shape is the panel link's.
        if (step) step.screen = line as unknown as Screen;
        break;
      case 'check':
        step?.checks.push(
          `${line.what}: ${line.holds ? '' : `expected ${line.expected}, `}seen ${line.seen}`,
        );
        break;
      case 'measurement':
        step?.checks.push(measured(line));
        break;
      case 'step-failed':
        if (step) step.failed = true;
        break;
      case 'verdict':
        if (!scenario) break;
        scenario.verdict = String(line.verdict);
        scenario.reason = line.reason === null ? null : String(line.reason);
        break;
    }
  }
  return scenarios;
}

/** "3 pieces on Sales: after 885 to 900 s, limit 900 s: within". */
function measured({ what, limitMs, longerThanMs, atMostMs, verdict }: Line): string {
  const inSeconds = (ms: unknown): number => Number(ms) / 1000;
  const took =
    atMostMs === null
      ? `not after ${inSeconds(longerThanMs)} s`
      : `after ${inSeconds(longerThanMs)} to ${inSeconds(atMostMs)} s`;
  return `${what}: ${took}, limit ${inSeconds(limitMs)} s: ${verdict}`;
}

function renderScenario(scenario: ScenarioShown): string {
  const open = scenario.verdict === 'passed' ? '' : ' open';
  const verdict = escapeHtml(scenario.verdict);
  return `<details class="${verdict}"${open}><summary><span>${verdict}</span>
<b>${escapeHtml(scenario.name)}</b> <small>${escapeHtml(scenario.id)}</small></summary>
${scenario.reason === null ? '' : `<pre class="reason">${escapeHtml(scenario.reason)}</pre>`}
<ol>${scenario.steps.map(renderStep).join('')}</ol></details>`;
}

function renderStep(step: StepShown): string {
  const keys = step.keys.map((key) => `<kbd>${escapeHtml(key)}</kbd>`).join(' ');
  const checks = step.checks.map((check) => `<li>${escapeHtml(check)}</li>`).join('');
  const lcd = step.screen
    ? `<pre class="${step.screen.display === 'touch' ? 'touch' : 'lcd'}">${escapeHtml(screenLines(step.screen).join('\n'))}</pre>`
    : '';
  return `<li${step.failed ? ' class="broke"' : ''}><p>${escapeHtml(step.text)}</p>
<p class="keys">${keys}</p>${checks ? `<ul>${checks}</ul>` : ''}${lcd}</li>`;
}

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
