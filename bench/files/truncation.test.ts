import { describe, expect, test } from 'vitest';
import { type ReportFileType, writeReportFile } from '#emulator';
import { compareFile } from './compare-file.ts';
import { identifyFile } from './identify-file.ts';
import { sampleReport } from './sample-report.ts';

const table = sampleReport(3);

async function written(type: ReportFileType): Promise<Uint8Array> {
  const file = await writeReportFile(type, table, { made: 0, maker: 'Connect+' });
  if (file.status !== 'written') throw new Error(file.status);
  return file.bytes;
}

describe.each([
  ['xls', 7],
  ['pdf', 13],
] as const)('an %s file that is cut off', { timeout: 120_000 }, (type, step) => {
  test('is damaged wherever it is cut, or has lost nothing', async () => {
    const whole = await written(type);
    const ends = Array.from({ length: 80 }, (_, index) => whole.length - 1 - index);
    for (let end = 2; end < whole.length - 80; end += step) ends.push(end);
    for (const end of ends) {
      const identity = await identifyFile(whole.subarray(0, end));
      if (identity.kind === 'damaged') expect(identity.meant, `cut at ${end}`).toBe(type);
      else
        expect(await compareFile(table, whole.subarray(0, end)), `cut at ${end}`).toMatchObject({
          identity: { kind: type },
          status: 'compared',
          differences: [],
        });
    }
  });

  test('is damaged when half of it is there', async () => {
    const whole = await written(type);
    const identity = await identifyFile(whole.subarray(0, whole.length / 2));
    expect(identity).toMatchObject({ kind: 'damaged', meant: type });
  });
});

test('a CSV file that is cut off is damaged, cannot be read, or differs; only its last line end may go', async () => {
  const whole = await written('csv');
  for (let end = 4; end < whole.length; end++) {
    const compared = await compareFile(table, whole.subarray(0, end));
    if (end < whole.length - 2)
      expect(compared, `cut at ${end}`).not.toMatchObject({ status: 'compared', differences: [] });
    else expect(compared.identity).not.toMatchObject({ lineEnds: { crlf: 5 } });
  }
});
