import { byBytes, isPlainPath, sumsName, unlisted } from '../pack/pack-files.ts';
import type { Finding } from './finding.ts';
import type { PackTree } from './pack-tree.ts';

interface Listed {
  readonly line: number;
  readonly sha256: string;
}

/** Compares the files of a pack with its list, both ways. */
export function checkList(tree: PackTree): readonly Finding[] {
  const odd = [...tree.odd].map((file): Finding => ({ code: 'odd-file', file }));
  if (!tree.files.has(sumsName)) return [...odd, { code: 'no-list', file: sumsName }];
  const findings: Finding[] = [...odd];
  const listed = readList(tree.read(sumsName).toString('utf8'), findings);
  for (const [file, { line, sha256 }] of listed) {
    if (tree.odd.has(file)) continue;
    if (!tree.files.has(file)) {
      findings.push({ code: 'file-missing', file, expected: `as line ${line} of ${sumsName}` });
      continue;
    }
    const seen = tree.digest(file);
    if (seen !== sha256) findings.push({ code: 'file-changed', file, expected: sha256, seen });
  }
  for (const file of tree.files) {
    if (!listed.has(file) && !unlisted.has(file)) findings.push({ code: 'file-unlisted', file });
  }
  return findings;
}

/** The first line of each file counts; no path leads out of the pack. */
function readList(text: string, findings: Finding[]): ReadonlyMap<string, Listed> {
  const listed = new Map<string, Listed>();
  const lines = text.split('\n');
  if (lines.pop() !== '')
    findings.push({ code: 'list-line', file: sumsName, line: lines.length + 1 });
  let before = '';
  for (const [index, text] of lines.entries()) {
    const place = { file: sumsName, line: index + 1 };
    const [, sha256, path] = /^([0-9a-f]{64}) [ ](.+)$/.exec(text) ?? [];
    if (sha256 === undefined || path === undefined) {
      findings.push({ code: 'list-line', ...place, seen: JSON.stringify(text.slice(0, 100)) });
    } else if (!isPlainPath(path) || unlisted.has(path)) {
      findings.push({ code: 'list-path', ...place, seen: JSON.stringify(path) });
    } else if (listed.has(path)) {
      findings.push({ code: 'list-twice', ...place, seen: path });
    } else {
      if (byBytes(before, path) > 0) findings.push({ code: 'list-order', ...place, seen: path });
      before = path;
      listed.set(path, { line: index + 1, sha256 });
    }
  }
  return listed;
}
