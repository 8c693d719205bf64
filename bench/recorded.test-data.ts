import type { RecordEntry } from '#core';
import type { Recorder } from './run-record.ts';

/** A recorder that keeps what it is told, for tests to look at; screens stand in no frame. */
export function keptEntries(): { readonly recorder: Recorder; readonly entries: RecordEntry[] } {
  const entries: RecordEntry[] = [];
  const recorder: Recorder = {
    write: (entry) => void entries.push(entry),
    frame: (at, { frame, title }) => void entries.push({ type: 'frame', at, frame, screen: title }),
    flush: () => undefined,
  };
  return { recorder, entries };
}
