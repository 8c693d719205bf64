import { touchChanges } from '../../../touch/changes.ts';
import type { Values } from '../../../touch/panel.ts';
import type { Context } from '../../context.ts';
import type { Section } from '../../customer.ts';
import type { FieldName } from '../../fields.ts';
import { fieldSpec } from '../../fields.ts';
import { sectionTexts } from '../../names.ts';
import { panelIn } from '../../panel.ts';
import type { TextKey } from '../../texts.en.ts';
import type { ViewName } from '../../views.ts';
import type { ChartSources } from '../setup.ts';
import { change } from './changing.ts';

/** What a field is filled with as it opens. */
export type FieldSource = 'userName' | 'name' | 'company' | 'telephone' | 'usualAmount';

interface RefusalParams {
  readonly text: TextKey;
}

/** Lists, messages and fields, whatever they are about. */
export function pageActions(sources: ChartSources) {
  const { profile, rules, languages } = sources;
  // What taps change is the same in every language: only the words differ.
  const touch = touchChanges(panelIn('en', sources));

  const named = (keys: readonly TextKey[], { memory }: Context): string =>
    keys.map((key) => languages[memory.language][key]).join(', ');

  const money = (amount: number, { memory }: Context): string =>
    rules.money(amount, memory.language);

  /** What was tapped and comes too soon: the section before it. */
  const sectionTapped = (type: string): Section | undefined =>
    rules.sections.find((section) => type === `TAP.${sectionTexts[section]}`);

  /** What stands in the places of a refusal. */
  function valuesOf(
    text: TextKey,
    context: Context,
    type: string,
    open: TextKey | undefined,
  ): Values {
    const { memory, choosing } = context;
    switch (text) {
      case 'partsMissing':
        return { items: named(rules.missingParts(memory.profile), context) };
      case 'needsMissing':
        return { items: named(rules.missingNeeds(memory, choosing, profile), context) };
      case 'fieldMissing':
        return { items: open ? named([open], context) : '' };
      case 'passwordRules':
        return { least: profile.password.least, most: profile.password.most };
      case 'noTelephone':
        return { least: profile.telephone.least, most: profile.telephone.most };
      case 'noInstallation':
        return { digits: profile.installationDigits };
      case 'equipmentElsewhere':
        return { registered: memory.equipment?.serial ?? '', serial: memory.meter.serial };
      case 'replacedAway':
        return { serial: memory.customer?.kind === 'changing' ? memory.customer.replaced : '' };
      case 'modelUnfit':
        return { model: memory.model ?? '' };
      case 'refillLimits': {
        const { least, most, step } = profile.refill;
        return {
          least: money(least, context),
          most: money(most, context),
          step: money(step, context),
        };
      }
      case 'sectionFirst': {
        const tapped = sectionTapped(type);
        const first = tapped && rules.sectionBefore(memory, tapped);
        const name = first === 'ready' ? 'modelSection' : first && sectionTexts[first];
        return { section: name ? languages[memory.language][name] : '' };
      }
      default:
        return {};
    }
  }

  const sourceText = (source: FieldSource, { memory }: Context): string => {
    switch (source) {
      case 'userName':
      case 'name':
      case 'company':
      case 'telephone':
        return memory.profile[source];
      case 'usualAmount':
        return String(memory.meter.postal.receipts[0]?.amount ?? profile.refill.usual);
      default:
        return source satisfies never;
    }
  };

  return {
    beep: change(touch.beep),
    newDay: change(() => ({})),
    toTop: change(touch.toTop),
    turnPage: change((context, event, params: { view: ViewName }) =>
      touch.turnPage(context, event, params),
    ),
    refuse: change((context, event, { text }: RefusalParams) => ({
      beeps: context.beeps + 1,
      notice: { text, values: valuesOf(text, context, event.type, context.opened) },
    })),
    openField: change(
      (context, _event, { field, from }: { field: FieldName; from?: FieldSource }) => ({
        ...touch.openField(field, from === undefined ? '' : sourceText(from, context)),
        opened: fieldSpec(field).label,
      }),
    ),
    typeCharacter: change(touch.typeCharacter),
    changeMode: change(touch.changeMode),
    backspace: change(touch.backspace),
    clearField: change(touch.clearField),
    keepFirst: change(({ field }) => ({ first: field.value })),
    forgetFirst: change(() => ({ first: '' })),
  };
}
