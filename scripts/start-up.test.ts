import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { root, sourceFiles } from './source.ts';

/** Libraries that a run without any report must not pay for. */
const onDemand = [
  ...[
    '@cyclonedx/cyclonedx-library',
    '@e965/xlsx',
    'cfb',
    'csv-parse',
    'csv-stringify',
    'iconv-lite',
    'pdfkit',
    'unpdf',
  ],
].join('|');

test('what only reports need is loaded when a report is written or read', () => {
  const atStart = new RegExp(
    `^(?:import|export) (?!type )[^;]*?from '(?:${onDemand})(?:/[^']*)?';`,
    'm',
  );
  const early = sourceFiles()
    .filter(({ path }) => !path.endsWith('.test.ts') && !path.startsWith('bench/figures/'))
    .filter(({ text }) => atStart.test(text))
    .map(({ path }) => path);
  expect(early).toEqual([]);
  expect(atStart.test("import {\n  parse,\n} from 'csv-parse/sync';")).toBe(true);
});

/** Says each file that is loaded, in order with what the program says. */
const sayLoaded = `data:text/javascript,
import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => {
  if (url.startsWith('file:')) writeSync(1, url + '\\n');
  return next(url, context);
} });`;

test('a meter on a port says who it is with few files of our own, and no package', async () => {
  const program = fileURLToPath(new URL('cli/frankbench.mjs', root));
  const args = ['--import', sayLoaded, program, 'emulate', 'is-440', '--scpi', '127.0.0.1:0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === 'ready') child.kill('SIGTERM');
  }
  await ended;
  const files = lines.filter((line) => line.startsWith('file:'));
  const before = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith('scpi ')),
  );
  expect(before.filter((line) => line.includes('/node_modules/'))).toEqual([]);
  expect(before.length).toBeGreaterThan(20);
  // About a third of a millisecond each.
  expect(before.length).toBeLessThan(75);
  expect(files.length).toBeGreaterThan(300);
}, 60_000);
