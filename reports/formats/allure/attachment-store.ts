import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Attachment } from 'allure-js-commons';
import type { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import { type RecordLine, type Screen, type Sha256, screenLines } from '#core';
import { keptFiles } from '../kept-files.ts';
import type { ToldRun } from '../told-run.ts';

/** Draws a display as a PNG. */
export type DrawScreen = (screen: Screen) => Uint8Array | Promise<Uint8Array>;

/** What results show beside their steps; each screen and each file lies there once. */
export class AttachmentStore {
  readonly #writer: FileSystemWriter;
  readonly #run: ToldRun;
  readonly #draw: DrawScreen | undefined;
  readonly #stored = new Set<string>();
  #drawing: Promise<void>[] = [];

  constructor(writer: FileSystemWriter, run: ToldRun, draw: DrawScreen | undefined) {
    this.#writer = writer;
    this.#run = run;
    this.#draw = draw;
  }

  screen(digest: Sha256 | undefined): readonly Attachment[] {
    const screen = digest === undefined ? undefined : this.#run.story.screens.get(digest);
    if (!screen) return [];
    const type = this.#draw ? 'image/png' : 'text/plain';
    const source = `${digest}-attachment${this.#draw ? '.png' : '.txt'}`;
    this.#once(source, () => this.#drawing.push(this.#store(source, screen)));
    return [{ name: 'Display', type, source }];
  }

  /** Files that the record names; one that is no longer there is left out. */
  files(lines: readonly RecordLine[]): readonly Attachment[] {
    return keptFiles(lines).flatMap(({ name, path, mediaType }) => {
      const from = join(this.#run.folder, path);
      if (!existsSync(from)) return [];
      const source = `${hash('sha256', path)}-attachment${extname(path)}`;
      this.#once(source, () => this.#writer.writeAttachmentFromPath(source, from));
      return [{ name, type: mediaType, source }];
    });
  }

  /** Resolves when all screens so far are stored. */
  async settle(): Promise<void> {
    const drawing = this.#drawing;
    this.#drawing = [];
    await Promise.all(drawing);
  }

  async #store(source: string, screen: Screen): Promise<void> {
    const drawn = await this.#draw?.(screen);
    this.#writer.writeAttachment(source, Buffer.from(drawn ?? screenLines(screen).join('\n')));
  }

  #once(source: string, store: () => void): void {
    if (this.#stored.has(source)) return;
    this.#stored.add(source);
    store();
  }
}
