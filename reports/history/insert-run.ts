import type { PlannedScenario } from '#core';
import type { RunDigest } from './digest-run.ts';
import { errorSignature } from './error-signature.ts';
import type { HistoryFile } from './history-file.ts';

/** Enters what was read of a run; what the history had of the same run before is replaced. */
export function insertRun(history: HistoryFile, digest: RunDigest): void {
  history.atOnce(() => {
    history.write('DELETE FROM runs WHERE id = ?', digest.file.id);
    const run = insertItself(history, digest);
    const scenarios = new Map(
      digest.scenarios.map((one) => [one.uid, enterScenario(history, one, digest)]),
    );
    const numberOf = (uid: string): number => scenarios.get(uid) ?? 0;
    for (const attempt of digest.attempts) {
      const { uid, verdict, reason, keys, meterMs, hostMs, measurements } = attempt;
      const scenario = numberOf(uid);
      const signature = reason === null ? null : errorSignature(reason);
      history.write(
        `INSERT INTO attempts (run, scenario, verdict, reason, signature, keys, meter_ms, host_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[run, scenario, verdict, reason, signature, keys, whole(meterMs)],
        hostMs === null ? null : whole(hostMs),
      );
      for (const [index, one] of measurements.entries()) {
        history.write(
          'INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...[run, scenario, index + 1, one.what, whole(one.limitMs), whole(one.longerThanMs)],
          ...[one.atMostMs === null ? null : whole(one.atMostMs), one.verdict],
        );
      }
    }
    for (const { uid, place, step, meterMs, hostMs } of digest.slowest) {
      history.write(
        'INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?)',
        ...[run, numberOf(uid), place, step, whole(meterMs)],
        hostMs === null ? null : whole(hostMs),
      );
    }
  });
}

const whole = Math.round;

const flag = (value: boolean | null): number | null => (value === null ? null : Number(value));

function insertItself(history: HistoryFile, digest: RunDigest): number {
  const { file, run, folder, planned, recordBytes } = digest;
  const { meter, suite } = run;
  history.write(
    `INSERT INTO runs (id, folder, rig, number, state, began, ended, verdict, target, model, family,
       serial, firmware, "commit", dirty, fault, judge, planned, record_bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[file.id, folder, file.rig, file.number, file.state],
    ...[Date.parse(file.began), file.ended === null ? null : Date.parse(file.ended)],
    ...[file.verdict, run.target, meter.model, meter.family, meter.serial, meter.firmware],
    ...[suite.commit, flag(suite.dirty), run.fault, run.judge, planned, recordBytes],
  );
  const [inserted] = history.all<{ run: number }>('SELECT run FROM runs WHERE id = ?', file.id);
  return inserted?.run ?? 0;
}

/** The newest run says what a scenario is called, whatever the order in which runs are taken in. */
function enterScenario(history: HistoryFile, scenario: PlannedScenario, digest: RunDigest): number {
  const { uid, id, name, feature, rule, tags } = scenario;
  const [entered] = history.all<{ scenario: number }>(
    `INSERT INTO scenarios (uid, place, name, feature, rule, tags, planned)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (uid) DO UPDATE SET
       place = iif(excluded.planned >= planned, excluded.place, place),
       name = iif(excluded.planned >= planned, excluded.name, name),
       feature = iif(excluded.planned >= planned, excluded.feature, feature),
       rule = iif(excluded.planned >= planned, excluded.rule, rule),
       tags = iif(excluded.planned >= planned, excluded.tags, tags),
       planned = max(excluded.planned, planned)
     RETURNING scenario`,
    ...[uid, id, name, feature, rule, JSON.stringify(tags), Date.parse(digest.file.began)],
  );
  return entered?.scenario ?? 0;
}
