import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** One rig file, as `frankbench rigs` shows it. */
export interface RigEntry {
  /** The path to give to `--rig`, from the checkout. */
  readonly file: string;
  readonly description: string;
}

/**
 * The rig files of a folder, by name. A file that cannot be read is listed with the reason.
 * Only the description is read here; whether a rig is valid is for the loader of `#rigs` to say.
 */
export async function listRigs(folder: URL): Promise<readonly RigEntry[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: `rigs/${name}`,
      description: await describe(new URL(name, folder)),
    })),
  );
}

async function describe(file: URL): Promise<string> {
  try {
    const rig: unknown = parse(await readFile(file, 'utf8'));
    const found = typeof rig === 'object' && rig !== null && 'description' in rig;
    return found ? (String(rig.description).trim().split('\n')[0] ?? '') : '(no description)';
  } catch (error) {
    return `(cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : error})`;
  }
}
