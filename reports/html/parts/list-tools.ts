import type { RunFigures, Standing } from '../run-figures.ts';
import { thousands, verdictClass, verdictMark } from './words.ts';

/** What the list is filtered with; without a script it is not shown. */
export function listTools({ counts }: RunFigures): string {
  const chips = (Object.keys(verdictMark) as Standing[])
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        `<label class="chip ${verdictClass(verdict)}"><input type="checkbox" name="verdict" value="${verdictClass(verdict)}"><i aria-hidden="true">${verdictMark[verdict]}</i> ${verdict} <b>${thousands(counts[verdict])}</b></label>`,
    )
    .join('');
  return `<h2>Scenarios</h2>
<form class="tools" role="search" hidden>
<input type="search" id="search" placeholder="Search names, reasons, tags ( / )" aria-label="Search">
<select id="tag" aria-label="Tag"><option value="">All tags</option></select>
<fieldset class="chips"><legend>Verdicts</legend>${chips}</fieldset>
<output id="found" aria-live="polite"></output>
<span class="buttons"><button type="button" id="print">Print</button><button type="button" id="theme">Theme</button><button type="button" id="help">Keys ( ? )</button></span>
</form>`;
}
