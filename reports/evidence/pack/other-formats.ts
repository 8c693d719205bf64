import { writeReport } from '../../report.ts';

/** The reports of a run in a pack that programs and people of all kinds read. */
export async function otherFormats(folder: string): Promise<void> {
  writeReport(folder);
}
