import { hash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Attachment } from 'allure-js-commons';
import type { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import { type RecordLine, type Screen, type Sha256, screenLines } from '#core';
import { keptFiles } from '../kept-files.ts';
import type { ToldRun } from '../told-run.ts';

/** Draws a display as a PNG. */
export type DrawScreen = (screen: Screen) => Uint8Array | Promise<Uint8Array>;

export interface AttachmentStoreOptions {
  readonly writer: FileSystemWriter;
  /** Where the writer writes to. */
  readonly folder: string;
  readonly run: ToldRun;
  readonly draw: DrawScreen | undefined;
}

/** One name of some bytes. */
interface Use {
  readonly source: string;
  /** The name under which they were stored; the same for the first use. */
  readonly first: string;
}

/**
 * What results show beside their steps. Allure shows a file only where it meets its name for the first
 * time, so each use has a name of its own; the bytes lie there once, under all of these names.
 */
export class AttachmentStore {
  readonly #options: AttachmentStoreOptions;
  readonly #uses = new Map<string, number>();
  readonly #waiting: { readonly use: Use; readonly screen: Screen }[] = [];

  constructor(options: AttachmentStoreOptions) {
    this.#options = options;
  }

  /** A display; it is there once `settle` was awaited. */
  screen(digest: Sha256 | undefined): readonly Attachment[] {
    const { run, draw } = this.#options;
    const screen = digest === undefined ? undefined : run.story.screens.get(digest);
    if (digest === undefined || !screen) return [];
    const use = this.#use(digest, draw ? '.png' : '.txt');
    this.#waiting.push({ use, screen });
    return [{ name: 'Display', type: draw ? 'image/png' : 'text/plain', source: use.source }];
  }

  /** Files that the record names; one that is no longer there is left out. */
  files(lines: readonly RecordLine[]): readonly Attachment[] {
    const { run, writer } = this.#options;
    return keptFiles(lines).flatMap(({ name, path, mediaType }) => {
      const from = join(run.folder, path);
      if (!existsSync(from)) return [];
      const use = this.#use(hash('sha256', path), extname(path));
      if (use.source === use.first) writer.writeAttachmentFromPath(use.source, from);
      else this.#nameAgain(use);
      return [{ name, type: mediaType, source: use.source }];
    });
  }

  /** Resolves when all displays so far are stored. */
  async settle(): Promise<void> {
    const { writer, draw } = this.#options;
    for (const { use, screen } of this.#waiting.splice(0)) {
      if (use.source === use.first) {
        const drawn = await draw?.(screen);
        writer.writeAttachment(use.source, Buffer.from(drawn ?? screenLines(screen).join('\n')));
      } else {
        this.#nameAgain(use);
      }
    }
  }

  #use(digest: string, extension: string): Use {
    const count = (this.#uses.get(digest) ?? 0) + 1;
    this.#uses.set(digest, count);
    const name = (number: number): string => `${digest}-${number}-attachment${extension}`;
    return { source: name(count), first: name(1) };
  }

  #nameAgain({ source, first }: Use): void {
    const { folder } = this.#options;
    try {
      linkSync(join(folder, first), join(folder, source));
    } catch {
      // Not every file system has hard links.
      copyFileSync(join(folder, first), join(folder, source));
    }
  }
}
