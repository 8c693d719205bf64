import type { Key, Peer, Table } from '#core';
import type { Model } from '#models';
import type { NonVolatileMemory } from '../memory/index.ts';
import type { ReportFile, ReportFileType } from '../report-files/index.ts';
import type { MeterStick } from '../stick/index.ts';

/** What a running meter does with its non-volatile memory. */
export type MeterMemory = Pick<NonVolatileMemory, 'load' | 'commit' | 'cutAfter' | 'close'>;

/** What a running meter does with the stick in its socket. */
export type StickSocket = Pick<
  MeterStick,
  'insertion' | 'listRoot' | 'listFolders' | 'readFile' | 'removeFile' | 'beginWrite'
>;

/** Makes the file of a report. */
export type ReportWriter = (type: ReportFileType, table: Table) => Promise<ReportFile>;

/**
 * A seeded firmware fault: what a defective machine does instead of what its chart says. One fault
 * serves any number of meters, so it keeps no state but in what `memory`, `stick` and `peer` return.
 */
export interface MeterFault {
  /** Kebab-case, as `--mutate` takes it. */
  readonly name: string;
  /** What goes wrong, in the words of the panel. */
  readonly description: string;
  /** The machine with the fault in its chart, rules or screens; the same object for the same name. */
  readonly model?: (model: Model) => Model;
  /** True for a press that the keypad loses; `before` is the press before it since power on. */
  readonly swallowsKey?: (key: Key, before: Key | undefined) => boolean;
  /** Memory that does not keep its promise; made once for each meter. */
  readonly memory?: (memory: MeterMemory) => MeterMemory;
  /** A USB socket whose driver is at fault; made each time the meter turns to the stick. */
  readonly stick?: (socket: StickSocket) => StickSocket;
  /** What makes the files of reports; made for each of them, from what makes them as they should be. */
  readonly reportFile?: (write: ReportWriter) => ReportWriter;
  /** What the program takes for the server of the machine; made once for each meter. */
  readonly peer?: (peer: Peer) => Peer;
  /** What the program takes for the Data Centre; made once for each meter. */
  readonly dataCentre?: (peer: Peer) => Peer;
}
