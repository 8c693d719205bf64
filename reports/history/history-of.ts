import type { Millis, Verdict } from '#core';
import { HistoryFile, hasHistory } from './history-file.ts';

/** Which attempts are wanted. */
export interface WantedAttempts {
  /** Of the meter with this serial; of any when left out. */
  readonly serial?: string;
  /** With this firmware; with any when left out. */
  readonly firmware?: string;
  /** How many of the newest. */
  readonly last: number;
}

/** How a scenario went in an earlier run. */
export interface PastAttempt {
  readonly rig: string;
  readonly number: number;
  /** The run's folder, from the archive's; it may be pruned. */
  readonly folder: string;
  readonly pruned: boolean;
  /** When the run began: milliseconds since 1970. */
  readonly began: Millis;
  readonly serial: string;
  readonly firmware: string;
  readonly commit: string | null;
  readonly verdict: Verdict | 'incomplete';
  readonly reason: string | null;
  readonly signature: string | null;
  readonly keys: number;
  readonly meterMs: Millis;
  readonly hostMs: Millis | null;
}

type Row = Omit<PastAttempt, 'pruned'> & { readonly pruned: number };

const query = `
  SELECT r.rig, r.number, r.folder, r.pruned, r.began, r.serial, r.firmware, r."commit", a.verdict,
    a.reason, a.signature, a.keys, a.meter_ms AS meterMs, a.host_ms AS hostMs
  FROM attempts AS a JOIN runs AS r ON r.run = a.run JOIN scenarios AS s ON s.scenario = a.scenario
  WHERE s.uid = ? AND r.fault IS NULL AND r.serial = coalesce(?, r.serial)
    AND r.firmware = coalesce(?, r.firmware)
  ORDER BY r.began DESC, r.run DESC LIMIT ?`;

/** The attempts of one scenario in an open history, the newest first. */
export const attemptsOf = (
  history: HistoryFile,
  uid: string,
  { serial, firmware, last }: WantedAttempts,
): readonly PastAttempt[] =>
  history
    .all<Row>(query, uid, serial ?? null, firmware ?? null, last)
    .map((row) => ({ ...row, pruned: row.pruned === 1 }));

/**
 * How a scenario went in the runs that the history of an archive has, the newest first; none where
 * there is no history. Runs with a seeded fault are left out. For many scenarios open the history
 * once and ask `attemptsOf`. Errors: `FB_HISTORY`.
 */
export function historyOf(
  archive: string,
  uid: string,
  wanted: WantedAttempts,
): readonly PastAttempt[] {
  if (!hasHistory(archive)) return [];
  using history = new HistoryFile(archive);
  return attemptsOf(history, uid, wanted);
}
