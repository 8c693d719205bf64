import { readdirSync, readFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** Of the 40 steps from -20, the highest, to 19. */
const stepsLower = 10;
const lowest = 19;

/**
 * The threads with which the engine compiles and collects garbage give way to the one that runs the
 * scenarios: where processors are few it waits for one up to a tenth of the time otherwise. Only on Linux
 * does each thread have a priority of its own; elsewhere nothing changes.
 */
export function letScenariosGoFirst(): void {
  const threads = '/proc/self/task';
  try {
    const lower = Math.min(lowest, getPriority() + stepsLower);
    for (const thread of readdirSync(threads)) {
      const name = readFileSync(`${threads}/${thread}/comm`, 'utf8').trim();
      if (name === 'V8Worker') setPriority(Number(thread), lower);
    }
  } catch {
    // Then all have the same.
  }
}
