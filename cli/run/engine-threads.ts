import { readdirSync, readFileSync } from 'node:fs';
import { giveWay } from '#reports';

/**
 * The threads with which the engine compiles and collects garbage give way to the one that runs the
 * scenarios: where processors are few it waits for one up to a tenth of the time otherwise. Only on Linux
 * does each thread have a priority of its own; elsewhere nothing changes.
 */
export function letScenariosGoFirst(): void {
  const threads = '/proc/self/task';
  try {
    for (const thread of readdirSync(threads)) {
      const name = readFileSync(`${threads}/${thread}/comm`, 'utf8').trim();
      if (name === 'V8Worker') giveWay(Number(thread));
    }
  } catch {
    // Then all have the same.
  }
}
