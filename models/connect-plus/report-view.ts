import { isoDay, rowText, type Table } from '#core';
import { line } from '../touch/elements.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import type { Element, PagedView } from './elements.ts';

type Tables = WeakMap<Context['memory'], Map<string, Table>>;

const tablesOf = new WeakMap<ChartSources, Tables>();

/** The report that is being viewed. Made once for each state of the memory. */
export function tableOf({ memory, report, now }: Context, sources: ChartSources): Table {
  const { rules, texts, profile } = sources;
  const key = JSON.stringify([report.name, report.saved, report.settings, isoDay(now)]);
  const tables: Tables = tablesOf.get(sources) ?? new WeakMap();
  tablesOf.set(sources, tables);
  const known = tables.get(memory) ?? new Map<string, Table>();
  tables.set(memory, known);
  const table =
    known.get(key) ??
    rules.reportTable(report.name, {
      memory,
      settings: report.settings,
      now,
      profile,
      title: report.saved ?? texts[report.name],
    });
  known.set(key, table);
  return table;
}

/** Title, notes, the heading, the rows, and the totals where the report has them. */
export const reportView: PagedView = (context, sources) => {
  const { title, columns, rows, totals, notes } = tableOf(context, sources);
  const heading = line(columns.map((column) => column.heading).join('\t'), 'column');
  const lead = [line(title), ...notes.map((note) => line(note)), heading];
  const length = lead.length + rows.length + (totals ? 1 : 0);
  const at = (index: number): Element =>
    lead[index] ?? line(rowText(columns, rows[index - lead.length] ?? totals ?? []).join('\t'));
  return {
    length,
    heading,
    slice: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, index) =>
        at(from + index),
      ),
  };
};
