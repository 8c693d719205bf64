import { formatPence, type Table } from '#core';
import { touchChanges } from '../../../touch/changes.ts';
import type { Context, StickFailure } from '../../context.ts';
import type { FieldName } from '../../fields.ts';
import { forbiddenCharacters, xlsRoom } from '../../file-names.ts';
import { panelOf } from '../../panel.ts';
import { dayAsTyped } from '../../periods.ts';
import { tableOf } from '../../report-view.ts';
import type { TextKey } from '../../texts.en-GB.ts';
import type { ViewName } from '../../views.ts';
import type { ChartSources } from '../setup.ts';
import { changing } from './changing.ts';

/** What a field is filled with as it opens. */
export type FieldSource =
  | 'accountName'
  | 'accountCode'
  | 'description'
  | 'username'
  | 'hint'
  | 'surcharge'
  | 'jobId1'
  | 'jobId2'
  | 'filterFrom'
  | 'filterTo'
  | 'reportFrom'
  | 'reportTo'
  | 'reportName'
  | 'fileName'
  | 'warnBelow'
  | 'usualRefill';

export interface NoticeParams {
  readonly text: TextKey;
}

const stickTexts: Readonly<Record<StickFailure, TextKey>> = {
  absent: 'noUsb',
  full: 'usbFull',
  'write-protected': 'usbProtected',
  pulled: 'usbPulled',
  unreadable: 'usbUnreadable',
  exists: 'fileExists',
  missing: 'usbFolderGone',
};

const tooMany = (table: Table) => ({ rows: table.rows.length, most: xlsRoom(table) });

/** Lists, messages and fields, whatever they are about. */
export function screenActions(sources: ChartSources) {
  const { profile, rules } = sources;
  const { change } = changing(sources);
  const touch = touchChanges(panelOf(sources));
  const sourceText = (source: FieldSource, context: Context): string => {
    const { account, userDraft, mailing, memory, filter, report } = context;
    switch (source) {
      case 'accountName':
        return account.name;
      case 'accountCode':
        return account.code;
      case 'description':
        return account.description;
      case 'username':
        return userDraft.name;
      case 'hint':
        return userDraft.hint;
      case 'surcharge':
        return String(memory.surcharge);
      case 'jobId1':
      case 'jobId2':
        return mailing[source];
      case 'filterFrom':
        return dayAsTyped(filter.from);
      case 'filterTo':
        return dayAsTyped(filter.to);
      case 'reportFrom':
        return dayAsTyped(report.settings.from);
      case 'reportTo':
        return dayAsTyped(report.settings.to);
      case 'reportName':
        return report.saved ?? '';
      case 'fileName':
        return report.fileName;
      case 'warnBelow':
        return String(memory.refill.warnBelow);
      case 'usualRefill':
        return String(memory.refill.usual);
      default:
        return source satisfies never;
    }
  };

  return {
    beep: change(touch.beep),
    /** What midnight changes, `change` sees to. */
    newDay: change(() => ({})),
    toTop: change(touch.toTop),
    turnPage: change((context, event, params: { view: ViewName }) =>
      touch.turnPage(context, event, params),
    ),
    refuse: change((context, event, { text }: NoticeParams) => ({
      beeps: context.beeps + 1,
      notice: {
        text,
        values: {
          length: profile.accountPasswordLength,
          max: context.memory.accountCapacity,
          hint: rules.findUser(context.memory, context.userDraft.name)?.hint || '-',
          characters: forbiddenCharacters,
          least: formatPence(profile.refill.least),
          most: formatPence(profile.refill.most),
          step: formatPence(profile.refill.step),
          ...(text === 'tooManyRows' ? tooMany(tableOf(context, sources)) : {}),
          file: `${context.report.fileName}.${context.report.fileType}`,
          ...(event.type === 'REPORT.TOO_LONG' ? { rows: event.rows, most: event.most } : {}),
        },
      },
    })),
    refuseStick: change((context, event) => ({
      beeps: context.beeps + 1,
      notice: {
        text: event.type === 'STICK.FAILED' ? stickTexts[event.reason] : 'usbUnreadable',
        values: { file: `${context.report.fileName}.${context.report.fileType}` },
      },
    })),
    sayExported: change(({ report }) => ({
      notice: {
        text: 'exportComplete',
        values: { file: `${report.fileName}.${report.fileType}` },
      },
    })),
    sayPrinted: change(() => ({ notice: { text: 'reportPrinted', values: {} } })),
    openField: change(
      (context, _event, { field, from }: { field: FieldName; from?: FieldSource }) =>
        touch.openField(field, from === undefined ? '' : sourceText(from, context)),
    ),
    typeCharacter: change(touch.typeCharacter),
    changeMode: change(touch.changeMode),
    backspace: change(touch.backspace),
    clearField: change(touch.clearField),
    keepFirst: change(({ field }) => ({ first: field.value })),
  };
}
