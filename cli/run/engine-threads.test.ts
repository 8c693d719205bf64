import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const own = new URL('engine-threads.ts', import.meta.url).href;

/** Prints the priorities of the threads of a process that runs scenarios, by their names, from that of the process on. */
const program = `
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
const { letScenariosGoFirst } = await import('${own}');
const before = getPriority();
letScenariosGoFirst();
const threads = readdirSync('/proc/self/task').map((thread) => [
  readFileSync('/proc/self/task/' + thread + '/comm', 'utf8').trim(),
  getPriority(Number(thread)) - before,
]);
process.stdout.write(JSON.stringify(threads));
`;

test.runIf(process.platform === 'linux')(
  'the threads of the engine give way, and no other does',
  async () => {
    const flags = ['--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, flags);
    const threads: readonly (readonly [name: string, priority: number])[] = JSON.parse(stdout);
    const engines = threads.filter(([name]) => name === 'V8Worker');
    const others = threads.filter(([name]) => name !== 'V8Worker');
    expect(engines.length).toBeGreaterThan(0);
    expect(new Set(engines.map(([, priority]) => priority))).toEqual(new Set([10]));
    expect(new Set(others.map(([, priority]) => priority))).toEqual(new Set([0]));
  },
);
