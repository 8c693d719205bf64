import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { packedPath } from '../pack/copy-run.ts';
import type { RunFacts } from '../run-facts.ts';
import type { Finding } from './finding.ts';
import type { PackTree } from './pack-tree.ts';

/** Whether the files that the record names are there, and are those that it tells of. */
export function* checkKept(tree: PackTree, { kept }: RunFacts): Generator<Finding> {
  for (const { line, path, sha256 } of kept) {
    const file = packedPath(path);
    if (!tree.files.has(file)) {
      yield { code: 'kept-missing', file, expected: `as line ${line} of the record` };
      continue;
    }
    if (sha256 === undefined) continue;
    const seen = digestOf(tree.read(file), file !== path);
    if (seen !== sha256) yield { code: 'kept-changed', file, expected: sha256, seen };
  }
}

function digestOf(bytes: Buffer, isCompressed: boolean): string {
  try {
    return hash('sha256', isCompressed ? gunzipSync(bytes) : bytes);
  } catch {
    return 'what cannot be unpacked';
  }
}
