import type { Millis } from '#core';

/** "2026-11-28 15:05", UTC. */
export const when = (ms: Millis): string =>
  new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** A duration in the unit that suits it: `840 ms`, `12.3 s`, `15 min 0 s`, `2 h 5 min`. */
export function lasting(ms: Millis | null): string {
  if (ms === null) return '';
  if (Math.abs(ms) < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (Math.abs(seconds) < 60) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.trunc(seconds / 60);
  if (Math.abs(minutes) < 60) return `${minutes} min ${Math.abs(seconds % 60)} s`;
  return `${Math.trunc(minutes / 60)} h ${Math.abs(minutes % 60)} min`;
}

/** At most so many characters, with an ellipsis where there were more. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** "+1.2 s", "-3 ms", "0 ms". */
export const changed = (ms: Millis): string => `${ms > 0 ? '+' : ''}${lasting(ms)}`;

/** "1 run", "2 runs". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
