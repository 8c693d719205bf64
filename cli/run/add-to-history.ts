import type { RunDigest } from '#reports';

/**
 * Takes a run that has ended in the history of its archive, as `read` where somebody reads its record
 * anyway; resolves with why it could not be. The run's verdict stands whatever comes of this, and the
 * next `frankbench history` tries again.
 */
export async function addToHistory(
  folder: string,
  read: Promise<RunDigest | undefined>,
): Promise<readonly string[]> {
  try {
    const { loadHistory } = await import('#reports');
    const { enterInHistory } = await loadHistory();
    enterInHistory(folder, await read);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`The run is not in the history yet. ${why}`];
  }
}
