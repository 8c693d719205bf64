import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FileEntry, StickControl } from '#core';
import { writtenSince } from './stick-contents.ts';

/** Where the files that a meter wrote are kept: each content once, under its digest. */
export class KeptFiles {
  readonly #folder: string;
  readonly #runFolder: string;

  /** `folder` is relative to the run's. */
  constructor(runFolder: string, folder: string) {
    this.#runFolder = runFolder;
    this.#folder = folder;
  }

  /** Keeps what was written on a stick since it was last at the host, and says what it is. */
  async keep(
    stick: StickControl,
    before: ReadonlyMap<string, number>,
  ): Promise<readonly FileEntry[]> {
    const entries: FileEntry[] = [];
    for (const name of await writtenSince(stick, before)) {
      // A file in dead sectors cannot be read; the checks of the feature say so.
      const bytes = await stick.read(name).catch(() => undefined);
      if (bytes) entries.push(await this.#keepOne(name, bytes));
    }
    return entries;
  }

  async #keepOne(name: string, bytes: Uint8Array): Promise<FileEntry> {
    // Only runs in which a meter writes files pay for what knows their formats.
    const { firstRows, identifyFile, identityText } = await import('./files/index.ts');
    const identity = await identifyFile(bytes);
    const sha256 = hash('sha256', bytes);
    const path = `${this.#folder}/${sha256}${extname(name).toLowerCase()}`;
    const whole = join(this.#runFolder, path);
    if (!existsSync(whole)) {
      mkdirSync(join(this.#runFolder, this.#folder), { recursive: true });
      writeFileSync(whole, bytes);
    }
    return {
      type: 'file',
      name,
      bytes: bytes.length,
      sha256,
      identity: identityText(identity),
      table: await firstRows(bytes, identity).catch(() => null),
      path,
    };
  }
}
