import type { GoldenEntry, RecordLine } from '#core';
import type { ScenarioStory, StepStory } from '../record/story.ts';
import { keptPicture } from './kept-picture.ts';
import { MeterTime } from './meter-time.ts';
import type { PageEvent, PageGolden, PageStep, ScenarioDetails } from './page-data.ts';
import type { ScreenNumbers } from './screen-numbers.ts';
import { SettlingWatch } from './settling.ts';
import type { WireLog } from './wire-log.ts';

/** What the details of a scenario are made with. */
export interface DetailsMaking {
  readonly folder: string;
  readonly numbers: ScreenNumbers;
  readonly wire: WireLog;
}

/** A scenario as the page shows it when it is opened. */
export function scenarioDetails(scenario: ScenarioStory, making: DetailsMaking): ScenarioDetails {
  const { uid, rule, reason, from, to, before, after } = scenario;
  const time = new MeterTime();
  const opening = eventsOf(scenario.opening, making, (line) => time.follow(line));
  const steps = scenario.steps.map((step, index) => {
    const end = scenario.steps[index + 1]?.from ?? to + 1;
    return stepOf(step, end, making, time);
  });
  return {
    uid,
    rule,
    reason,
    lines: [from, to],
    opening,
    steps,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

function stepOf(step: StepStory, end: number, making: DetailsMaking, time: MeterTime): PageStep {
  const watch = new SettlingWatch();
  const events = eventsOf(step.lines, making, (line) => {
    time.follow(line);
    watch.follow(line, time, making.numbers);
  });
  const screen = step.screen === undefined ? undefined : making.numbers.of(step.screen);
  const { settling } = watch;
  return {
    keyword: step.keyword,
    text: step.text,
    ...(step.failed ? { failed: true } : {}),
    ...(screen === undefined ? {} : { screen }),
    ...(settling ? { settling } : {}),
    events: [...events, ...making.wire.until(end)],
  };
}

function eventsOf(
  lines: readonly RecordLine[],
  making: DetailsMaking,
  follow: (line: RecordLine) => void,
): readonly PageEvent[] {
  const events: PageEvent[] = [];
  let shown: number | undefined;
  for (const line of lines) {
    follow(line);
    if (line.type === 'frame') shown = making.numbers.of(line.screen);
    events.push(...making.wire.until(line.seq));
    const event =
      line.type === 'golden' ? goldenOf(line, shown, making.folder) : eventOf(line, making);
    if (event) events.push(event);
  }
  return events;
}

function eventOf(line: RecordLine, making: DetailsMaking): PageEvent | undefined {
  switch (line.type) {
    case 'key':
      return ['k', line.key];
    case 'frame': {
      const screen = making.numbers.of(line.screen) ?? -1;
      const at = line.t ?? line.at;
      return line.state === undefined ? ['f', at, screen] : ['f', at, screen, line.state];
    }
    case 'state':
      return ['s', line.state];
    case 'screen':
    case 'golden':
      return undefined;
    default: {
      const { seq: _seq, prev: _prev, t: _t, ...event } = line;
      return event;
    }
  }
}

const pictureNames = ['expected', 'actual', 'difference'] as const;

type PictureName = (typeof pictureNames)[number];

function goldenOf(line: GoldenEntry, shown: number | undefined, folder: string): PageGolden {
  // Where it holds both look alike, and the display that was compared is drawn anew.
  const kept: Partial<Record<PictureName, string>> = line.holds ? {} : (line.pictures ?? {});
  const pictures: Partial<Record<PictureName, string>> = {};
  for (const which of pictureNames) {
    const url = kept[which] === undefined ? undefined : keptPicture(folder, kept[which]);
    if (url !== undefined) pictures[which] = url;
  }
  return {
    type: 'golden',
    name: line.name,
    holds: line.holds,
    isNew: line.expected === null,
    pixels: line.pixels,
    ...(shown === undefined ? {} : { actual: shown }),
    ...(Object.keys(pictures).length === 0 ? {} : { pictures }),
  };
}
