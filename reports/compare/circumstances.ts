import type { RunEntry } from '#core';

/** Something about two runs that was not the same. */
export interface Circumstance {
  readonly what: string;
  readonly first: string | null;
  readonly second: string | null;
}

const told: Readonly<Record<string, (run: RunEntry) => string | null>> = {
  target: (run) => run.target,
  rig: (run) => run.rig.name,
  'rig file': (run) => run.rig.sha256,
  link: (run) => run.rig.link,
  model: (run) => run.meter.model,
  profile: (run) => run.meter.profile,
  serial: (run) => run.meter.serial,
  firmware: (run) => run.meter.firmware,
  language: (run) => run.meter.language,
  commit: (run) => run.suite.commit,
  'changes in no commit': (run) => (run.suite.dirty === null ? null : String(run.suite.dirty)),
  'judged by': (run) => run.judge,
  'seeded fault': (run) => run.fault,
  seed: (run) => run.seed,
  operator: (run) => run.rig.operator,
};

/** In what the first lines of two records differ: meter, rig, commit, fault, software. */
export function circumstances(first: RunEntry, second: RunEntry): readonly Circumstance[] {
  const programs = new Set([...Object.keys(first.software), ...Object.keys(second.software)]);
  const said = [
    ...Object.entries(told).map(([what, of]) => [what, of(first), of(second)] as const),
    ...[...programs].map(
      (name) => [name, first.software[name] ?? null, second.software[name] ?? null] as const,
    ),
  ];
  return said.flatMap(([what, a, b]) => (a === b ? [] : [{ what, first: a, second: b }]));
}
