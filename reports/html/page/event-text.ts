import type { OtherEvent } from '../page-data.ts';
import { duration, money } from './format.ts';

/** What happened, in words, for what has no picture of its own. */
export function eventText(event: OtherEvent): string | undefined {
  switch (event.type) {
    case 'wait':
      return `Waited until ${event.until}: ${duration(event.ms)}`;
    case 'time':
      return `Time went on by ${duration(event.ms)}`;
    case 'power':
      return event.on ? 'Power came on' : 'Power was cut';
    case 'feed':
      return event.imprint === null
        ? 'An envelope was fed and came out blank'
        : `An envelope was fed: ${money(event.imprint.value)}, piece ${event.imprint.item}, ${event.imprint.date}${event.imprint.specimen ? ', SPECIMEN' : ''}`;
    case 'stick':
      return event.place === 'host'
        ? 'The stick came to the host'
        : `The stick went to the ${event.place}`;
    case 'stick-not-kept':
      return `The stick's image was not kept: ${event.reason}`;
    case 'business-manager':
      return event.on
        ? 'The business manager was switched on'
        : 'The business manager was switched off';
    case 'link':
      return `Link: ${event.rung} after ${event.asked}, ${event.why}`;
    case 'work':
      return `Work chosen by chance: ${event.kind}`;
    case 'answer':
      return `${event.by} answered ${event.answer} to "${event.question}"${event.remark === null ? '' : `: ${event.remark}`}`;
    case 'attachment':
      return `Kept: ${event.name}, ${event.mediaType}, ${event.bytes.toLocaleString('en')} bytes`;
    case 'file':
      return `The meter wrote ${event.name}`;
    default:
      return undefined;
  }
}
