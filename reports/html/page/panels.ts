import type { PageEvent, PageGolden, ScenarioDetails } from '../page-data.ts';
import { chartPanel } from './chart-panel.ts';
import { checkView, measurementView } from './checks.ts';
import { folded, h } from './dom.ts';
import { eventText } from './event-text.ts';
import { fileView } from './file-view.ts';
import { plural } from './format.ts';
import { goldenView } from './golden-view.ts';
import { registersView } from './registers-view.ts';
import type { ReportData } from './report-data.ts';
import type { ListRow } from './row-list.ts';

type Entry = Exclude<PageEvent, readonly unknown[]>;

/** What a scenario has beside its displays; what it does not have is not mentioned. */
export function panels(
  row: ListRow,
  details: ScenarioDetails,
  data: ReportData,
): readonly (HTMLElement | undefined)[] {
  const events = [...details.opening, ...details.steps.flatMap(({ events: all }) => all)];
  const entries = events.flatMap((event) => ('type' in event ? [event] : []));
  const isBad = row.verdict !== 'passed';
  return [
    goldens(entries, data),
    delays(entries),
    checks(entries, isBad),
    links(entries),
    files(entries),
    registersView(details.before, details.after, isBad),
    chartPanel(details, data.page.chart),
    wire(events),
  ];
}

const ofType = <Type extends Entry['type']>(
  entries: readonly Entry[],
  type: Type,
): readonly Extract<Entry, { readonly type: Type }>[] =>
  // The filter has looked at the type.
  entries.filter((entry) => entry.type === type) as Extract<Entry, { readonly type: Type }>[];

function checks(entries: readonly Entry[], isBad: boolean): HTMLElement | undefined {
  const all = ofType(entries, 'check');
  if (all.length === 0) return undefined;
  const broken = all.filter(({ holds }) => !holds);
  const unjudged = all.filter(({ judged }) => !judged).length;
  const title = `${plural(all.length, 'check')}, ${broken.length === 0 ? 'all hold' : `${broken.length} do not hold`}${
    unjudged > 0 ? `, ${unjudged} not judged` : ''
  }`;
  const ordered = [...broken, ...all.filter(({ holds }) => holds)];
  return folded(title, isBad && broken.length > 0, () => h('div', {}, ...ordered.map(checkView)));
}

function delays(entries: readonly Entry[]): HTMLElement | undefined {
  const all = ofType(entries, 'measurement');
  if (all.length === 0) return undefined;
  const beyond = all.filter(({ verdict }) => verdict !== 'within').length;
  const title = `${plural(all.length, 'measured delay')}, ${beyond === 0 ? 'all within their limits' : `${beyond} not within`}`;
  return folded(title, true, () => h('div', {}, ...all.map(measurementView)));
}

function goldens(entries: readonly Entry[], data: ReportData): HTMLElement | undefined {
  const all = ofType(entries, 'golden');
  if (all.length === 0) return undefined;
  const broken = all.filter(({ holds }) => !holds).length;
  const title = `${plural(all.length, 'golden screen')}, ${broken === 0 ? 'all the same' : `${plural(broken, 'differs', 'differ')}`}`;
  return folded(title, broken > 0, async () => {
    const ordered: readonly PageGolden[] = [...all].sort(
      (a, b) => Number(a.holds) - Number(b.holds),
    );
    return h('div', {}, ...(await Promise.all(ordered.map((golden) => goldenView(golden, data)))));
  });
}

function files(entries: readonly Entry[]): HTMLElement | undefined {
  const all = [...ofType(entries, 'file'), ...ofType(entries, 'attachment')];
  if (all.length === 0) return undefined;
  return folded(`${plural(all.length, 'file')} kept`, all.length <= 3, () =>
    h('div', {}, ...all.map(fileView)),
  );
}

function links(entries: readonly Entry[]): HTMLElement | undefined {
  const all = ofType(entries, 'link');
  if (all.length === 0) return undefined;
  return folded(`${plural(all.length, 'trouble')} with the link`, true, () =>
    h('ul', { class: 'plain' }, ...all.map((event) => h('li', {}, eventText(event)))),
  );
}

function wire(events: readonly PageEvent[]): HTMLElement | undefined {
  const lines = events.flatMap((event) => ('type' in event || event[0] !== 'w' ? [] : [event]));
  const [first] = lines;
  if (!first) return undefined;
  return folded(`Wire log, ${plural(lines.length, 'line')}`, false, () => {
    const text = lines
      .map(
        ([, ms, direction, said]) =>
          `+${String(Math.round(ms - first[1])).padStart(7)} ms  ${direction.padEnd(3)}  ${said}`,
      )
      .join('\n');
    return h('pre', { class: 'log' }, text);
  });
}
