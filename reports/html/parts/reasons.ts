import type { ReasonGroup } from '../run-figures.ts';
import { escapeHtml } from '../safe-text.ts';
import { count, verdictBadge, verdictClass } from './words.ts';

const mostLinks = 24;

/** What did not pass, grouped by like reason, so that one defect is seen as one. */
export function reasonsSection(groups: readonly ReasonGroup[]): string {
  if (groups.length === 0) return '';
  const rows = groups.map(({ verdict, reason, places }) => {
    const links = places
      .slice(0, mostLinks)
      .map((place) => `<a href="#s${place}">${place}</a>`)
      .join(' ');
    const more =
      places.length > mostLinks ? ` and ${count(places.length - mostLinks, 'other')}` : '';
    return `<li class="${verdictClass(verdict)}"><p>${verdictBadge(verdict)} <b>${count(places.length, 'scenario')}</b></p>
<p class="like">${escapeHtml(reason.slice(0, 400))}</p><p class="links">Scenario ${links}${more}</p></li>`;
  });
  return `<section class="reasons"><h2>What did not pass, by like reason</h2><ul class="plain">${rows.join('')}</ul></section>`;
}
