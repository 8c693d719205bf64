import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BenchError } from '#core';
import { type RunFile, readRunFile } from '../../archive/run-file.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { readFacts, recordBytes } from '../read-facts.ts';
import type { RunFacts } from '../run-facts.ts';
import type { ScreenArt } from '../screen-art.ts';
import { signStatement } from '../signatures/dsse.ts';
import { chainChecker } from './chain-checker.ts';
import { cannotPack, copyRun } from './copy-run.ts';
import { derivedDocuments } from './documents.ts';
import type { Laboratory } from './laboratory.ts';
import { otherFormats } from './other-formats.ts';
import {
  attestationsName,
  chainCheckerName,
  jsonText,
  laboratoryName,
  sbomName,
  statementBytesName,
  statementSignatureName,
} from './pack-files.ts';
import { readme } from './readme.ts';
import { softwareList } from './sbom.ts';
import { digestsIn, signPack } from './sign-pack.ts';
import { statementOf } from './statement.ts';

export interface PackRequest {
  /** The folder of a run. */
  readonly run: string;
  /** A folder that is not there yet, or is empty. */
  readonly out: string;
  readonly key: SigningKey;
  readonly laboratory: Laboratory | undefined;
  /** The time of packing that the signer vouches for, ISO 8601; without it none is stated. */
  readonly packed: string | null;
  /** The folder that the paths of feature files are relative to. */
  readonly root: string;
  /** npm's lockfile of what is installed here. */
  readonly lockfile: string;
  readonly art: ScreenArt;
}

export interface PackedRun {
  readonly folder: string;
  readonly files: number;
  readonly result: 'PASSED' | 'WARNED' | 'FAILED';
  readonly target: 'REAL' | 'EMULATED';
  readonly deviations: readonly string[];
}

/**
 * Makes an evidence pack of a run. The same run, key, laboratory file and time give the same bytes.
 * The folder appears when it is whole. Errors: `FB_EVIDENCE_PACK`, `FB_RUN_RECORD`.
 */
export async function writePack(request: PackRequest): Promise<PackedRun> {
  const { out, run } = request;
  const file = readRunFile(run);
  const facts = readFacts(run);
  checkRun(run, facts, file);
  const target = resolve(out);
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new BenchError('FB_EVIDENCE_PACK', `${out} is there already and is not empty.`, {
      hint: 'A pack is never written over: name another folder.',
    });
  }
  const folder = `${target}.new`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
  } catch (cause) {
    throw new BenchError('FB_EVIDENCE_PACK', `Cannot make the folder ${folder}.`, {
      hint: 'Is the place writable? If the folder was left behind by a packing that was killed, remove it.',
      cause,
    });
  }
  try {
    const packed = await fill(folder, request, facts, file);
    renameSync(folder, target);
    return { folder: target, ...packed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(
  folder: string,
  { run, key, laboratory, packed, root, lockfile, art }: PackRequest,
  facts: RunFacts,
  file: RunFile,
): Promise<Omit<PackedRun, 'folder'>> {
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  copyRun(run, folder, facts.kept);
  const documents = derivedDocuments(facts, file, recordBytes(folder, facts));
  for (const [name, document] of Object.entries(documents)) write(name, jsonText(document));
  if (laboratory) write(laboratoryName, jsonText(laboratory));
  const sbom = await softwareList(lockfile, facts.run.software.lockfile);
  if (sbom !== undefined) write(sbomName, sbom);
  mkdirSync(join(folder, 'screens'));
  for (const [sha256, { screen }] of facts.screens) {
    write(`screens/${sha256}.png`, await art.draw(screen));
  }
  await otherFormats(folder, root);
  write(chainCheckerName, chainChecker);
  const statement = statementOf({
    ...{ facts, file, packed },
    digests: digestsIn(folder),
    key: key.publicKey.fingerprint,
  });
  const signed = signStatement(JSON.stringify(statement), key);
  write(attestationsName, signed.envelope);
  write(statementBytesName, signed.signedBytes);
  write(statementSignatureName, signed.signature);
  const { formalReport } = await import('../report/formal-report.ts');
  write('report.pdf', await formalReport({ facts, file, laboratory, statement }));
  write('README.txt', readme(statement, facts));
  signPack(folder, key, file.id);
  const { result } = statement.predicate;
  return {
    files: digestsIn(folder).size,
    result,
    target: facts.run.target,
    deviations: statement.predicate['urn:frankbench:run:v1'].deviations.map(({ text }) => text),
  };
}

/** Evidence is made of records that hold together only. */
function checkRun(run: string, { state, end, counts }: RunFacts, file: RunFile): void {
  const { chainBreak } = state;
  if (chainBreak)
    throw cannotPack(run, `line ${chainBreak.line} of its record: ${chainBreak.problem}`);
  if (file.state === 'open') return;
  const isWhole = file.record?.lines === state.lines && file.record.head === state.head;
  if (!isWhole || end === undefined || state.torn) {
    throw cannotPack(run, 'its record is another one than its run.json says');
  }
  if (end.verdict !== file.verdict || JSON.stringify(counts) !== JSON.stringify(file.counts)) {
    throw cannotPack(run, 'its run.json has other verdicts than its record');
  }
}
