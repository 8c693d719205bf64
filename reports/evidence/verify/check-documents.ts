import { z } from 'zod';
import type { RunFile } from '../../archive/run-file.ts';
import { derivedDocuments, type RecordBytes } from '../pack/documents.ts';
import { attestationsName, sbomName, statementBytesName } from '../pack/pack-files.ts';
import { lockfileProperty } from '../pack/sbom.ts';
import { extensionKey, predicateType, type Statement, statementOf } from '../pack/statement.ts';
import type { RunFacts } from '../run-facts.ts';
import { readEnvelope } from '../signatures/dsse.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';
import { jsonIn, type PackTree } from './pack-tree.ts';

/** What the documents are compared with. */
export interface Compared {
  readonly tree: PackTree;
  readonly facts: RunFacts;
  readonly file: RunFile;
  readonly bytes: RecordBytes;
}

/** Whether every document of a pack says what follows from the record and `run.json`. */
export function checkDocuments(compared: Compared): {
  readonly findings: readonly Finding[];
  readonly statement: Statement | undefined;
} {
  const { tree, facts, file, bytes } = compared;
  const findings: Finding[] = [];
  for (const [name, expected] of Object.entries(derivedDocuments(facts, file, bytes))) {
    const seen = jsonIn(tree, name, findings);
    if (seen !== undefined) compare(findings, name, 'document-differs', expected, seen);
  }
  checkSoftware(compared, findings);
  return { statement: checkStatement(compared, findings), findings };
}

function compare(
  findings: Finding[],
  file: string,
  code: 'document-differs' | 'statement-differs',
  expected: unknown,
  seen: unknown,
): void {
  // JSON has no undefined: what is left out is left out on both sides.
  const difference = firstDifference(JSON.parse(JSON.stringify(expected)), seen);
  if (!difference) return;
  const isTarget = /(?:^|\.)(?:target|what)$/.test(difference.path);
  findings.push({
    code: isTarget ? 'target-differs' : code,
    file,
    expected: `${difference.path || 'all of it'} ${difference.expected}`,
    seen: difference.seen,
  });
}

/** Only the time of packing and the key are the signer's own; everything else follows. */
const ownWords = z.object({
  predicateType: z.literal(predicateType),
  predicate: z.object({
    [extensionKey]: z.object({ packed: z.iso.datetime().nullable(), key: z.string() }),
  }),
});

function checkStatement(
  { tree, facts, file }: Compared,
  findings: Finding[],
): Statement | undefined {
  if (!tree.files.has(attestationsName)) return undefined;
  const envelope = readEnvelope(tree.read(attestationsName).toString('utf8'));
  const seen = envelope && parsed(envelope.statement);
  const own = ownWords.safeParse(seen);
  if (!envelope || !own.success) {
    findings.push({
      code: 'unreadable',
      file: attestationsName,
      expected: 'a statement in an envelope',
    });
    return undefined;
  }
  const { packed, key } = own.data.predicate[extensionKey];
  const digests = new Map([...tree.files].map((name) => [name, tree.digest(name)]));
  const expected = statementOf({ facts, file, digests, packed, key });
  compare(findings, attestationsName, 'statement-differs', expected, seen);
  if (
    tree.files.has(statementBytesName) &&
    !tree.read(statementBytesName).equals(envelope.signedBytes)
  ) {
    findings.push({
      code: 'statement-differs',
      file: statementBytesName,
      expected: `what stands in ${attestationsName}`,
    });
  }
  // What the signer has stated, whether or not it is so.
  return seen as Statement;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const softwareSchema = z.object({
  metadata: z.object({
    properties: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
});

function checkSoftware({ tree, facts }: Compared, findings: Finding[]): void {
  const read = jsonIn(tree, sbomName, findings);
  if (read === undefined) return;
  const expected = facts.run.software.lockfile;
  const seen = softwareSchema
    .safeParse(read)
    .data?.metadata.properties.find(({ name }) => name === lockfileProperty)?.value;
  if (seen === expected) return;
  findings.push({
    code: 'software-differs',
    file: sbomName,
    expected: `made from the lockfile ${expected}`,
    seen: seen ?? 'none named',
  });
}
