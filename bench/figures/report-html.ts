import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { haveTool, startChromium } from '#judges';
import { writeLargeRecord } from './large-record.ts';
import { type Figure, now } from './measure.ts';

const scenarios = 10_000;
const steps = 10;
/** What a report may need at once is little beside the file, and the same for a run of any size. */
const heapMegabytes = 96;

interface Made {
  readonly path: string;
  readonly ms: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

/** The HTML report of a very large run: how it is made, and how it opens. */
export async function htmlReport(): Promise<readonly Figure[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-figures-'));
  const record = join(folder.path, 'record.ndjson');
  writeLargeRecord(record, { scenarios, steps, keysInStep: 3 });
  const { path, ms, cpuMs, megabytes } = makeReport(folder.path);
  const size = statSync(path).size / 1e6;
  const name = `HTML report of ${scenarios.toLocaleString('en')} scenarios × ${steps} steps`;
  return [
    {
      name: `${name}, made`,
      value: `${(ms / 1000).toFixed(1)} s (${(cpuMs / 1000).toFixed(1)} s of a processor, ${megabytes.toFixed(0)} MB)`,
      reference: `its record has ${(statSync(record).size / 1e6).toFixed(0)} MB`,
      aim: `≤ 10 s within a heap of ${heapMegabytes} MB`,
      met: ms <= 10_000,
    },
    { name: 'the same, size', value: `${size.toFixed(1)} MB`, aim: '≤ 25 MB', met: size <= 25 },
    ...(haveTool('chromium') ? await opened(path) : [notOpened]),
  ];
}

function makeReport(folder: string): Made {
  const program = fileURLToPath(new URL('reference/make-report.mjs', import.meta.url));
  const heap = `--max-old-space-size=${heapMegabytes}`;
  return JSON.parse(execFileSync(process.execPath, [heap, program, folder], { encoding: 'utf8' }));
}

const notOpened: Figure = { name: 'the same, opened', value: 'not measured: chromium is missing' };

async function opened(path: string): Promise<readonly Figure[]> {
  await using browser = await startChromium();
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href, { timeout: 300_000 });
  const paint = Number(
    await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
  );
  const began = now();
  await page.fill('#search', 'account 5432');
  const found = await page.textContent('#found');
  const searchMs = now() - began;
  if (!found?.startsWith('1 of')) throw new Error(`the search found ${found}`);
  return [
    {
      name: 'the same, opened: first paint',
      value: `${(paint / 1000).toFixed(2)} s`,
      aim: '< 2 s',
      met: paint < 2000,
    },
    { name: 'the same, first search', value: `${searchMs.toFixed(0)} ms` },
  ];
}
