import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, civilTime, SystemClock } from '#core';
import type { Shell } from '../shell.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A new folder for what a run leaves behind: the one that was asked for, else
 * `runs/<date>-<time>-<rig>`. Errors: `FB_RUN_RECORD`.
 */
export function runFolder(shell: Shell, rigPath: string, wanted?: string): string {
  if (wanted !== undefined) return newFolder(shell.path(wanted));
  const at = civilTime(new SystemClock().now());
  const stamp = `${at.year}${two(at.month)}${two(at.day)}-${two(at.hour)}${two(at.minute)}${two(at.second)}`;
  const name = `${stamp}-${basename(rigPath).replace(/\.ya?ml$/, '')}`;
  const runs = join(fileURLToPath(shell.root), 'runs');
  for (let count = 1; ; count += 1) {
    const folder = join(runs, count === 1 ? name : `${name}-${count}`);
    if (existsSync(folder)) continue;
    return newFolder(folder);
  }
}

function newFolder(folder: string): string {
  if (existsSync(join(folder, 'record.ndjson'))) {
    throw new BenchError('FB_RUN_RECORD', `${folder} already holds the record of a run.`, {
      hint: 'A record is never written over: name another folder.',
    });
  }
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (cause) {
    throw new BenchError('FB_RUN_RECORD', `Cannot make the run folder ${folder}.`, {
      hint: 'Is the place writable, and is there space on the disk?',
      cause,
    });
  }
}
