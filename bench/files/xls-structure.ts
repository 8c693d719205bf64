import type { CFB$Container } from 'cfb';
import { walkBiff } from './biff-records.ts';
import type { DamagedFile, FileIdentity } from './file-identity.ts';

const damaged = (problem: string): DamagedFile => ({ kind: 'damaged', meant: 'xls', problem });

/** Opens the container that Excel 97 put its files into, and walks the records inside. */
export async function identifyCompoundFile(bytes: Uint8Array): Promise<FileIdentity> {
  const { default: cfb } = await import('cfb');
  let container: CFB$Container;
  try {
    container = cfb.read(Buffer.from(bytes), { type: 'buffer' });
  } catch {
    // The library trips over a container that is cut off, each time in another way.
    return damaged('the container cannot be opened: it is cut off or contradicts itself');
  }
  const entry = (name: string) =>
    container.FileIndex[container.FullPaths.findIndex((path) => path.endsWith(`/${name}`))];
  if (!entry('Workbook') && entry('Book')) return { kind: 'old xls' };
  const workbook = entry('Workbook');
  if (!workbook) {
    const streams = container.FileIndex.filter(({ type }) => type === 2).length;
    return streams === 0 ? damaged('the container has no contents') : { kind: 'unknown' };
  }
  const content = Uint8Array.from(workbook.content ?? []);
  if (content.length < workbook.size)
    return damaged(`the workbook ends after ${content.length} of ${workbook.size} bytes`);
  const walked = walkBiff(content.subarray(0, workbook.size));
  switch (walked.status) {
    case 'damaged':
      return damaged(`in the workbook at byte ${walked.at}: ${walked.problem}`);
    case 'older':
      return { kind: 'old xls' };
    case 'whole': {
      const { codepage, sheets, encrypted } = walked;
      const project = container.FullPaths.some((path) => /_VBA_PROJECT/i.test(path));
      return { kind: 'xls', codepage, sheets, encrypted, macros: walked.macros || project };
    }
    default:
      return walked satisfies never;
  }
}
