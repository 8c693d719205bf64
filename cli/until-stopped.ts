/** Resolves at the first signal to end; a second one ends the process at once. */
export function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    resolve();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return promise;
}
