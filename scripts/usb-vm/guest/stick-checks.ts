import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { type Check, sooner } from './checks.ts';
import { type DeviceNodes, deviceNodes } from './device-nodes.ts';
import { KernelInstrument } from './kernel-instrument.ts';
import type { Meters } from './meters.ts';
import { mustRun } from './program.ts';

const noMedium = -123;
const mountPoint = '/mnt/stick';
/** Larger than several clusters, and no two blocks of it alike. */
const written = Buffer.from(Array.from({ length: 40_000 }, (_, index) => `${index};`).join(''));

/** The stick as a disk of the kernel, after the meter has exported its account list to it. */
export function stickChecks({ first }: Meters): readonly Check[] {
  const { slot, serial } = first;
  return [
    {
      title: 'the disk has no medium while the stick is at the meter',
      limitMs: 10_000,
      run: async () => {
        const { usbtmc, disk } = await deviceNodes(serial);
        await using instrument = await KernelInstrument.open(usbtmc);
        // The bench was on this interface before and guarded what it sent; this is somebody else.
        await instrument.tell('PANel:SEQuence:RESet');
        await instrument.tell('ROUTe:STICk METer');
        await rejects(open(disk, 'r'), { errno: noMedium });
        await instrument.tell('ROUTe:STICk HOST');
        await (await open(disk, 'r')).close();
      },
    },
    {
      title: "the stick mounts with the kernel's vfat and shows the exported CSV byte for byte",
      limitMs: 20_000,
      run: async () => {
        const lists = await exportedLists(slot.stick);
        ok(lists.length > 0, 'the meter has exported no list');
        await mounted(await deviceNodes(serial), async () => {
          for (const { name, bytes } of lists) {
            match(name, /^ACS_\d{8}_\d{6}\.CSV$/);
            ok(bytes.length > 0, `${name} is empty`);
            sameBytes(name, await readFile(`${mountPoint}/${name}`), bytes);
          }
          const seen = (await readdir(mountPoint)).filter((name) => name.endsWith('.CSV'));
          deepEqual(seen.sort(), lists.map(({ name }) => name).sort());
        });
      },
    },
    {
      title: 'a file that the kernel wrote is there for the meter after umount',
      limitMs: 20_000,
      run: async () => {
        const { usbtmc } = await mounted(await deviceNodes(serial), () =>
          writeFile(`${mountPoint}/FROMHOST.CSV`, written),
        );
        await using instrument = await KernelInstrument.open(usbtmc);
        match(await instrument.ask('MMEMory:CATalog?'), /"FROMHOST\.CSV,FILE,\d+"/);
        const block = await instrument.bytes('MMEMory:DATA? "FROMHOST.CSV"');
        const digits = Number(block.toString('latin1', 1, 2));
        equal(Number(block.toString('latin1', 2, 2 + digits)), written.length);
        sameBytes('the block', block.subarray(2 + digits, 2 + digits + written.length), written);
        await instrument.tell('ROUTe:STICk METer');
        const meters = slot.stick?.meter.readFile('FROMHOST.CSV');
        ok(meters?.status === 'done', `the meter cannot read it: ${meters?.status}`);
        sameBytes('what the meter reads', meters.value, written);
        await instrument.tell('ROUTe:STICk HOST');
      },
    },
  ];
}

/** The lists on the stick, as the emulated meter's own file system has them. */
async function exportedLists(stick: Meters['first']['slot']['stick']) {
  if (stick === undefined) throw new Error('the slot has no stick');
  const files = await stick.list();
  return Promise.all(files.map(async ({ name }) => ({ name, bytes: await stick.read(name) })));
}

/** Mounts the disk for as long as `use` takes; resolves when all is written and it is unmounted. */
async function mounted(nodes: DeviceNodes, use: () => Promise<void>): Promise<DeviceNodes> {
  await mkdir(mountPoint, { recursive: true });
  await sooner(
    () => 'the medium',
    5000,
    async () => {
      const disk = await open(nodes.disk, 'r').catch(() => undefined);
      await disk?.close();
      return disk;
    },
  );
  await mustRun('mount', '-t', 'vfat', nodes.disk, mountPoint);
  try {
    await use();
  } finally {
    await mustRun('umount', mountPoint);
  }
  return nodes;
}

/** Says where bytes differ. The assertions of Node would show all of them, for which the guest is too small. */
function sameBytes(what: string, seen: Uint8Array, wanted: Uint8Array): void {
  equal(seen.length, wanted.length, `the length of ${what}: ${seen.length}, not ${wanted.length}`);
  const at = seen.findIndex((byte, index) => byte !== wanted[index]);
  equal(at, -1, `${what} differs at byte ${at}: ${seen[at]}, not ${wanted[at]}`);
}
