import { fieldOn } from '../touch/field.ts';
import type { Panel, ScreenSpec as TouchScreenSpec } from '../touch/panel.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import type { TextKey } from './texts.en-GB.ts';
import { elementsOf, type ViewName } from './views.ts';

/** How the texts, views and fields of the Connect+ are called. */
export interface PanelNames {
  readonly text: TextKey;
  readonly view: ViewName;
  readonly field: FieldName;
}

/** What a state shows. */
export type ScreenSpec = TouchScreenSpec<PanelNames>;

/** What the Connect+ brings to its touch screen. */
export const panelOf = (sources: ChartSources): Panel<PanelNames, Context> => ({
  texts: sources.texts,
  profile: sources.profile,
  elementsOf: (view, context) => elementsOf(view, context, sources),
  fieldOf: (name) => fieldOn(fieldSpec(name), sources.profile),
});
