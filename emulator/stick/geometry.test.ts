import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { needing, runTool, withImageFile } from '#judges';
import { geometryOf } from './geometry.ts';
import { SectorStore } from './sector-store.ts';
import { createStick } from './usb-stick.ts';

const judge = needing(['fsck.fat'], 'the data begins where fsck.fat finds it');

test.skipIf(judge.skip).each(['FAT16', 'FAT32'] as const)(`on %s ${judge.title}`, async (kind) => {
  const image = (await createStick(new VirtualClock(), { kind })).faults.image();
  const report = withImageFile(image, (path) => runTool('fsck.fat', ['-nv', path]).output);
  const { firstDataSector, clusterBytes } = geometryOf(SectorStore.fromImage(image));
  expect(report).toContain(`Data area starts at byte ${firstDataSector * 512} `);
  expect(report).toContain(` ${clusterBytes} bytes per cluster`);
});

test('a partition moves the data by its start', async () => {
  const plain = (await createStick(new VirtualClock())).faults.image();
  const image = new Uint8Array(63 * 512 + plain.length);
  image.set(plain, 63 * 512);
  image.set([63], 446 + 8);
  const alone = geometryOf(SectorStore.fromImage(plain));
  expect(geometryOf(SectorStore.fromImage(image))).toEqual({
    ...alone,
    firstDataSector: alone.firstDataSector + 63,
  });
});
