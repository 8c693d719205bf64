import { readFileSync } from 'node:fs';

/** What the record of a run says for a comparison. */
export interface RunFindings {
  /** In the order in which they ran: where each scenario stands, and its verdict. */
  readonly verdicts: readonly (readonly [id: string, verdict: string])[];
  /** Why scenarios neither passed nor were skipped. */
  readonly reasons: readonly string[];
  /** How often each rung of the driver's ladder was climbed. */
  readonly rungs: ReadonlyMap<string, number>;
}

interface Line {
  readonly type: string;
  readonly id?: string;
  readonly verdict?: string;
  readonly reason?: string | null;
  readonly rung?: string;
}

/** Reads the record of a run, which `frankbench run --out` has left in a folder. */
export function findingsOf(record: string): RunFindings {
  const lines = readFileSync(record, 'utf8').split('\n').filter(Boolean);
  const verdicts: (readonly [string, string])[] = [];
  const reasons: string[] = [];
  const rungs = new Map<string, number>();
  for (const text of lines) {
    const { type, id = '', verdict = '', reason, rung } = JSON.parse(text) as Line; // our own file
    if (rung !== undefined) rungs.set(rung, (rungs.get(rung) ?? 0) + 1);
    if (type !== 'verdict') continue;
    verdicts.push([id, verdict]);
    if (reason && verdict !== 'skipped') reasons.push(`${id}: ${reason}`);
  }
  return { verdicts, reasons, rungs };
}
