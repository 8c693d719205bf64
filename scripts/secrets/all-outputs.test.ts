import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { haveTool, runTool } from '#judges';
import { loadRig } from '#rigs';
import { root } from '../source.ts';
import { makeAllOutputs, type SecretiveSuite } from './all-outputs.ts';
import { secretsOf } from './feature-secrets.ts';
import { findSecrets } from './find-secrets.ts';

const path = (name: string): string => fileURLToPath(new URL(name, root));

const suites: readonly SecretiveSuite[] = [
  {
    rig: 'rigs/emulator.is440.yaml',
    features: ['pins', 'sessions', 'operators'].map((name) => `features/is400/${name}.feature`),
    fault: 'wrong-pins-not-counted',
    served: 'is-440',
  },
  {
    rig: 'rigs/emulator.connect-plus.yaml',
    features: ['account-passwords', 'log-in', 'users'].map(
      (name) => `features/connect-plus/${name}.feature`,
    ),
    fault: 'account-password-not-compared',
  },
  {
    rig: 'rigs/emulator.onboarding.yaml',
    features: ['profile', 'profil.fr'].map((name) => `features/onboarding/${name}.feature`),
    fault: 'any-password-accepted',
  },
];

/** What a run leaves behind, as it must be there before nothing found in it means anything. */
const everything = [
  'report.html',
  'record.ndjson',
  'run.json',
  'times.ndjson',
  'junit.xml',
  'messages.ndjson',
  'cucumber.html',
  'ctrf.json',
  'report.pdf',
  'history.db',
];

/** All keys of a record or of a log of the wire, one after the other: what they type stands in it. */
const keysIn = (lines: string): string =>
  [...lines.matchAll(/"type":"key","key":"([^"]+)"|press (\w+)/g)]
    .map(([, recorded, sent]) => recorded ?? sent)
    .join('');

test.each(suites.map((suite) => [suite.rig, suite] as const))(
  'nothing that runs on %s leave behind holds a secret of theirs',
  { timeout: 300_000 },
  async (rig, suite) => {
    await using keys = await mkdtempDisposable(join(tmpdir(), 'frankbench-keys-'));
    await using outputs = await mkdtempDisposable(join(tmpdir(), 'frankbench-outputs-'));
    const folder = outputs.path;
    await makeAllOutputs(folder, keys.path, suite);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const named = (end: string): readonly string[] => files.filter((file) => file.endsWith(end));
    for (const name of everything) expect(named(name).length, name).toBeGreaterThan(0);
    for (const end of ['-result.json', '.png']) expect(named(end).length, end).toBeGreaterThan(20);
    expect(named('wire.ndjson')).toHaveLength(suite.served ? 1 : 0);
    // The letters of a PDF are numbers of glyphs: only what a reader shows of it can be searched.
    if (haveTool('pdftotext')) {
      for (const pdf of named('report.pdf')) {
        writeFileSync(
          join(folder, `${pdf}.txt`),
          runTool('pdftotext', [join(folder, pdf), '-']).output,
        );
      }
    }
    const { supervisorPin } = loadRig(path(rig), {}).meter;
    const secrets = suite.features.flatMap((name) => secretsOf(readFileSync(path(name), 'utf8')));
    expect(secrets.length).toBeGreaterThan(3);
    for (const file of [...named('record.ndjson'), ...named('wire.ndjson')]) {
      const typed = keysIn(readFileSync(join(folder, file), 'utf8'));
      expect(typed.length, file).toBeGreaterThan(100);
      // The same key again and again spells a letter of a name.
      const telling = secrets.filter((secret) => !/^(.)\1+$/.test(secret));
      expect(telling.filter((secret) => typed.includes(secret))).toEqual([]);
    }
    expect(findSecrets(folder, [...secrets, ...(supervisorPin ? [supervisorPin] : [])])).toEqual(
      [],
    );
  },
);
