import type { PlannedScenario } from '#core';
import { escapeHtml } from '../safe-text.ts';
import type { Spool } from '../spool.ts';

/** As many rows as the browser lays out at once; it leaves the others until they are near. */
const rowsInBlock = 50;

/** Writes the rows of the list under the features that they are of. */
export class ScenarioList {
  readonly #spool: Spool;
  #feature = '';
  #rows: string[] = [];
  #open = false;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  add(scenario: PlannedScenario, row: string): void {
    const path = scenario.id.replace(/:\d+$/, '');
    if (!this.#open || path !== this.#feature) {
      this.end();
      this.#open = true;
      this.#feature = path;
      this.#spool.write(
        `<section class="feature"><h3>${escapeHtml(scenario.feature)} <small>${escapeHtml(path)}</small></h3>\n`,
      );
    }
    this.#rows.push(row);
    if (this.#rows.length === rowsInBlock) this.#endBlock();
  }

  /** Ends the feature that is being written. */
  end(): void {
    this.#endBlock();
    if (this.#open) this.#spool.write('</section>\n');
    this.#open = false;
  }

  #endBlock(): void {
    if (this.#rows.length === 0) return;
    this.#spool.write(`<ol class="rows n${this.#rows.length}">${this.#rows.join('\n')}</ol>\n`);
    this.#rows = [];
  }
}

/** How high a block is before it is laid out, so that the scroll bar is right from the start. */
export const blockHeights = (): string =>
  Array.from(
    { length: rowsInBlock },
    (_, index) =>
      `.n${index + 1}{contain-intrinsic-size:auto ${((index + 1) * 2.2).toFixed(1)}rem}`,
  ).join('');
