/**
 * Takes a run that has ended in the history of its archive; resolves with why it could not be. The
 * run's verdict stands whatever comes of this, and the next `frankbench history` tries again.
 */
export async function addToHistory(folder: string): Promise<readonly string[]> {
  try {
    const { loadHistory } = await import('#reports');
    const { enterInHistory } = await loadHistory();
    enterInHistory(folder);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`The run is not in the history yet. ${why}`];
  }
}
