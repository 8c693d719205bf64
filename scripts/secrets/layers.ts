import { hash } from 'node:crypto';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** One way to look at some bytes, and how it was come to. */
export interface Layer {
  readonly how: string;
  readonly bytes: Buffer;
}

const deepest = 4;
const mostBytes = 64 * 1024 * 1024;

/**
 * The bytes as they are, and everything that is packed into them: gzip and zlib streams, entries of zip
 * files, the streams of PDF files, the texts of PNG files, and runs of base64 and hex, each unpacked in
 * turn. What is in `seen` was looked at before.
 */
export function* layersOf(
  bytes: Buffer,
  seen = new Set<string>(),
  how = 'as it is',
  depth = 0,
): Generator<Layer> {
  // What was not unpacked here may be elsewhere, less deep.
  const digest = depth === deepest ? undefined : hash('sha256', bytes);
  if (digest !== undefined && seen.has(digest)) return;
  yield { how, bytes };
  if (digest === undefined) return;
  seen.add(digest);
  for (const inner of unpacked(bytes)) {
    yield* layersOf(inner.bytes, seen, `${how} > ${inner.how}`, depth + 1);
  }
}

function* unpacked(bytes: Buffer): Generator<Layer> {
  yield* streams(bytes);
  const text = bytes.toString('latin1');
  const runs = new Set(text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g));
  for (const run of runs) {
    // Digests, keys and numbers of things: decoded they are noise.
    if (/^[0-9a-f-]+$/.test(run)) continue;
    yield { how: 'base64', bytes: Buffer.from(run, 'base64') };
  }
  for (const [run] of text.matchAll(/\b(?:[0-9a-fA-F]{2}){8,}\b/g)) {
    const decoded = Buffer.from(run, 'hex');
    // Digests, keys and the dots of a font: a text is made of letters.
    if (/^[\t\n\r -~\x80-\xff]+$/.test(decoded.toString('latin1')))
      yield { how: 'hex', bytes: decoded };
  }
}

/** What looks like the beginning of a packed stream and can be unpacked from there. */
function* streams(bytes: Buffer): Generator<Layer> {
  const begins: readonly [string, Buffer, (from: number) => Buffer | undefined][] = [
    [
      'gzip',
      Buffer.from([0x1f, 0x8b, 8]),
      (from) => tried(() => gunzipSync(bytes.subarray(from), limit)),
    ],
    ['zip entry', Buffer.from('PK\x03\x04', 'latin1'), (from) => zipEntry(bytes, from)],
    ['PDF stream', Buffer.from('stream\r\n'), (from) => inflated(bytes, from + 8)],
    ['PDF stream', Buffer.from('stream\n'), (from) => inflated(bytes, from + 7)],
    ['PNG text', Buffer.from('zTXt'), (from) => inflated(bytes, bytes.indexOf(0, from) + 2)],
  ];
  for (const [how, mark, unpack] of begins) {
    for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
      const inner = unpack(at);
      if (inner && inner.length > 0) yield { how, bytes: inner };
    }
  }
  if ((bytes[0] ?? 0) % 16 === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 1)) % 31 === 0) {
    const inner = inflated(bytes, 0);
    if (inner) yield { how: 'zlib', bytes: inner };
  }
  const raw = bytes.length < 8 ? undefined : tried(() => inflateRawSync(bytes, limit));
  if (raw && raw.length > bytes.length) yield { how: 'deflate', bytes: raw };
}

const limit = { maxOutputLength: mostBytes };

const inflated = (bytes: Buffer, from: number): Buffer | undefined =>
  tried(() => inflateSync(bytes.subarray(from), limit));

function zipEntry(bytes: Buffer, at: number): Buffer | undefined {
  if (at + 30 > bytes.length) return undefined;
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return tried(() => inflateRawSync(bytes.subarray(from), limit));
}

function tried(unpack: () => Buffer): Buffer | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}
