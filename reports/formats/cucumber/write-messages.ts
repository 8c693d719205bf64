import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BenchError } from '#core';
import { OutputFile } from '../output-file.ts';
import { envelopesOf, type MessageOptions } from './envelopes.ts';

/** Writes a run as cucumber messages, a line each. Errors: `FB_RUN_RECORD`, `FB_FEATURE_FILE`. */
export async function writeMessages(
  folder: string,
  path: string,
  options: MessageOptions,
): Promise<string> {
  using file = new OutputFile(path);
  for await (const envelope of envelopesOf(folder, options)) {
    file.write(`${JSON.stringify(envelope)}\n`);
  }
  return file.finish();
}

/** Writes the report that cucumber itself makes of its messages. Errors: as `writeMessages`. */
export async function writeCucumberHtml(
  folder: string,
  path: string,
  options: MessageOptions,
): Promise<string> {
  const { CucumberHtmlStream } = await import('@cucumber/html-formatter');
  const unfinished = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(
      Readable.from(envelopesOf(folder, options)),
      new CucumberHtmlStream(),
      createWriteStream(unfinished),
    );
    renameSync(unfinished, path);
    return path;
  } catch (cause) {
    rmSync(unfinished, { force: true });
    if (cause instanceof BenchError) throw cause;
    throw new BenchError('FB_RUN_RECORD', `Cannot write ${path}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
}
