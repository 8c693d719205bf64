import { LinkRefusal } from '../operations.ts';
import type { PanelLock } from '../panel-lock.ts';
import { quoted } from './bytes.ts';
import type { Datum } from './datum.ts';
import { type ErrorQueue, writeError } from './error-queue.ts';
import { spellings } from './headers.ts';
import { whole } from './params.ts';
import type { ParsedCommand } from './parse-program-message.ts';
import { eventBit, type StatusRegisters } from './status-registers.ts';

/** What the commands of a session work on: one client's own state. */
export interface SessionState {
  readonly client: string;
  readonly errors: ErrorQueue;
  readonly registers: StatusRegisters;
  readonly lock: PanelLock;
  /** True when the message being worked off has answers already. */
  readonly answered: boolean;
}

/** A command that a session itself carries out. */
export interface SessionCommand {
  readonly header: string;
  readonly query: boolean;
  /** For a command that takes a mask of 0…255. */
  readonly mask?: (state: SessionState, mask: number) => void;
  /** For all others; a query resolves with its answer. */
  readonly run?: (state: SessionState) => string | undefined;
}

const ask = (header: string, run: (state: SessionState) => string): SessionCommand => ({
  header,
  query: true,
  run,
});

const tell = (header: string, run: (state: SessionState) => void): SessionCommand => ({
  header,
  query: false,
  run: (state) => {
    run(state);
    return undefined;
  },
});

const eightBits = whole(0, 255);

const sessionCommands: readonly SessionCommand[] = [
  tell('*CLS', ({ errors, registers }) => {
    errors.clear();
    registers.clear();
  }),
  {
    header: '*ESE',
    query: false,
    mask: ({ registers }, mask) => {
      registers.eventEnable = mask;
    },
  },
  ask('*ESE', ({ registers }) => String(registers.eventEnable)),
  ask('*ESR', ({ registers }) => String(registers.takeEvents())),
  {
    header: '*SRE',
    query: false,
    mask: ({ registers }, mask) => {
      registers.requestEnable = mask;
    },
  },
  ask('*SRE', ({ registers }) => String(registers.requestEnable)),
  ask('*STB', ({ errors, registers, answered }) =>
    String(registers.statusByte(errors.count > 0, answered)),
  ),
  // Every command is over before the next begins, so that operations are always complete.
  tell('*OPC', ({ registers }) => registers.note(eventBit.operationComplete)),
  ask('*OPC', () => '1'),
  tell('*WAI', () => {}),
  ask('*TST', () => '0'),
  ask('SYSTem:ERRor[:NEXT]', ({ errors }) => writeError(errors.next())),
  ask('SYSTem:ERRor:COUNt', ({ errors }) => String(errors.count)),
  ask('SYSTem:VERSion', () => '1999.0'),
  ask('SYSTem:LOCK:OWNer', ({ lock }) => quoted(lock.owner())),
  tell('SYSTem:LOCK:RELease', ({ lock, client }) => lock.release(client)),
  tell('PANel:ONCE', () => {
    throw new LinkRefusal(-221, 'PANel:ONCE <number>[,#H<checksum>]; begins a line');
  }),
];

const byHeader = (isQuery: boolean): ReadonlyMap<string, SessionCommand> =>
  new Map(
    sessionCommands
      .filter(({ query }) => query === isQuery)
      .flatMap((command) => spellings(command.header).map((each) => [each, command] as const)),
  );

const queriesByHeader = byHeader(true);
const tellsByHeader = byHeader(false);

/** What a session itself can carry out; `undefined` for a command that is for the controller. */
export const sessionCommand = ({ header, query }: ParsedCommand): SessionCommand | undefined =>
  (query ? queriesByHeader : tellsByHeader).get(header);

/** Carries a command of the session out; its answer when it is a query. */
export function carryOutHere(
  command: SessionCommand,
  params: readonly Datum[],
  state: SessionState,
): string | undefined {
  const [first, second] = params;
  if (command.mask) {
    if (!first) throw new LinkRefusal(-109, 'a mask of 0...255');
    if (second) throw new LinkRefusal(-108);
    command.mask(state, eightBits.read(first));
    return undefined;
  }
  if (first && command.header !== 'PANel:ONCE') throw new LinkRefusal(-108);
  return command.run?.(state);
}
