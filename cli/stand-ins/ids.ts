let last = 0;

function next(): string {
  last += 1;
  return String(last);
}

/**
 * Stands for the file `IdGenerator` of the runner's messages, which puts a random UUID together for each
 * step, each scenario and each result: they are told apart within this process only, and a number is told
 * apart at a glance.
 */
export const uuid = (): (() => string) => next;

export const incrementing = uuid;
