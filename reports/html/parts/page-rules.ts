import type { RunEntry } from '#core';
import type { RunFile } from '../../archive/run-file.ts';
import { cssString } from '../safe-text.ts';
import { targetOf } from './head.ts';
import { utc } from './words.ts';

/** What stands at the edges of every printed page. */
export function pageRules(run: RunEntry, file: RunFile | undefined): string {
  const { meter, rig } = run;
  const who = `${meter.designation} ${meter.serial}, firmware ${meter.firmware}, on ${rig.name}`;
  const fault = run.fault === null ? '' : ` with the seeded fault ${run.fault}`;
  const when = file ? utc(file.began) : 'when is not known';
  return `@page{
@top-left{content:${cssString(`${targetOf(run)}${fault}`)};font:700 9pt system-ui,sans-serif}
@top-right{content:${cssString(who)};font:8pt system-ui,sans-serif}
@bottom-left{content:${cssString(`${when}${file ? `, run ${file.id}` : ''}`)};font:8pt system-ui,sans-serif}
@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt system-ui,sans-serif}}`;
}
