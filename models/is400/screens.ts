import { type FieldMode, formatPence, type Row, type Screen } from '#core';
import { progressOf } from '../data-centre/index.ts';
import { fillIn } from '../fill-in.ts';
import type { Context } from './context.ts';
import { type FieldName, fieldSpec } from './fields.ts';
import { type LinesName, linesOf } from './lines.ts';
import { type ListName, listItems } from './lists.ts';
import type { Profile } from './profile.ts';
import type { Is400Rules } from './rules.ts';
import type { Line } from './say.ts';
import type { TextKey, Texts } from './texts.en-GB.ts';

/** What a state shows. */
export type ScreenSpec =
  | {
      readonly kind: 'list';
      readonly title: TextKey;
      readonly list: ListName;
      readonly above?: LinesName;
    }
  | {
      readonly kind: 'field';
      readonly title: TextKey;
      readonly field: FieldName;
      readonly above?: LinesName;
    }
  | { readonly kind: 'lines'; readonly title: TextKey; readonly lines: LinesName }
  | { readonly kind: 'notice'; readonly title: TextKey; readonly below?: TextKey }
  | { readonly kind: 'busy'; readonly title: TextKey };

export interface ScreenSources {
  readonly profile: Profile;
  readonly texts: Texts;
  readonly rules: Is400Rules;
}

const noMore = { above: false, below: false };

/** The screen of a state: what a person sees in this context. */
export function renderScreen(spec: ScreenSpec, context: Context, sources: ScreenSources): Screen {
  const { texts, profile } = sources;
  const title = texts[spec.title];
  const common = {
    display: 'lcd',
    title,
    more: noMore,
    busy: false,
    beeps: context.beeps,
    language: profile.language,
  } as const;
  switch (spec.kind) {
    case 'list':
      return { ...common, ...listRows(spec, context, sources) };
    case 'field':
      return {
        ...common,
        rows: above(spec.above, context, sources),
        field: fieldView(spec.field, context, sources),
      };
    case 'lines':
      return { ...common, ...lineRows(linesOf(spec.lines, context, sources), context, profile) };
    case 'notice':
      return { ...common, rows: noticeRows(spec.below, context, texts) };
    case 'busy':
      return { ...common, busy: true, rows: busyRows(context, texts) };
  }
}

function above(
  lines: LinesName | undefined,
  context: Context,
  sources: ScreenSources,
): readonly Row[] {
  return lines ? linesOf(lines, context, sources).map(toRow) : [];
}

const toRow = ({ text, role }: Line): Row => ({ text, role: role ?? 'text' });

function listRows(
  spec: ScreenSpec & { kind: 'list' },
  context: Context,
  sources: ScreenSources,
): Pick<Screen, 'rows' | 'more'> {
  const items = listItems(spec.list, context, sources);
  const { index, top } = context.list;
  const bottom = top + sources.profile.displayRows;
  const rows = items.slice(top, bottom).map(({ text, checked }, row): Row => {
    const selected = top + row === index;
    return {
      text,
      role: checked === undefined ? 'item' : 'checkbox',
      ...(selected ? { selected } : {}),
      ...(checked === undefined ? {} : { checked }),
    };
  });
  return {
    rows: [...above(spec.above, context, sources), ...rows],
    more: { above: top > 0, below: bottom < items.length },
  };
}

function lineRows(
  lines: readonly Line[],
  context: Context,
  profile: Profile,
): Pick<Screen, 'rows' | 'more'> {
  const { top } = context.list;
  const bottom = top + profile.displayRows;
  return {
    rows: lines.slice(top, bottom).map(toRow),
    more: { above: top > 0, below: bottom < lines.length },
  };
}

/** What the machine is busy with: of a call to the server also how far it is. */
function busyRows({ call }: Context, texts: Texts): readonly Row[] {
  const progress = progressOf(call);
  return [
    { text: texts.pleaseWait, role: 'message' },
    ...(progress
      ? [{ text: fillIn(texts[progress.text], progress.values), role: 'text' as const }]
      : []),
  ];
}

function noticeRows(below: TextKey | undefined, context: Context, texts: Texts): readonly Row[] {
  const { notice } = context;
  if (!notice) return [];
  return [
    ...(notice.code ? [{ text: notice.code, role: 'error' as const }] : []),
    { text: fillIn(texts[notice.text], notice.values), role: 'error' },
    ...(below ? [{ text: texts[below], role: 'message' as const }] : []),
  ];
}

function fieldView(
  name: FieldName,
  context: Context,
  { profile, texts }: ScreenSources,
): NonNullable<Screen['field']> {
  const spec = fieldSpec(name);
  const { value, mode } = context.field;
  const secret = spec.secret ?? false;
  return {
    label: texts[spec.label],
    value: secret ? '•'.repeat(value.length) : spec.money ? formatPence(Number(value)) : value,
    maxLength: spec.maxLength(profile),
    secret,
    mode: mode satisfies FieldMode,
  };
}
