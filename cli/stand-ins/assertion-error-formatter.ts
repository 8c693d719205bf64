/**
 * Stands for the package of that name: what it makes of an error goes to the output of the runner, of
 * which nothing is shown.
 */
export const format = (error: Error): string => error.stack ?? String(error);
