import { getPriority, setPriority } from 'node:os';

/** Of the 40 steps from -20, the highest, to 19. */
const stepsLower = 10;
const lowest = 19;

/**
 * Lowers the priority of a thread under that of the process, by the number that the system knows it by:
 * only Linux gives each thread one of its own. Errors: those of `node:os`.
 */
export const giveWay = (thread: number): void =>
  setPriority(thread, Math.min(lowest, getPriority() + stepsLower));
