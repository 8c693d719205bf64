import type { PlannedScenario } from '#core';
import type { Standing } from '../run-figures.ts';
import { escapeHtml } from '../safe-text.ts';
import { verdictBadge, verdictClass } from './words.ts';

/** What is shown of a reason in the list; all of it stands in the scenario's details. */
const mostCharacters = 1200;

/** A scenario's line in the list. */
export interface RowFacts {
  readonly scenario: PlannedScenario;
  /** Its place in the run; left out when it was not run. */
  readonly place?: number;
  readonly verdict: Standing;
  readonly reason: string | null;
  /** What is to be known of its pass. */
  readonly remarks: readonly string[];
  /** The numbers of its tags. */
  readonly tags: readonly number[];
}

/** A row that can be read without a script: name, place in the features, verdict and reason. */
export function scenarioRow({ scenario, place, verdict, reason, remarks, tags }: RowFacts): string {
  const name = `<span class="name">${escapeHtml(scenario.name)}</span><small>${escapeHtml(placeIn(scenario.id))}</small>`;
  const remark = remarks.map((text) => `<em class="remark">${text}</em>`).join('');
  const inside = `${verdictBadge(verdict)}${name}${remark}`;
  const why =
    reason === null || verdict === 'passed'
      ? ''
      : `<pre class="why">${escapeHtml(cut(reason))}</pre>`;
  const opens =
    place === undefined
      ? `<div class="line">${inside}</div>`
      : `<a class="line" href="#s${place}">${inside}</a>`;
  const id = place === undefined ? '' : ` id="s${place}"`;
  return `<li${id} class="row ${verdictClass(verdict)}" data-tags="${tags.join(' ')}">${opens}${why}</li>`;
}

/** The feature file stands above its rows. */
const placeIn = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const cut = (reason: string): string =>
  reason.length <= mostCharacters ? reason : `${reason.slice(0, mostCharacters)} …`;
