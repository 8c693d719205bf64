import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { fsckComplaints, needing } from '#judges';
import type { FatKind } from './format.ts';
import { createStick, type UsbStick } from './usb-stick.ts';

type Act =
  | { readonly type: 'host write'; readonly path: string; readonly size: number }
  | { readonly type: 'remove'; readonly path: string }
  | {
      readonly type: 'meter write';
      readonly name: string;
      readonly size: number;
      readonly step: number;
    }
  | { readonly type: 'abort'; readonly name: string; readonly size: number };

const name = fc.constantFrom('A.CSV', 'a long name 1.csv', 'a long name 2.csv', 'été.csv', 'x');
const folder = fc.constantFrom('', 'folder/', 'a folder/within/');
const path = fc.tuple(folder, name).map((parts) => parts.join(''));
const size = fc.oneof(fc.constantFrom(0, 1, 511, 512, 513, 1_024, 1_025), fc.nat(9_000));

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('host write'), path, size }),
  fc.record({ type: fc.constant('remove'), path }),
  fc.record({
    type: fc.constant('meter write'),
    name,
    size,
    step: fc.integer({ min: 300, max: 4_000 }),
  }),
  fc.record({ type: fc.constant('abort'), name, size }),
);

const content = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, at) => (at + size) % 250);

/** Does the same to the stick and to a map from paths in capitals to sizes. */
async function perform(stick: UsbStick, model: Map<string, number>, act: Act): Promise<void> {
  switch (act.type) {
    case 'host write':
      await stick.plug('host');
      await stick.write(act.path, content(act.size));
      model.set(act.path.toUpperCase(), act.size);
      return;
    case 'remove':
      await stick.plug('host');
      if (model.delete(act.path.toUpperCase())) await stick.remove(act.path);
      else await expect(stick.remove(act.path)).rejects.toThrow('FB_STICK_FILE');
      return;
    case 'meter write':
    case 'abort': {
      await stick.plug('meter');
      const begun = stick.meter.beginWrite(act.name, content(act.size));
      if (model.has(act.name.toUpperCase())) {
        expect(begun).toEqual({ status: 'failed', reason: 'exists' });
        return;
      }
      if (begun.status === 'failed') throw new Error(begun.reason);
      if (act.type === 'abort') {
        if (act.size > 1) begun.write.step(act.size / 2);
        begun.write.abort();
        return;
      }
      while (begun.write.step(act.step).status === 'more');
      model.set(act.name.toUpperCase(), act.size);
    }
  }
}

const clean = needing(['fsck.fat'], 'fsck.fat finds it clean');

test.each(['FAT16', 'FAT32'] satisfies readonly FatKind[])(
  `whatever host and meter do in turns, a %s stick holds what a map holds; ${clean.title}`,
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const stick = await createStick(new VirtualClock(), { kind });
        const model = new Map<string, number>();
        for (const act of acts) await perform(stick, model, act);

        await stick.plug('host');
        for (const [path, size] of model) expect(await stick.read(path)).toEqual(content(size));
        const root = [...model.keys()].filter((path) => !path.includes('/')).sort();
        const listed = (await stick.list()).map((file) => file.name.toUpperCase()).sort();
        expect(listed).toEqual(root);
        if (!clean.skip) expect(fsckComplaints(stick.faults.image())).toBe('');
      }),
      { numRuns: kind === 'FAT16' ? 25 : 6 },
    );
  },
);

test('the same operations at the same instants make the same image, whatever other sticks do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(100_000)), { maxLength: 15 }), async (acts) => {
      const images: Uint8Array[] = [];
      for (const noise of [0, 7_777]) {
        const clock = new VirtualClock(Date.UTC(2024, 5, 3));
        const stick = await createStick(clock);
        const other = await createStick(new VirtualClock(noise));
        const model = new Map<string, number>();
        for (const [act, pause] of acts) {
          clock.advance(pause);
          await other.write('noise.bin', new Uint8Array(noise).fill(noise % 256));
          await perform(stick, model, act);
        }
        images.push(stick.faults.image());
      }
      const [first, second] = images;
      expect(first && second && Buffer.compare(first, second)).toBe(0);
    }),
    { numRuns: 15 },
  );
});
