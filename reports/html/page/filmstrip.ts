import type { PageEvent, PageStep, ScenarioDetails } from '../page-data.ts';
import { displayPicture } from './display-picture.ts';
import { h } from './dom.ts';
import { duration, plural } from './format.ts';
import { showFrames } from './frames-dialog.ts';
import { keyCaps } from './key-caps.ts';
import type { ReportData } from './report-data.ts';

const mostCaps = 14;

/** The display after each step, with the keys that led there. */
export async function filmstrip(details: ScenarioDetails, data: ReportData): Promise<HTMLElement> {
  const cards = await Promise.all(
    details.steps.map((step, index) => card(step, index, details, data)),
  );
  return h('ol', { class: 'film' }, ...cards);
}

async function card(
  step: PageStep,
  index: number,
  details: ScenarioDetails,
  data: ReportData,
): Promise<HTMLElement> {
  const screen = step.screen === undefined ? undefined : await data.screen(step.screen);
  const shot = h(
    'button',
    { type: 'button', class: 'shot', 'aria-label': `Step ${index + 1}: every display` },
    screen ? displayPicture(screen) : h('span', { class: 'nothing' }, 'nothing was shown'),
  );
  shot.addEventListener('click', () => void showFrames(details, index, data));
  const keys = keysOf(step.events);
  return h(
    'li',
    { class: step.failed ? 'step broke' : 'step' },
    h('p', { class: 'text' }, h('b', {}, step.keyword), ` ${step.text}`),
    shot,
    h('p', { class: 'keys' }, keyCaps(keys, mostCaps)),
    h('p', { class: 'facts' }, factsOf(step).join(' · ')),
  );
}

export const keysOf = (events: readonly PageEvent[]): readonly string[] =>
  events.flatMap((event) => (Array.isArray(event) && event[0] === 'k' ? [event[1]] : []));

/** How the step came to rest, what was waited for, and how its checks ended. */
function factsOf({ events, settling, failed }: PageStep): readonly string[] {
  const facts: string[] = failed ? ['✗ failed here'] : [];
  if (settling) {
    facts.push(
      settling.ms === null
        ? 'never settled'
        : `settled ${settling.ms === 0 ? 'at once' : `after ${duration(settling.ms)}`}`,
    );
  }
  const entries = events.flatMap((event) => ('type' in event ? [event] : []));
  const waited = entries.reduce((sum, event) => sum + (event.type === 'wait' ? event.ms : 0), 0);
  if (waited > 0) facts.push(`waited ${duration(waited)}`);
  const checks = entries.filter((event) => event.type === 'check');
  if (checks.length === 0) return facts;
  const broken = checks.filter(({ holds }) => !holds).length;
  facts.push(
    broken === 0
      ? `✓ ${plural(checks.length, 'check')}`
      : `✗ ${broken} of ${plural(checks.length, 'check')}`,
  );
  return facts;
}
