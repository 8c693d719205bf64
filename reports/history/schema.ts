/** The version of the tables, in the file's `user_version`. */
export const historyVersion = 1;

/** What tells the file from a database of somebody else: `FBhi` in the file's `application_id`. */
export const historyMark = 0x46_42_68_69;

/** The tables of a history. Times are milliseconds; `began` and `ended` since 1970. */
export const schema = `
CREATE TABLE runs (
  run INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  folder TEXT NOT NULL,
  rig TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  began INTEGER NOT NULL,
  ended INTEGER,
  verdict TEXT,
  target TEXT NOT NULL,
  model TEXT NOT NULL,
  family TEXT NOT NULL,
  serial TEXT NOT NULL,
  firmware TEXT NOT NULL,
  "commit" TEXT,
  dirty INTEGER,
  fault TEXT,
  judge TEXT NOT NULL,
  planned INTEGER NOT NULL,
  record_bytes INTEGER NOT NULL,
  pruned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX runs_by_time ON runs (began, run);
CREATE TABLE scenarios (
  scenario INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  feature TEXT NOT NULL,
  rule TEXT,
  tags TEXT NOT NULL,
  planned INTEGER NOT NULL
) STRICT;
CREATE TABLE attempts (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  scenario INTEGER NOT NULL REFERENCES scenarios,
  verdict TEXT NOT NULL,
  reason TEXT,
  signature TEXT,
  keys INTEGER NOT NULL,
  meter_ms INTEGER NOT NULL,
  host_ms INTEGER,
  PRIMARY KEY (run, scenario)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_scenario ON attempts (scenario, run, verdict);
CREATE INDEX attempts_bad ON attempts (scenario) WHERE verdict IN ('failed', 'error');
CREATE TABLE measurements (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  scenario INTEGER NOT NULL REFERENCES scenarios,
  place INTEGER NOT NULL,
  what TEXT NOT NULL,
  limit_ms INTEGER NOT NULL,
  longer_than_ms INTEGER NOT NULL,
  at_most_ms INTEGER,
  verdict TEXT NOT NULL,
  PRIMARY KEY (run, scenario, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE steps (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  scenario INTEGER NOT NULL REFERENCES scenarios,
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  meter_ms INTEGER NOT NULL,
  host_ms INTEGER,
  PRIMARY KEY (run, scenario, place)
) STRICT, WITHOUT ROWID;
`;
