import type { Errand } from '../../data-centre/index.ts';
import type { LinesName } from '../lines.ts';
import type { TextKey } from '../texts.en-GB.ts';
import { lines } from './building.ts';
import { calling } from './calling.ts';
import type { ChartSources, PanelState } from './setup.ts';

/** Something that the server is called for without an amount. */
export type PlainErrand = Extract<Errand['kind'], 'balance' | 'inspection' | 'synchronisation'>;

interface ErrandCall {
  /** Unique in the chart. */
  readonly id: string;
  readonly title: TextKey;
  /** What is shown before the call. */
  readonly lines: LinesName;
  readonly errand: PlainErrand;
  readonly back: string;
}

/** A call to the server: how things stand, OK calls, and what came of it. */
export const errandCall = (
  sources: ChartSources,
  { id, title, lines: before, errand, back }: ErrandCall,
): PanelState => ({
  initial: 'Confirm',
  states: {
    Confirm: lines({
      title,
      lines: before,
      ok: { target: 'Calling', actions: { type: 'beginCall', params: { errand } } },
      back,
    }),
    Calling: calling(sources, `#${id} Ended`),
    Ended: {
      id: `${id} Ended`,
      always: [
        { guard: 'callFailed', target: 'Call Failed', actions: 'beep' },
        { target: 'Call Complete' },
      ],
    },
    'Call Complete': lines({
      title: 'callComplete',
      lines: 'callResult',
      ok: { target: back },
      back,
    }),
    'Call Failed': lines({ title: 'callFailed', lines: 'callResult', ok: { target: back }, back }),
  },
});

/** Online Services: the generic call, by which the server does whatever is to be done. */
export const onlineServices = (sources: ChartSources, id: string, back: string): PanelState =>
  errandCall(sources, {
    id,
    title: 'onlineServices',
    lines: 'onlineServices',
    errand: 'synchronisation',
    back,
  });
