import { BenchError } from '#core';
import { type RunFile, readRunFile, recordFileName, runFileName } from '../../archive/run-file.ts';
import type { TrustedKey } from '../keys/register.ts';
import type { Statement } from '../pack/statement.ts';
import { readFacts, recordBytes } from '../read-facts.ts';
import type { RunFacts } from '../run-facts.ts';
import type { ScreenArt } from '../screen-art.ts';
import { checkDocuments } from './check-documents.ts';
import { checkJunit } from './check-junit.ts';
import { checkKept } from './check-kept.ts';
import { checkList } from './check-list.ts';
import { checkRecord } from './check-record.ts';
import { checkScreens } from './check-screens.ts';
import { checkSignatures } from './check-signatures.ts';
import type { Finding } from './finding.ts';
import { readTree } from './pack-tree.ts';

/** A pack as it was found. */
export interface VerifiedPack {
  readonly folder: string;
  readonly findings: readonly Finding[];
  readonly signedBy: TrustedKey | undefined;
  readonly files: number;
  /** What the signer has stated; nothing where that cannot be read. */
  readonly statement: Statement | undefined;
  readonly run: RunFile | undefined;
  readonly runDigest: string | undefined;
}

/**
 * Checks a pack against the register of keys and against itself. What is wrong with it is a finding,
 * never an error. Errors: `FB_EVIDENCE_PACK` when there is no such folder.
 */
export async function verifyPack(
  folder: string,
  register: readonly TrustedKey[],
  art: ScreenArt,
): Promise<VerifiedPack> {
  const tree = readTree(folder);
  const { findings: signatures, signedBy } = checkSignatures(tree, register);
  const findings: Finding[] = [...checkList(tree), ...signatures];
  const run = attempt(runFileName, () => readRunFile(folder));
  const facts = attempt(recordFileName, () => readFacts(folder));
  let statement: Statement | undefined;
  if (facts && run) {
    const checked = checkDocuments({ tree, facts, file: run, bytes: recordBytes(folder, facts) });
    statement = checked.statement;
    findings.push(...checkRecord(facts, run), ...checked.findings);
    findings.push(...checkKept(tree, facts), ...checkJunit(tree, facts));
    findings.push(...(await checkScreens(tree, facts, art)));
  }
  return {
    folder,
    findings,
    signedBy,
    files: tree.files.size,
    statement,
    run,
    runDigest: run && tree.digest(runFileName),
  };

  function attempt<Read extends RunFile | RunFacts>(
    file: string,
    read: () => Read,
  ): Read | undefined {
    // What is no plain file is not opened: a link may lead anywhere.
    if (!tree.files.has(file)) {
      if (tree.files.size > 0 && !tree.odd.has(file)) findings.push({ code: 'file-missing', file });
      return undefined;
    }
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      const [seen = ''] = error.message.replaceAll(`${folder}/`, '').split('\n');
      findings.push({
        code: file === recordFileName ? 'record-unreadable' : 'unreadable',
        file,
        seen,
      });
      return undefined;
    }
  }
}
