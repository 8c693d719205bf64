import { fieldOn } from '../touch/field.ts';
import type { Panel, ScreenSpec as TouchScreenSpec, Values } from '../touch/panel.ts';
import type { ChartSources } from './chart/setup.ts';
import type { Context } from './context.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import type { Language } from './languages.ts';
import type { Profile } from './profile.ts';
import type { OnboardingRules } from './rules.ts';
import type { TextKey, Texts } from './texts.en.ts';
import { elementsOf, type ViewName } from './views.ts';

/** How the texts, views and fields of the onboarding are called. */
export interface PanelNames {
  readonly text: TextKey;
  readonly view: ViewName;
  readonly field: FieldName;
}

/** What a state shows. */
export type ScreenSpec = TouchScreenSpec<PanelNames>;

/** What pages in one language are made from. */
export interface PageSources {
  readonly language: Language;
  readonly texts: Texts;
  readonly profile: Profile;
  readonly rules: OnboardingRules;
}

/** What the pages in one language bring to the touch screen. */
export function panelIn(
  language: Language,
  { profile, rules, languages }: ChartSources,
): Panel<PanelNames, Context> {
  const texts = languages[language];
  const pages: PageSources = { language, texts, profile, rules };
  return {
    texts,
    profile: { ...profile, language },
    elementsOf: (view, context) => elementsOf(view, context, pages),
    fieldOf: (name) => fieldOn(fieldSpec(name), profile),
    titleValues: (title, context) => titleValues(title, context),
  };
}

function titleValues(title: TextKey, { memory }: Context): Values {
  return title === 'setUpOf' ? { model: memory.model ?? '' } : {};
}
