import type { Capability, Meter, StickControl } from '#core';
import { type ConformanceCase, Mismatch, require, requireSame, shown, Unmade } from '../case.ts';
import type { Workbench } from '../workbench.ts';

const needs: readonly Capability[] = ['stick'];

/** Where the kit puts its files; nothing else on the stick is touched. */
export const kitFolder = 'FBKIT';

const sizes = [0, 1, 511, 512, 513, 65_537];

const names = ['LETTER.BIN', 'two words.txt', "comma, semi; and 'quote'.csv", 'Umläute.dat'];

/** Files on the stick, through the driver. */
export const stickFileCases: readonly ConformanceCase[] = [
  {
    name: 'stick-places',
    requirement: 'The stick goes to the meter, out, and to the host, and is where it was put.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      for (const place of ['meter', 'out', 'host'] as const) {
        await stick.plug(place);
        requireSame(stick.place(), place, 'the place of the stick');
      }
      await stick.list();
    },
  },
  {
    name: 'stick-round-trip',
    requirement: 'A file of any size and any bytes is read as it was written.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      for (const size of sizes.filter((each) => each <= bench.limits.largestFile)) {
        const bytes = contentOf(size);
        await writeAndRead(stick, `${kitFolder}/SIZE.BIN`, bytes, `a file of ${size} bytes`);
      }
      await stick.remove(`${kitFolder}/SIZE.BIN`);
    },
  },
  {
    name: 'stick-every-byte',
    requirement: 'Line ends, quotes, semicolons and # within a file are bytes like all others.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      const text = '\n\r\n;#15"\';:*IDN?\n#0\n"\0';
      const bytes = new Uint8Array([...Array(256).keys(), ...new TextEncoder().encode(text), 10]);
      await writeAndRead(stick, `${kitFolder}/BYTES.BIN`, bytes, 'a file of every byte');
      await stick.remove(`${kitFolder}/BYTES.BIN`);
    },
  },
  {
    name: 'stick-names',
    requirement: 'Names with spaces, commas, quotes and umlauts, and folders in folders, are kept.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      const folder = `${kitFolder}/sub one/x, y`;
      for (const name of names) {
        await writeAndRead(stick, `${folder}/${name}`, contentOf(name.length), `"${name}"`);
      }
      const listed = await stick.list(folder);
      requireSame(listed.map(({ name }) => name).sort(), [...names].sort(), 'the names');
      const sizesListed = new Map(listed.map(({ name, size }) => [name, size]));
      for (const name of names)
        requireSame(sizesListed.get(name), name.length, `the size of ${name}`);
      requireSame(await stick.folders(`${kitFolder}/sub one`), ['x, y'], 'the folders');
      for (const name of names) await stick.remove(`${folder}/${name}`);
      requireSame(await stick.list(folder), [], 'the files when all are deleted');
      await stick.remove(folder);
      await stick.remove(`${kitFolder}/sub one`);
    },
  },
  {
    name: 'stick-overwrite',
    requirement:
      'A file that is written again has its new content only, also when that is shorter.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      const path = `${kitFolder}/TWICE.BIN`;
      await writeAndRead(stick, path, contentOf(3000), 'a longer file');
      await writeAndRead(stick, path, contentOf(5), 'a shorter one in its place');
      await stick.remove(path);
      const left = await stick.list(kitFolder);
      require(!left.some(({ name }) => name === 'TWICE.BIN'), 'no file after it was deleted', left);
    },
  },
  {
    name: 'stick-only-at-host',
    requirement: 'Files are reached only while the stick is at the host.',
    needs,
    run: async (bench) => {
      const { stick } = await stickOf(bench);
      for (const place of ['meter', 'out'] as const) {
        await stick.plug(place);
        await mustRefuse(`a list while the stick is at ${place}`, stick.list());
        await mustRefuse(
          `a file while the stick is at ${place}`,
          stick.write('FBKIT.BIN', contentOf(3)),
        );
      }
    },
  },
];

async function mustRefuse(what: string, work: Promise<unknown>): Promise<void> {
  const outcome = await work.then(
    (answer) => `carried out: ${shown(answer)}`,
    () => undefined,
  );
  if (outcome !== undefined) throw new Mismatch(`a refusal of ${what}`, outcome);
}

async function writeAndRead(
  stick: StickControl,
  path: string,
  bytes: Uint8Array,
  what: string,
): Promise<void> {
  await stick.write(path, bytes);
  const read = await stick.read(path);
  requireSame(read.length, bytes.length, `the length of ${what}`);
  const place = bytes.findIndex((byte, index) => byte !== read[index]);
  require(place < 0, `the bytes of ${what}`, `another at ${place}: ${read[place]}`);
}

/** Bytes that hold every value, and are not the same in any two sectors. */
export const contentOf = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8) * 13 + 1) & 0xff);

/** The stick at the host; after the case it is where it was, without the folder of the kit. */
async function stickOf(bench: Workbench): Promise<{ meter: Meter; stick: StickControl }> {
  const meter = await bench.meter();
  const { stick } = meter;
  if (!stick) throw new Unmade('the driver has no stick');
  const place = stick.place();
  bench.after(async () => {
    await stick.plug('host');
    await stick.remove(kitFolder).catch(() => undefined);
    await stick.plug(place);
  });
  await stick.plug('host');
  return { meter, stick };
}
