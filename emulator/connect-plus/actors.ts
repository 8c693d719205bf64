import { fromCallback } from 'xstate';
import type { Millis } from '#core';
import type { connectPlus } from '#models';
import { later, writing } from '../actors.ts';
import type { ReportWriter } from '../faults/fault.ts';
import { writeReportFile } from '../report-files/index.ts';
import { sendToDataCentre } from '../send-to-data-centre.ts';
import type { StickFailure as Failed } from '../stick/index.ts';
import { surroundingsOf } from '../surroundings.ts';

type PanelEvent = connectPlus.PanelEvent;

/** What the panel says of a failure on the USB drive. */
const stickFailed = ({ reason }: Failed, at: Millis): PanelEvent => ({
  type: 'STICK.FAILED',
  reason: reason === 'denied' ? 'unreadable' : reason,
  at,
});

const listFolders = later<PanelEvent, { readonly path: string }>(
  ({ pace, stick, clock }, { path }) => ({
    after: pace.readKey,
    answer: () => {
      const at = clock.now();
      const listed = stick()?.meter.listFolders(path);
      if (!listed) return { type: 'STICK.FAILED', reason: 'absent', at };
      if (listed.status === 'failed') return stickFailed(listed, at);
      return { type: 'STICK.FOLDERS', names: listed.value, at };
    },
  }),
);

/** Makes the file, which takes no time of the meter, then writes it piece by piece. */
const exportReport = fromCallback<PanelEvent, connectPlus.ExportInput, PanelEvent>(
  ({ sendBack, system, input }) => {
    const around = surroundingsOf(system);
    const { clock, work, stick } = around;
    let stopped = false;
    let stop: () => void = () => {
      stopped = true;
    };
    const answer = (event: PanelEvent): void => {
      sendBack(event);
      around.settle();
    };
    const write = (bytes: Uint8Array): void => {
      const { folder, fileName, fileType } = input;
      const path = `${folder === '' ? '' : `${folder}/`}${fileName}.${fileType}`;
      const { stop: stopWriting } = writing(around, {
        begin: () => stick()?.meter.beginWrite(path, bytes),
        size: bytes.length,
        end: (end) =>
          answer(
            end.status === 'done'
              ? { type: 'STICK.WRITTEN', at: clock.now() }
              : stickFailed(end, clock.now()),
          ),
      });
      stop = stopWriting;
    };
    const make = async (): Promise<void> => {
      const { made, csv } = input;
      const options = { made, csv, maker: around.maker };
      const right: ReportWriter = (type, table) => writeReportFile(type, table, options);
      const makeFile = around.reportFile?.(right) ?? right;
      const file = await makeFile(input.fileType, input.table);
      if (stopped) return;
      if (file.status === 'written') return write(file.bytes);
      answer(
        file.status === 'too many rows'
          ? { type: 'REPORT.TOO_LONG', rows: file.rows, most: file.most, at: clock.now() }
          : { type: 'STICK.FAILED', reason: 'unreadable', at: clock.now() },
      );
    };
    work.start(make());
    return () => stop();
  },
);

const printReport = later<PanelEvent, unknown>(({ pace, printer, clock }) => ({
  after: pace.print,
  answer: () => ({ type: printer() ? 'PRINTER.DONE' : 'PRINTER.FAILED', at: clock.now() }),
}));

/** The work that the chart of a Connect+ leaves to what runs it. */
export const connectPlusActors = { listFolders, exportReport, printReport, sendToDataCentre };
