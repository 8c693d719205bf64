import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  noLineBefore,
  type PlannedScenario,
  type RecordEntry,
  type RunEntry,
  recordVersion,
} from '#core';

/** Entries as the lines of a record, numbered and chained. */
export function recordText(entries: readonly RecordEntry[]): string {
  let prev = noLineBefore;
  let text = '';
  for (const [index, entry] of entries.entries()) {
    const line = JSON.stringify({ seq: index + 1, prev, ...entry });
    prev = hash('sha256', line);
    text += `${line}\n`;
  }
  return text;
}

export const writeRecord = (path: string, entries: readonly RecordEntry[]): void =>
  writeFileSync(path, recordText(entries));

/** The beginning of a run on an emulated IS-440. */
export const sampleRun = (change: Partial<RunEntry> = {}): RunEntry => ({
  type: 'run',
  version: recordVersion,
  target: 'EMULATED',
  suite: {
    commit: 'c0ffee0000000000000000000000000000000000',
    dirty: false,
    features: [{ path: 'features/is400/accounts.feature', sha256: 'a'.repeat(64) }],
  },
  rig: {
    name: 'emulator.is440',
    description: 'Emulated IS-440 in this process',
    sha256: 'b'.repeat(64),
    link: 'in-process',
    operator: null,
  },
  meter: {
    model: 'is-440',
    family: 'is400',
    maker: 'Quadient',
    designation: 'IS-440',
    serial: '440000123',
    firmware: '1.0.0-emu',
    language: null,
    profile: 'c'.repeat(64),
  },
  clock: 'virtual',
  seed: null,
  judge: 'both',
  fault: null,
  software: {
    frankbench: '0.1.0',
    node: '24.21.0',
    xstate: '5.33.3',
    cucumber: '13.3.0',
    lockfile: 'd'.repeat(64),
  },
  ...change,
});

export const sampleScenario = (change: Partial<PlannedScenario> = {}): PlannedScenario => ({
  id: 'features/is400/accounts.feature:12',
  uid: '0123456789abcdef',
  name: 'A new active account can be charged',
  tags: ['@is400', '@IS4-ACC-02'],
  feature: 'Accounts on the IS-420 and IS-440',
  rule: 'A supervisor adds an account with a number, a name and a status',
  ...change,
});
