import { BenchError } from '#core';
import { writeFormats } from '../../formats/write-formats.ts';
import { writeHtmlReport } from '../../html/write-report.ts';

/**
 * What is made of the record in a pack for people and programs; `root` is where the feature files lie.
 * The cucumber messages quote the features: where those have changed since the run, they are left out.
 */
export async function otherFormats(folder: string, root: string): Promise<void> {
  writeHtmlReport(folder);
  const options = { root, workspace: folder };
  await writeFormats(folder, ['junit'], options);
  try {
    await writeFormats(folder, ['messages'], options);
  } catch (error) {
    if (!(error instanceof BenchError) || error.code !== 'FB_FEATURE_FILE') throw error;
  }
}
