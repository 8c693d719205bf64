import type { PageEvent, PageStep, ScenarioDetails } from '../page-data.ts';
import { checkView, measurementView } from './checks.ts';
import { displayPicture } from './display-picture.ts';
import { h } from './dom.ts';
import { eventText } from './event-text.ts';
import { duration } from './format.ts';
import { keyCaps } from './key-caps.ts';
import type { ReportData } from './report-data.ts';

let dialog: HTMLDialogElement | undefined;

/** Shows every display of a step with the keys between, beside what went over the wire. */
export async function showFrames(
  details: ScenarioDetails,
  index: number,
  data: ReportData,
): Promise<void> {
  const step = details.steps[index];
  if (!step) return;
  const go = (by: number): void => void showFrames(details, index + by, data);
  const button = (text: string, by: number): HTMLElement => {
    const made = h(
      'button',
      { type: 'button', disabled: details.steps[index + by] === undefined },
      text,
    );
    made.addEventListener('click', () => go(by));
    return made;
  };
  const content = h(
    'div',
    { class: 'frames' },
    h(
      'header',
      {},
      h('p', {}, `Step ${index + 1} of ${details.steps.length}`),
      h('h2', {}, h('b', {}, step.keyword), ` ${step.text}`),
      h(
        'form',
        { method: 'dialog' },
        button('← Before', -1),
        button('Next →', 1),
        h('button', {}, 'Close'),
      ),
    ),
    await framesOf(step, data),
    wireOf(step.events),
  );
  dialog ??= newDialog();
  dialog.onkeydown = ({ key }) => {
    if (key === 'ArrowLeft') go(-1);
    if (key === 'ArrowRight') go(1);
  };
  dialog.replaceChildren(content);
  if (!dialog.open) dialog.showModal();
}

function newDialog(): HTMLDialogElement {
  const made = h('dialog', { id: 'frames', 'aria-label': 'Every display of a step' });
  document.body.append(made);
  return made;
}

/** In the order in which it happened: keys, then what they made the display show. */
async function framesOf(step: PageStep, data: ReportData): Promise<HTMLElement> {
  const items: HTMLElement[] = [];
  let keys: string[] = [];
  let began: number | undefined;
  const spill = (): void => {
    if (keys.length > 0)
      items.push(h('li', { class: 'note' }, keyCaps(keys), ' and the display stayed'));
    keys = [];
  };
  for (const event of step.events) {
    if (!('type' in event)) {
      if (event[0] === 'k') keys.push(event[1]);
      if (event[0] !== 'f') continue;
      const [, at, number] = event;
      began ??= at;
      const screen = await data.screen(number);
      items.push(
        h(
          'li',
          { class: 'frame' },
          h(
            'p',
            {},
            keys.length > 0 ? keyCaps(keys) : 'by itself',
            h('small', {}, `+${duration(at - began)}`),
          ),
          screen && displayPicture(screen),
        ),
      );
      keys = [];
      continue;
    }
    spill();
    items.push(h('li', { class: 'note' }, noteOf(event)));
  }
  spill();
  if (items.length === 0)
    items.push(h('li', { class: 'note' }, 'Nothing was pressed and nothing changed.'));
  return h('ol', { class: 'sequence' }, ...items);
}

function noteOf(event: Extract<PageEvent, { readonly type: string }>): Node | string {
  switch (event.type) {
    case 'check':
      return checkView(event);
    case 'measurement':
      return measurementView(event);
    case 'golden':
      return `Golden screen ${event.name}: ${event.holds ? 'the same' : `${event.pixels} pixels differ`}`;
    default:
      return eventText(event) ?? event.type;
  }
}

function wireOf(events: readonly PageEvent[]): HTMLElement | undefined {
  const lines = events.flatMap((event) => ('type' in event || event[0] !== 'w' ? [] : [event]));
  const [first] = lines;
  if (!first) return undefined;
  const rows = lines.map(([, ms, direction, text]) =>
    h(
      'tr',
      {},
      h('td', {}, `+${Math.round(ms - first[1])} ms`),
      h('td', {}, direction),
      h('td', {}, text),
    ),
  );
  return h(
    'div',
    { class: 'wire' },
    h('h3', {}, 'On the wire'),
    h('table', {}, h('tbody', {}, ...rows)),
  );
}
