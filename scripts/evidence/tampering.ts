import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEvidence } from '#reports';

const { readSigningKey, signPack } = await loadEvidence();

type Json = Record<string, unknown>;

/** A copy of a pack in the hands of somebody who would have it otherwise. */
export class Tampering {
  /** The pack; other packs as they were lie beside it under their names. */
  readonly pack: string;
  readonly #packs: string;
  readonly #keys: string;

  constructor(pack: string, packs: string, keys: string) {
    this.pack = pack;
    this.#packs = packs;
    this.#keys = keys;
  }

  path(file: string): string {
    return join(this.pack, file);
  }

  /** A file of another pack, as it was made. */
  other(pack: string, file: string): Buffer {
    return readFileSync(join(this.#packs, pack, file));
  }

  bytes(file: string, change: (bytes: Buffer) => Buffer): void {
    writeFileSync(this.path(file), change(readFileSync(this.path(file))));
  }

  text(file: string, change: (text: string) => string): void {
    this.bytes(file, (bytes) => {
      const before = bytes.toString('utf8');
      const after = change(before);
      // An attack that changes nothing would be found by nobody, and prove nothing.
      if (after === before) throw new Error(`the attack on ${file} changes nothing`);
      return Buffer.from(after);
    });
  }

  json(file: string, change: (value: Json) => void): void {
    this.text(file, (text) => {
      const value = JSON.parse(text) as Json; // our own documents are objects
      change(value);
      return `${JSON.stringify(value, undefined, 2)}\n`;
    });
  }

  /** Changes lines of the record; with `chained` the chain is made anew, and what names its head is mended. */
  record(change: (lines: Json[]) => readonly Json[], { chained }: { chained: boolean }): void {
    this.text('record.ndjson', (text) => {
      // A killed run leaves a line that was torn off.
      const lines = text
        .slice(0, text.lastIndexOf('\n'))
        .split('\n')
        .map((line) => JSON.parse(line) as Json); // lines of a record are objects
      return chained ? rechained(change(lines)) : unchained(change(lines));
    });
    if (chained) this.#mendHead();
  }

  /** The list of files as it should be after a change; its signatures stay as they were. */
  mendList(): void {
    const before = readFileSync(this.path('SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const lines = before.map((line) => {
      const file = line.slice(66);
      return `${hash('sha256', readFileSync(this.path(file)))}  ${file}\n`;
    });
    writeFileSync(this.path('SHA256SUMS'), lines.join(''));
  }

  /** Signs the list anew, as somebody who holds the key could: the laboratory's own, or another. */
  sign(key: 'lab' | 'stranger'): void {
    const { id } = JSON.parse(readFileSync(this.path('run.json'), 'utf8')) as { id: string };
    signPack(this.pack, readSigningKey(join(this.#keys, `${key}.key.pem`), undefined), id);
  }

  #mendHead(): void {
    const record = readFileSync(this.path('record.ndjson'), 'utf8');
    const lines = record.trimEnd().split('\n');
    const head = { lines: lines.length, head: hash('sha256', lines.at(-1) ?? '') };
    const length = Buffer.byteLength(record);
    this.bytes('chain.json', () =>
      Buffer.from(
        `${JSON.stringify({ version: 1, ...head, whole: length, torn: 0 }, undefined, 2)}\n`,
      ),
    );
    this.bytes('run.json', (bytes) => {
      const run = JSON.parse(bytes.toString('utf8')) as Json; // our own document
      if (run.record !== null) run.record = head;
      return Buffer.from(`${JSON.stringify(run, undefined, 2)}\n`);
    });
  }
}

const unchained = (lines: readonly Json[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

function rechained(lines: readonly Json[]): string {
  let prev = '0'.repeat(64);
  let text = '';
  for (const [index, line] of lines.entries()) {
    const { seq: _seq, prev: _prev, ...entry } = line;
    const written = JSON.stringify({ seq: index + 1, prev, ...entry });
    prev = hash('sha256', written);
    text += `${written}\n`;
  }
  return text;
}
