import { formatPence, type RegisterFigures } from '#core';
import { notRun } from '../pack/statement.ts';
import type { Outcome, RunFacts } from '../run-facts.ts';
import type { LineStyle } from './report-pages.ts';

export interface ReportLine {
  readonly text: string;
  readonly style?: LineStyle;
}

const colours: Readonly<Record<Outcome['verdict'], string>> = {
  passed: '#1b6e2c',
  failed: '#b00020',
  error: '#a04800',
  inconclusive: '#6b5900',
  skipped: '#555555',
  incomplete: '#b00020',
};

const detail: LineStyle = { small: true, indent: 14 };

/** Ids of requirements are tags in capitals: `@IS4-ACC-02`. */
const isRequirement = (tag: string): boolean => /^@[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/.test(tag);

/** One line a requirement: how often its scenarios ended how. */
export function requirementLines({ plan, outcomes }: RunFacts): readonly ReportLine[] {
  const verdicts = new Map(outcomes.map(({ id, verdict }) => [id, verdict]));
  const found = new Map<string, Map<string, number>>();
  for (const { id, tags } of plan) {
    for (const tag of tags.filter(isRequirement)) {
      const counts = found.get(tag) ?? new Map<string, number>();
      const verdict = verdicts.get(id) ?? 'not run';
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      found.set(tag, counts);
    }
  }
  if (found.size === 0) return [{ text: 'No scenario names a requirement.' }];
  return [...found].sort().map(([tag, counts]) => {
    const list = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
    return { text: `${tag.slice(1)}: ${list}` };
  });
}

/** The registers of the meters as the run began and as it ended. */
export function registerLines({ outcomes }: RunFacts): readonly ReportLine[] {
  const first = outcomes.find(({ before }) => before)?.before;
  const last = outcomes.findLast(({ after }) => after)?.after;
  if (!first && !last) return [{ text: 'Not read: this rig reads no registers past the panel.' }];
  return [
    {
      text: "Amounts in the meter's currency, each scenario with a meter as it was set up for it.",
    },
    ...(first ?? []).map((meter) => ({ text: `Before the first scenario: ${figures(meter)}` })),
    ...(last ?? []).map((meter) => ({ text: `After the last scenario: ${figures(meter)}` })),
  ];
}

const figures = (meter: RegisterFigures): string =>
  `meter ${meter.serial}: ascending ${formatPence(meter.ascending)}, descending ${formatPence(meter.descending)}, control total ${formatPence(meter.controlTotal)}, ${meter.items} items, ${meter.zeroItems} zero items`;

/** Every scenario with its verdict, its reason, what was measured and how the registers moved. */
export function scenarioLines(facts: RunFacts): readonly ReportLine[] {
  const begun = new Set(facts.outcomes.map(({ id }) => id));
  const names = new Map(facts.plan.map((planned) => [planned.id, planned.name]));
  return [
    ...facts.outcomes.flatMap(scenarioIn),
    ...notRun(facts)
      .filter((id) => !begun.has(id))
      .flatMap((id) => [
        { text: `NOT RUN  ${names.get(id) ?? id}`, style: { bold: true } },
        { text: id, style: detail },
      ]),
  ];
}

function scenarioIn(outcome: Outcome): readonly ReportLine[] {
  const { id, uid, name, verdict, reason, warned, measurements, before, after } = outcome;
  return [
    { text: `${verdict.toUpperCase()}  ${name}`, style: { colour: colours[verdict] } },
    { text: `${id}, case ${uid}, from line ${outcome.line} of the record`, style: detail },
    ...(reason === null ? [] : [{ text: reason, style: detail }]),
    ...(warned ? [{ text: 'A check that was not to judge does not hold.', style: detail }] : []),
    ...measurements.map((text) => ({ text, style: detail })),
    ...moved(before, after).map((text) => ({ text, style: detail })),
  ];
}

function moved(before: Outcome['before'] = [], after: Outcome['after'] = []): readonly string[] {
  return before.flatMap((was) => {
    const is = after.find(({ serial }) => serial === was.serial);
    if (!is || (is.ascending === was.ascending && is.descending === was.descending)) return [];
    const change = (name: 'ascending' | 'descending' | 'controlTotal', word: string): string =>
      `${word} ${formatPence(was[name])} → ${formatPence(is[name])}`;
    return [
      `Meter ${was.serial}: ${change('ascending', 'ascending')}, ${change('descending', 'descending')}, ${change('controlTotal', 'control total')}, items ${was.items} → ${is.items}`,
    ];
  });
}
