import { csvShape } from './csv-shape.ts';
import type { FileIdentity } from './file-identity.ts';
import { decodeText } from './text-encoding.ts';

const html = /^\s*<(?:!doctype html|html|head|body|meta|style|table)\b/i;
const mime = /^MIME-Version:[\s\S]*Content-Type:\s*(?:multipart|text\/html)/i;
const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet';

/** What a file without a magic number is: a table, a page of a browser, or nothing known. */
export async function identifyText(bytes: Uint8Array): Promise<FileIdentity> {
  const decoded = await decodeText(bytes);
  if (decoded.status === 'damaged')
    return { kind: 'damaged', meant: 'csv', problem: decoded.problem };
  const { text, encoding, bom } = decoded;
  const head = text.slice(0, 4_096);
  if (head.trim() === '') return { kind: 'empty' };
  if (/^\s*<\?xml\b/.test(head))
    return { kind: head.includes(spreadsheet) ? 'xml spreadsheet' : xmlKind(head) };
  if (html.test(head) || mime.test(head)) return { kind: 'html' };
  if (text.includes('\0')) return { kind: 'unknown' };
  const shape = csvShape(text);
  if (shape.status === 'damaged') {
    const { line, problem } = shape;
    return { kind: 'damaged', meant: 'csv', place: { unit: 'line', number: line }, problem };
  }
  const { status: _, ...csv } = shape;
  return { kind: 'csv', encoding, bom, ...csv, controls: controlsIn(text) };
}

const xmlKind = (head: string): 'html' | 'unknown' => (/<html\b/i.test(head) ? 'html' : 'unknown');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

const controlsIn = (text: string): number => text.match(control)?.length ?? 0;
