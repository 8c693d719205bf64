import type { NoChanges, RunChanges, Seen } from '../run-changes.ts';
import { escapeHtml } from '../safe-text.ts';
import { count, verdictBadge } from './words.ts';

/** More is folded, and very many are not named. */
const mostOpen = 8;
const mostNamed = 200;

/** What is new since the last run on the rig. */
export function changesSection(changes: RunChanges | NoChanges): string {
  return `<section class="changes"><h2>Since the last run on this rig</h2>${
    'why' in changes ? `<p>${escapeHtml(changes.why)}</p>` : compared(changes)
  }</section>`;
}

function compared(changes: RunChanges): string {
  const { newlyFailing, newlyPassing, added, gone, number, id, unlike } = changes;
  const nothing = [newlyFailing, newlyPassing, added, gone].every(({ length }) => length === 0);
  return `<p>Compared with run ${number} (${escapeHtml(id)}).${
    nothing ? ' The same scenarios ended the same way.' : ''
  }</p>
${unlike.length === 0 ? '' : `<p class="warning"><b>Not like with like:</b> ${escapeHtml(unlike.join('; '))}.</p>`}
${list('Newly failing', newlyFailing, mostNamed)}${list('Newly passing', newlyPassing)}${list('New scenarios', added)}${list('Not in this run any more', gone)}`;
}

function list(title: string, seen: readonly Seen[], mostShown = mostOpen): string {
  if (seen.length === 0) return '';
  const rows = seen.slice(0, mostNamed).map(({ name, verdict, place }) => {
    const text = escapeHtml(name);
    return `<li>${verdictBadge(verdict)} ${place === undefined ? text : `<a href="#s${place}">${text}</a>`}</li>`;
  });
  const more = seen.length - mostNamed;
  return `<details class="panel"${seen.length <= mostShown ? ' open' : ''}><summary>${title}: ${count(seen.length, 'scenario')}</summary>
<ul class="plain body">${rows.join('')}</ul>${more > 0 ? `<p class="more">and ${count(more, 'other')}</p>` : ''}</details>`;
}
