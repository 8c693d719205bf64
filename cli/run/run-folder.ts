import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError, civilTime, SystemClock } from '#core';
import type { Shell } from '../shell.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A new folder for what a run leaves behind: `runs/<date>-<time>-<rig>`. Errors: `FB_RUN_RECORD`. */
export function runFolder(shell: Shell, rigPath: string): string {
  const at = civilTime(new SystemClock().now());
  const stamp = `${at.year}${two(at.month)}${two(at.day)}-${two(at.hour)}${two(at.minute)}${two(at.second)}`;
  const name = `${stamp}-${basename(rigPath).replace(/\.ya?ml$/, '')}`;
  const runs = join(fileURLToPath(shell.root), 'runs');
  for (let count = 1; ; count += 1) {
    const folder = join(runs, count === 1 ? name : `${name}-${count}`);
    if (existsSync(folder)) continue;
    try {
      mkdirSync(folder, { recursive: true });
      return folder;
    } catch (cause) {
      throw new BenchError('FB_RUN_RECORD', `Cannot make the run folder ${folder}.`, {
        hint: 'Is the checkout writable, and is there space on the disk?',
        cause,
      });
    }
  }
}
