import type { PageGolden } from '../page-data.ts';
import { displayPicture } from './display-picture.ts';
import { h } from './dom.ts';
import { plural } from './format.ts';
import type { ReportData } from './report-data.ts';

/** A display beside its golden screen, and what differs. */
export async function goldenView(golden: PageGolden, data: ReportData): Promise<HTMLElement> {
  const { name, holds, isNew, pixels, actual, pictures = {} } = golden;
  const words = holds
    ? 'the same outside the masks'
    : isNew
      ? 'there is no golden screen of this name yet'
      : `${plural(pixels, 'pixel')} differ outside the masks`;
  const figures = holds
    ? [await figure('as it should be', actual, undefined, data)]
    : [
        isNew ? undefined : await figure('expected', undefined, pictures.expected, data),
        await figure('seen', actual, pictures.actual, data),
        pictures.difference && picture('difference', pictures.difference),
      ];
  return h(
    'div',
    { class: `golden ${holds ? 'holds' : 'broken'}` },
    h('p', {}, h('i', {}, holds ? '✓' : '✗'), ' ', h('b', {}, name), `: ${words}`),
    h('div', { class: 'trio' }, ...figures),
  );
}

/** The picture that was compared, where it was kept; otherwise the display drawn anew. */
async function figure(
  title: string,
  number: number | undefined,
  kept: string | undefined,
  data: ReportData,
): Promise<HTMLElement> {
  if (kept !== undefined) return picture(title, kept);
  const screen = number === undefined ? undefined : await data.screen(number);
  const shown = screen ? displayPicture(screen) : h('span', { class: 'nothing' }, 'not kept');
  return h('figure', {}, shown, h('figcaption', {}, title));
}

const picture = (title: string, url: string): HTMLElement =>
  h(
    'figure',
    {},
    h('img', { class: 'display kept', src: url, alt: title }),
    h('figcaption', {}, title),
  );
