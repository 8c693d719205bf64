import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BenchError, type Screen } from '#core';
import { seenOf } from '#displays';

/** The golden screens that come along. */
export const usualGoldens = fileURLToPath(new URL('../../goldens/', import.meta.url));

/** A golden screen: its picture, and beside it what the picture is of. */
export interface Golden {
  readonly png: Uint8Array;
  readonly screen: Screen;
  /** The model that showed it. */
  readonly model: string;
}

const rect = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const screenSchema = z.strictObject({
  display: z.enum(['lcd', 'touch', 'off']),
  title: z.string(),
  rows: z.array(
    z.strictObject({
      text: z.string(),
      role: z.enum(['item', 'button', 'tab', 'checkbox', 'column', 'text', 'message', 'error']),
      selected: z.literal(true).exactOptional(),
      checked: z.literal(true).exactOptional(),
      rect: rect.exactOptional(),
    }),
  ),
  more: z.strictObject({ above: z.boolean(), below: z.boolean() }),
  field: z
    .strictObject({
      label: z.string(),
      value: z.string(),
      maxLength: z.number(),
      secret: z.boolean(),
      mode: z.enum(['digits', 'upper', 'lower', 'symbols', 'accents']),
    })
    .exactOptional(),
  busy: z.boolean(),
  language: z.string(),
});

const fileSchema = z.strictObject({
  version: z.literal(1),
  model: z.string(),
  screen: screenSchema,
});

/**
 * Reads a golden screen from `<path>.png` and `<path>.json`; `undefined` when there is neither.
 * Errors: `FB_GOLDEN` when one of them is not there or is not what it should be.
 */
export function readGolden(path: string): Golden | undefined {
  const [picture, data] = [`${path}.png`, `${path}.json`];
  if (!existsSync(picture) && !existsSync(data)) return undefined;
  try {
    const { screen, model } = fileSchema.parse(JSON.parse(readFileSync(data, 'utf8')));
    return { png: readFileSync(picture), screen: { ...screen, beeps: 0 }, model };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new BenchError('FB_GOLDEN', `The golden screen ${path} cannot be read: ${reason}`, {
      hint: 'A golden screen is a .png and a .json; take both from the version control, or accept it anew.',
      cause,
    });
  }
}

/** Writes a golden screen, and the folder it is in. Errors: `FB_GOLDEN`. */
export function writeGolden(path: string, { png, screen, model }: Golden): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.png`, png);
    writeFileSync(`${path}.json`, goldenJson({ screen, model }));
  } catch (cause) {
    throw new BenchError('FB_GOLDEN', `Cannot write the golden screen ${path}.`, {
      hint: 'Is the folder writable, and is there space on the disk?',
      cause,
    });
  }
}

const goldenJson = ({ screen, model }: Pick<Golden, 'screen' | 'model'>): string =>
  `${JSON.stringify({ version: 1, model, screen: seenOf(screen) }, undefined, 2)}\n`;

/** The places of all golden screens in a folder, in order: `is400/Account List`. */
export const goldenPlaces = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.png'))
    .map((path) => path.slice(0, -'.png'.length))
    .sort();
