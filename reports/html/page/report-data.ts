import type { Screen } from '#core';
import type { PageData, ScenarioDetails } from '../page-data.ts';
import { ChunkStore } from './chunk-store.ts';
import { part } from './dom.ts';

/** What the report holds, unpacked as far as it is asked for. */
export class ReportData {
  readonly page: PageData = JSON.parse(part('data').textContent ?? '');
  readonly #scenarios = new ChunkStore<ScenarioDetails>('scenarios');
  readonly #screens = new ChunkStore<Screen>('screens');

  /** A scenario by its place in the run, from 1. */
  async scenario(place: number): Promise<ScenarioDetails | undefined> {
    const { chunks } = this.page;
    const number = chunks.findLastIndex((first) => first <= place);
    const values = await this.#scenarios.values(number);
    return values[place - (chunks[number] ?? 1)];
  }

  /** A screen by its number. */
  async screen(number: number): Promise<Screen | undefined> {
    const { screensInChunk } = this.page;
    const values = await this.#screens.values(Math.floor(number / screensInChunk));
    return values[number % screensInChunk];
  }
}
