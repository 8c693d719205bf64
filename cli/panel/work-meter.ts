import process from 'node:process';
import { createInterface } from 'node:readline';
import { BenchError } from '#core';
import type { MeterOptions } from '../emulate/open-meter.ts';
import type { Shell } from '../shell.ts';
import { openPanel } from './open.ts';

/** The meter on the terminal, or worked by lines on stdin. */
export async function workMeter(options: MeterOptions, shell: Shell): Promise<void> {
  const session = await openPanel(options);
  const { stdin, stdout } = process;
  try {
    if (stdin.isTTY && stdout.isTTY) {
      const { runLive } = await import('./live.ts');
      shell.exit(await runLive(session, { input: stdin, output: stdout }));
      return;
    }
    const { runScript } = await import('./script.ts');
    // Whoever reads the output may have seen enough: the meter is still closed in order.
    const enough = new AbortController();
    stdout.on('error', () => enough.abort());
    const lines = linesOf(stdin, enough.signal);
    const bad = await runScript(session, lines, shell.print);
    if (bad > 0) throw notUnderstood(bad);
  } finally {
    await session.close();
  }
}

/** Begins to read when the first line is asked for: none is lost before. */
async function* linesOf(input: NodeJS.ReadableStream, enough: AbortSignal): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  enough.addEventListener('abort', () => lines.close());
  for await (const line of lines) {
    if (enough.aborted) return;
    yield line;
  }
}

const notUnderstood = (count: number): BenchError =>
  new BenchError(
    'FB_USAGE',
    count === 1 ? 'one line could not be carried out' : `${count} lines could not be carried out`,
    { hint: 'the output says which, and what is known' },
  );
