import { writeReport } from '../../report.ts';

/** What is made of the record in a pack for people and programs; `checkJunit` counts `junit.xml` after. */
export async function otherFormats(folder: string): Promise<void> {
  writeReport(folder);
}
