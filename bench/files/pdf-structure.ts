import type { DamagedFile, FileIdentity } from './file-identity.ts';
import type { FilePlace } from './file-place.ts';

const damaged = (problem: string, at?: number): DamagedFile => {
  const place: FilePlace | undefined = at === undefined ? undefined : { unit: 'byte', number: at };
  return { kind: 'damaged', meant: 'pdf', problem, ...(place ? { place } : {}) };
};

/** Checks a PDF from its end: `%%EOF`, the table it leads to, and every object in that table. */
export function identifyPdf(bytes: Uint8Array): FileIdentity {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const version = /^%PDF-(\d\.\d)/.exec(text)?.[1];
  if (!version) return damaged('the version is missing from the header', 0);
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1_100));
  if (!end) return damaged('the file does not end with startxref and %%EOF', text.length);
  const table = Number(end[1]);
  const problem = tableProblem(text, table);
  if (problem) return problem;
  // What is compressed looks like anything by chance.
  const plain = text.replace(/\bstream\r?\n[\s\S]*?endstream/g, '');
  const ends = plain.match(/%%EOF/g)?.length ?? 1;
  return {
    kind: 'pdf',
    version,
    // A linearized file has two ends from the beginning.
    revisions: Math.max(1, /\/Linearized\b/.test(text.slice(0, 1_024)) ? ends - 1 : ends),
    encrypted: /\/Encrypt\b/.test(plain),
    javascript: /\/(?:JS|JavaScript)\b/.test(plain),
  };
}

function tableProblem(text: string, table: number): DamagedFile | undefined {
  const sticky = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  // A table may be an object of its own, compressed; then the library judges it.
  if (sticky(/\s*\d+\s+\d+\s+obj\b/y, table)) return undefined;
  let at = table;
  const head = sticky(/\s*xref\s+/y, at);
  if (!head) return damaged('startxref does not lead to a table of objects', table);
  at += head[0].length;
  for (
    let section = sticky(/(\d+) (\d+)\s+/y, at);
    section;
    section = sticky(/(\d+) (\d+)\s+/y, at)
  ) {
    at += section[0].length;
    const first = Number(section[1]);
    for (let index = 0; index < Number(section[2]); index++) {
      const entry = sticky(/(\d{10}) (\d{5}) ([nf])\s{1,2}/y, at);
      if (!entry) return damaged('the table of objects is cut off', at);
      at += entry[0].length;
      if (entry[3] === 'f') continue;
      const where = Number(entry[1]);
      const object = sticky(/\s*(\d+)\s+\d+\s+obj\b/y, where);
      if (Number(object?.[1]) !== first + index)
        return damaged(`object ${first + index} is not where the table says`, where);
    }
  }
  return sticky(/trailer\s*<</y, at) ? undefined : damaged('the trailer is missing', at);
}
