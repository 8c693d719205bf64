import { type ConformanceCase, require, requireSame } from '../case.ts';
import type { Operator } from '../hands.ts';
import type { Workbench } from '../workbench.ts';
import { contentOf } from './stick-files.ts';

const path = 'FBKIT.BIN';

/** The stick as the link tells of it. */
export const stickLinkCases: readonly ConformanceCase[] = [
  {
    name: 'stick-place-told',
    requirement: 'ROUTe:STICk? answers where the stick is.',
    needs: ['operations', 'stick'],
    run: async (bench) => {
      const operator = await operatorWithStick(bench);
      for (const place of ['meter', 'out', 'host'] as const) {
        await operator.do({ op: 'plugStick', place });
        requireSame((await operator.tell({ op: 'stickPlace' })).answer, place, 'ROUTe:STICk?');
      }
    },
  },
  {
    name: 'stick-refused-at-meter',
    requirement: 'While the stick is at the meter, MMEMory commands are refused with -221.',
    needs: ['operations', 'stick'],
    run: async (bench) => {
      const operator = await operatorWithStick(bench);
      await operator.do({ op: 'writeFile', path, bytes: contentOf(20) });
      await operator.do({ op: 'plugStick', place: 'meter' });
      const codes = await codesOf(operator);
      requireSame(
        (await operator.tell({ op: 'stickPlace' })).answer,
        'meter',
        'the place afterwards',
      );
      requireSame(codes, [-221, -221, -221, -221], 'errors of catalog, read, write and delete');
    },
  },
  {
    name: 'stick-refused-out',
    requirement: 'While the stick is out, MMEMory commands are refused with -221 or -252.',
    needs: ['operations', 'stick'],
    run: async (bench) => {
      const operator = await operatorWithStick(bench);
      await operator.do({ op: 'plugStick', place: 'out' });
      const codes = await codesOf(operator);
      require(codes.every(
        (code) => code === -221 || code === -252,
      ), '-221 or -252 each time', codes);
    },
  },
  {
    name: 'catalog-adds-up',
    requirement: 'MMEMory:CATalog? tells more bytes used and fewer free after a file was written.',
    needs: ['operations', 'stick'],
    run: async (bench) => {
      const operator = await operatorWithStick(bench);
      const before = await operator.catalog();
      await operator.do({ op: 'writeFile', path, bytes: contentOf(3000) });
      const after = await operator.catalog();
      const entry = after.entries.find(({ name }) => name === path);
      requireSame(entry, { name: path, kind: 'file', size: 3000 }, 'the entry of the file');
      require(after.used >= before.used + 3000, `${before.used + 3000} bytes used`, after.used);
      require(after.free <= before.free - 3000, `${before.free - 3000} bytes free`, after.free);
      await operator.do({ op: 'deleteFile', path });
      requireSame((await operator.catalog()).free, before.free, 'bytes free when it is deleted');
    },
  },
  {
    name: 'stick-pulled-and-back',
    requirement: 'What is on the stick is still there after it was at the meter and out.',
    needs: ['operations', 'stick'],
    run: async (bench) => {
      const operator = await operatorWithStick(bench);
      const bytes = contentOf(1025);
      await operator.do({ op: 'writeFile', path, bytes });
      for (const place of ['meter', 'out', 'meter', 'host'] as const) {
        await operator.do({ op: 'plugStick', place });
      }
      requireSame([...(await operator.bytes(path))], [...bytes], 'the bytes of the file');
    },
  },
];

const codesOf = async (operator: Operator): Promise<number[]> => [
  (await operator.tell({ op: 'catalog' })).code,
  (await operator.tell({ op: 'readFile', path })).code,
  (await operator.tell({ op: 'writeFile', path, bytes: contentOf(3) })).code,
  (await operator.tell({ op: 'deleteFile', path })).code,
];

/** The stick at the host; after the case it is where it was, without the file of the kit. */
export async function operatorWithStick(bench: Workbench): Promise<Operator> {
  const operator = await bench.operator();
  const place = await operator.stickPlace();
  bench.after(async () => {
    await operator.tell({ op: 'plugStick', place: 'host' });
    await operator.tell({ op: 'deleteFile', path });
    await operator.tell({ op: 'plugStick', place });
  });
  await operator.do({ op: 'plugStick', place: 'host' });
  return operator;
}
