import type { RunEntry } from '#core';
import type { RunFile } from '../../archive/run-file.ts';
import type { RunFigures, Standing } from '../run-figures.ts';
import { escapeHtml } from '../safe-text.ts';
import {
  count,
  duration,
  thousands,
  utc,
  verdictBadge,
  verdictClass,
  verdictMark,
} from './words.ts';

/** What the head of a report says. */
export interface HeadFacts {
  readonly run: RunEntry;
  readonly file: RunFile | undefined;
  readonly figures: RunFigures;
  readonly planned: number;
  readonly incomplete: boolean;
  readonly verdict: string;
  readonly warnings: readonly string[];
}

/** REAL or EMULATED, and nothing else that a record may say. */
export const targetOf = ({ target }: RunEntry): string => (target === 'REAL' ? 'REAL' : 'EMULATED');

/** The head: who was tested, how it ended, and figures of which none can be read for all. */
export function head(facts: HeadFacts): string {
  const { run, verdict, warnings, incomplete } = facts;
  const target = targetOf(run);
  const { meter, rig } = run;
  return `<header class="head">
<div class="who">
<p class="target ${target.toLowerCase()}">${target}</p>
<div><h1>${escapeHtml(meter.designation)} <span>${escapeHtml(meter.serial)}</span></h1>
<p class="sub">${escapeHtml(meter.maker)} · firmware ${escapeHtml(meter.firmware)} · on ${escapeHtml(rig.name)}</p></div>
<p class="verdict ${verdictClass(verdict)}"><small>${incomplete ? 'Incomplete, so far' : 'Verdict'}</small>${verdictBadge(verdict)}</p>
</div>
${warnings.map((text) => `<p class="warning"><b>Take care.</b> ${escapeHtml(text)}</p>`).join('\n')}
${figureList(facts)}
${factList(facts)}
</header>`;
}

const order: readonly Standing[] = [
  'failed',
  'error',
  'inconclusive',
  'incomplete',
  'not run',
  'skipped',
  'passed',
];

function figureList({ figures, planned }: HeadFacts): string {
  const boxes = order.map((verdict) => {
    const number = figures.counts[verdict];
    const none = number === 0 ? ' none' : '';
    return `<li class="${verdictClass(verdict)}${none}"><b>${thousands(number)}</b><span><i aria-hidden="true">${verdictMark[verdict]}</i> ${verdict}</span>${remark(verdict, figures)}</li>`;
  });
  return `<section aria-label="Figures"><ul class="figures">${boxes.join('')}</ul>
<p class="of">of ${count(planned, 'planned scenario')}</p>${skippedReasons(figures)}</section>`;
}

/** What is to be known of the passes, so that their number cannot flatter. */
function remark(verdict: Standing, { unverified, assumed }: RunFigures): string {
  if (verdict !== 'passed') return '';
  const remarks = [
    ...(unverified > 0 ? [`${thousands(unverified)} unverified in part`] : []),
    ...(assumed > 0 ? [`${thousands(assumed)} on assumptions`] : []),
  ];
  return remarks.map((text) => `<em>${text}</em>`).join('');
}

function skippedReasons(figures: RunFigures): string {
  const groups = figures.groups('skipped');
  if (groups.length === 0) return '';
  const rows = groups.map(
    ({ reason, places }) => `<li><b>${places.length}</b> ${escapeHtml(reason)}</li>`,
  );
  return `<div class="skips"><h2>Why scenarios were skipped</h2><ul>${rows.join('')}</ul></div>`;
}

function factList({ run, file }: HeadFacts): string {
  const { meter, rig, suite, software } = run;
  const facts: readonly (readonly [string, string])[] = [
    [
      'Meter',
      `${meter.maker} ${meter.designation}, ${meter.model}${meter.language ? `, ${meter.language}` : ''}`,
    ],
    ['Serial', meter.serial],
    ['Firmware', meter.firmware],
    ['Rig', `${rig.name}: ${rig.description} (${rig.link})`],
    ['Operator', rig.operator ?? 'none named'],
    ['Began', file ? utc(file.began) : 'not known'],
    ['Ended', file?.ended ? `${utc(file.ended)}, after ${tookOf(file)}` : 'not yet, or not known'],
    ['Run', file ? `number ${file.number} on this rig, ${file.id}` : 'not known'],
    ['Host', file ? `${file.host.os} ${file.host.kernel}, ${file.host.arch}` : 'not known'],
    [
      'Commit',
      `${suite.commit ? short(suite.commit) : 'not known'}${suite.dirty ? ', with changes in no commit' : ''}`,
    ],
    ['Judged by', judges[run.judge] ?? run.judge],
    ['Seeded fault', run.fault ?? 'none'],
    ['Seed', run.seed ?? 'none: nothing was left to chance'],
    ['Time', run.clock === 'virtual' ? "the meter's own, jumped over" : "the host's clock"],
    [
      'Record',
      file?.record
        ? `${count(file.record.lines, 'line')}, the last is ${short(file.record.head)}`
        : 'not concluded',
    ],
    [
      'Software',
      Object.entries(software)
        .map(([name, version]) => `${name} ${version.length === 64 ? short(version) : version}`)
        .join(', '),
    ],
  ];
  const rows = facts.map(
    ([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<dl class="facts">${rows.join('')}</dl>`;
}

/** The beginning of a digest; the whole of it stands in the record and in `run.json`. */
const short = (digest: string): string => digest.slice(0, 12);

const tookOf = ({ began, ended }: RunFile): string =>
  duration(Date.parse(ended ?? began) - Date.parse(began));

const judges: Readonly<Record<string, string>> = {
  both: 'the shadow model and the features’ checks',
  checks: 'the features’ checks alone',
  shadow: 'the shadow model alone',
};
