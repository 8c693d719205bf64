import type { Frame, Row } from '#core';
import { drawImprint, drawScreen, inColumns } from './draw.ts';
import type { Outcome, Surroundings } from './session.ts';

export interface PanelView {
  readonly frame: Frame;
  readonly surroundings: Surroundings;
  /** What the last command led to. */
  readonly outcome: Outcome;
  readonly notes: readonly string[];
  /** What the keys of the terminal do. */
  readonly legend: readonly string[];
  /** The row of a touch screen that a finger is over. */
  readonly pointed: Row | undefined;
}

/** The widest display, and the lines of the tallest screen that the machine has. */
const widest = 64;
const tallest = 9;

/** The whole panel for a terminal of this size: what does not fit is left out from below. */
export function drawPanel(
  { frame, surroundings, outcome, notes, legend, pointed }: PanelView,
  terminal: { readonly columns: number; readonly rows: number },
): readonly string[] {
  const { time, power, network, stick } = surroundings;
  const around = [
    time,
    power ? 'power on' : 'POWER OFF',
    network ? 'network on' : 'network off',
    stick === 'meter' ? 'stick in' : 'stick out',
  ].join(' ');
  const happened =
    outcome.status === 'fed'
      ? drawImprint(outcome.imprint)
      : outcome.status === 'refused'
        ? (outcome.reason.split('\n')[0] ?? '')
        : notes.join('  ');
  const lines = [
    ...drawScreen(pointingAt(frame, pointed), {
      columns: Math.min(terminal.columns, widest),
      lines: tallest,
    }),
    around,
    happened,
    ...legend,
  ];
  return lines.slice(0, terminal.rows).map((line) => inColumns(line, terminal.columns).trimEnd());
}

/** The cursor of a touch screen is the finger over it. */
const pointingAt = (frame: Frame, pointed: Row | undefined): Frame =>
  pointed
    ? {
        ...frame,
        rows: frame.rows.map((row) => (row === pointed ? { ...row, selected: true } : row)),
      }
    : frame;
