import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { fsckComplaints, needing } from '#judges';
import { transferErrors } from '#protocol/usbip';
import { createStick } from '../../stick/index.ts';
import { hostAtMeter, type UsbHost } from '../usb-host.test-data.ts';

const stalled = transferErrors.stalled;
const clean = needing(['fsck.fat'], 'fsck.fat finds clean what the host wrote');

interface Outcome {
  readonly status: number;
  readonly residue: number;
  readonly data: Uint8Array;
  /** True when a pipe was halted on the way. */
  readonly stall: boolean;
}

/** What the tests need of a driver for disks. */
class Disk {
  readonly host: UsbHost;
  #tag = 0;

  constructor(host: UsbHost) {
    this.host = host;
  }

  async command(
    block: readonly number[],
    length = 0,
    direction: 'in' | 'out' = 'in',
    data: Uint8Array = new Uint8Array(length),
  ): Promise<Outcome> {
    this.#tag += 1;
    expect(await this.host.out(5, wrapper(this.#tag, length, direction, block))).toBe(0);
    let stall = false;
    let came: Uint8Array = new Uint8Array();
    if (length > 0 && direction === 'out' && (await this.host.out(5, data)) === stalled) {
      stall = true;
      await this.host.clearHalt(5);
    }
    if (length > 0 && direction === 'in') {
      const read = await this.host.in(5, length);
      came = read.data;
      if (read.status === stalled) {
        stall = true;
        await this.host.clearHalt(0x85);
      }
    }
    let ended = await this.host.in(5, 13);
    if (ended.status === stalled) {
      stall = true;
      await this.host.clearHalt(0x85);
      ended = await this.host.in(5, 13);
    }
    const view = new DataView(ended.data.buffer, ended.data.byteOffset, ended.data.length);
    expect([ended.status, ended.actual, view.getUint32(0, true)]).toEqual([0, 13, 0x53425355]);
    expect(view.getUint32(4, true)).toBe(this.#tag);
    return { status: view.getUint8(12), residue: view.getUint32(8, true), data: came, stall };
  }

  /** Sense key, code and qualifier of the last command. */
  async sense(): Promise<readonly (number | undefined)[]> {
    const { data } = await this.command([0x03, 0, 0, 0, 18], 18);
    return [data[2], data[12], data[13]];
  }

  /** Until the unit is ready, or not for a reason that stays. */
  async ready(): Promise<readonly (number | undefined)[]> {
    for (;;) {
      if ((await this.command([0x00])).status === 0) return [];
      const sense = await this.sense();
      if (sense[0] !== 6) return sense;
    }
  }

  read(sector: number, count = 1, length = count * 512): Promise<Outcome> {
    return this.command(transfer(0x28, sector, count), length);
  }

  write(sector: number, data: Uint8Array): Promise<Outcome> {
    return this.command(transfer(0x2a, sector, data.length / 512), data.length, 'out', data);
  }

  async image(): Promise<Uint8Array> {
    const { data } = await this.command([0x25], 8);
    const count = new DataView(data.buffer, data.byteOffset).getUint32(0) + 1;
    const parts: Uint8Array[] = [];
    for (let at = 0; at < count; at += 240) {
      parts.push((await this.read(at, Math.min(240, count - at))).data);
    }
    return Buffer.concat(parts);
  }
}

function wrapper(tag: number, length: number, direction: 'in' | 'out', block: readonly number[]) {
  const bytes = new Uint8Array(31);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x43425355, true);
  view.setUint32(4, tag, true);
  view.setUint32(8, length, true);
  bytes.set([direction === 'in' ? 0x80 : 0, 0, Math.max(6, block.length)], 12);
  bytes.set(block, 15);
  return bytes;
}

const transfer = (code: number, sector: number, count: number): readonly number[] => [
  code,
  0,
  ...[sector >>> 24, (sector >> 16) & 255, (sector >> 8) & 255, sector & 255],
  0,
  ...[(count >> 8) & 255, count & 255],
  0,
];

const diskAtMeter = async () => {
  const plugged = await hostAtMeter(3);
  return { ...plugged, disk: new Disk(plugged.host) };
};

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

test('it says what it is before anything else, and then that its medium may have changed', async () => {
  const { disk, host } = await diskAtMeter();
  const maxLun = { requestType: 0xa1, request: 0xfe, value: 0, index: 3, length: 1 };
  expect([...(await host.ask(maxLun)).data]).toEqual([0]);
  const { data, status } = await disk.command([0x12, 0, 0, 0, 36], 36);
  expect([status, data[0], data[1]]).toEqual([0, 0x00, 0x80]);
  expect((await disk.command([0x00])).status).toBe(1);
  expect(await disk.sense()).toEqual([6, 0x28, 0]);
  expect(await disk.ready()).toEqual([]);
  expect(await disk.sense()).toEqual([0, 0, 0]);
  const serial = await disk.command([0x12, 1, 0x80, 0, 64], 64);
  expect(new TextDecoder().decode(serial.data.subarray(4))).toBe('440000123');
  expect((await disk.command([0xa0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0], 16)).data[3]).toBe(8);
});

test('the host reads byte for byte what the meter wrote', async () => {
  const { disk, stick } = await diskAtMeter();
  await stick.plug('meter');
  const begun = stick.meter.beginWrite(
    'ACS_2026-01-05.csv',
    Buffer.alloc(70_000, 'Marketing;1201\r\n'),
  );
  if (begun.status === 'failed') throw new Error(begun.reason);
  while (begun.write.step(10_000).status === 'more');
  await stick.plug('host');
  expect(await disk.ready()).toEqual([]);
  expect(same(await disk.image(), stick.faults.image())).toBe(true);
});

test.skipIf(clean.skip)(`the meter sees what the host wrote; ${clean.title}`, async () => {
  const { disk, stick } = await diskAtMeter();
  // A file system that someone else brought up to date, sector by sector.
  const other = await createStick(new VirtualClock(Date.UTC(2026, 0, 5)));
  await other.write('from-the-host.csv', Buffer.alloc(40_000, 'Sales;1202\r\n'));
  const image = other.faults.image();
  expect(await disk.ready()).toEqual([]);
  const before = await disk.image();
  for (let sector = 0; sector * 512 < image.length; sector += 1) {
    const content = image.subarray(sector * 512, sector * 512 + 512);
    if (same(content, before.subarray(sector * 512, sector * 512 + 512))) continue;
    expect(await disk.write(sector, content)).toMatchObject({ status: 0, residue: 0 });
  }
  expect(fsckComplaints(stick.faults.image())).toBe('');
  // At the host, and at the meter.
  expect(await stick.read('from-the-host.csv')).toHaveLength(40_000);
  await stick.plug('meter');
  expect(stick.meter.readFile('from-the-host.csv')).toEqual({
    status: 'done',
    value: Uint8Array.from(Buffer.alloc(40_000, 'Sales;1202\r\n')),
  });
});

test('there is a medium only while the stick is at the host, and each one is a new one', async () => {
  const { disk, stick } = await diskAtMeter();
  expect(await disk.ready()).toEqual([]);
  for (const place of ['meter', 'out'] as const) {
    await stick.plug(place);
    expect(await disk.ready()).toEqual([2, 0x3a, 0]);
    expect(await disk.read(0)).toMatchObject({ status: 1, residue: 512 });
    expect(await disk.sense()).toEqual([2, 0x3a, 0]);
    await stick.plug('host');
    expect((await disk.read(0)).status).toBe(1);
    expect(await disk.sense()).toEqual([6, 0x28, 0]);
    expect((await disk.read(0)).status).toBe(0);
  }
  await stick.write('behind-the-back.csv', new Uint8Array(10));
  expect((await disk.read(0)).status).toBe(1);
  expect(await disk.sense()).toEqual([6, 0x28, 0]);
});

test('a stick that is pulled while it is read ends the read', async () => {
  const { disk, stick, host } = await diskAtMeter();
  expect(await disk.ready()).toEqual([]);
  await host.out(5, wrapper(99, 2048, 'in', transfer(0x28, 0, 4)));
  expect((await host.in(5, 1024)).actual).toBe(1024);
  await stick.plug('out');
  expect(await host.in(5, 1024)).toMatchObject({ status: stalled, actual: 0 });
  await host.clearHalt(0x85);
  expect([...(await host.in(5, 13)).data]).toEqual([85, 83, 66, 83, 99, 0, 0, 0, 0, 4, 0, 0, 1]);
  expect(await disk.sense()).toEqual([2, 0x3a, 0]);
});

test('a write-protected stick says so and stays as it is', async () => {
  const { disk, stick } = await diskAtMeter();
  await stick.faults.writeProtect(true);
  expect(await disk.ready()).toEqual([]);
  expect((await disk.command([0x1a, 0, 0x3f, 0, 192], 192)).data[2]).toBe(0x80);
  expect((await disk.command([0x5a, 0, 0x08, 0, 0, 0, 0, 0, 28], 28)).data[3]).toBe(0x80);
  const before = stick.faults.image();
  const refused = { status: 1, residue: 512, stall: true };
  expect(await disk.write(100, new Uint8Array(512).fill(1))).toMatchObject(refused);
  expect(await disk.sense()).toEqual([7, 0x27, 0]);
  expect(same(stick.faults.image(), before)).toBe(true);
  await stick.faults.writeProtect(false);
  expect((await disk.write(100, new Uint8Array(512).fill(1))).status).toBe(0);
});

test('a dead sector is a medium error at its place', async () => {
  const { disk, stick } = await diskAtMeter();
  await stick.write('bad.csv', new Uint8Array(2048).fill(7));
  await stick.faults.killSectorsOf('bad.csv');
  expect(await disk.ready()).toEqual([]);
  const sectors = stick.faults.image().length / 512;
  let dead = 0;
  for (let sector = 0; sector < sectors && dead === 0; sector += 1) {
    if ((await disk.read(sector)).status !== 0) dead = sector;
  }
  expect(dead).toBeGreaterThan(0);
  const told = (await disk.command([0x03, 0, 0, 0, 18], 18)).data;
  expect([told[0], told[2], told[12]]).toEqual([0xf0, 3, 0x11]);
  expect(new DataView(told.buffer, told.byteOffset).getUint32(3)).toBe(dead);
  expect(await disk.read(dead - 1, 3)).toMatchObject({ status: 1, residue: 1024, stall: true });
  expect((await disk.command(transfer(0x2f, dead, 1))).status).toBe(1);
  expect((await disk.write(dead, new Uint8Array(512))).status).toBe(1);
  expect(await disk.sense()).toEqual([3, 0x0c, 0]);
});

test('what is ejected is gone until it is plugged in again, unless that is prevented', async () => {
  const { disk, stick } = await diskAtMeter();
  expect(await disk.ready()).toEqual([]);
  expect((await disk.command([0x1e, 0, 0, 0, 1])).status).toBe(0);
  expect((await disk.command([0x1b, 0, 0, 0, 2])).status).toBe(1);
  expect(await disk.sense()).toEqual([5, 0x53, 2]);
  expect((await disk.command([0x1e, 0, 0, 0, 0])).status).toBe(0);
  expect((await disk.command([0x1b, 0, 0, 0, 2])).status).toBe(0);
  expect(await disk.ready()).toEqual([2, 0x3a, 0]);
  await stick.plug('out');
  await stick.plug('host');
  expect(await disk.ready()).toEqual([]);
});

test('a command, a sector or a page that is not there is refused', async () => {
  const { disk } = await diskAtMeter();
  expect(await disk.ready()).toEqual([]);
  const count = (await disk.image()).length / 512;
  for (const [block, code] of [
    [[0xff], 0x20],
    [transfer(0x28, count, 1), 0x21],
    [transfer(0x2a, count - 1, 2), 0x21],
    [[0x1a, 0, 0x1c, 0, 4], 0x24],
    [[0x12, 1, 0x99, 0, 36], 0x24],
    [[0x2f, 2, 0, 0, 0, 0, 0, 0, 1], 0x24],
  ] as const) {
    expect(await disk.command(block)).toMatchObject({ status: 1 });
    expect(await disk.sense()).toEqual([5, code, 0]);
  }
  const large = await disk.command([0x9e, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32], 32);
  expect(new DataView(large.data.buffer, large.data.byteOffset).getUint32(4)).toBe(count - 1);
  expect((await disk.command([0x23, 0, 0, 0, 0, 0, 0, 0, 12], 12)).data[8]).toBe(2);
  expect((await disk.command([0x35])).status).toBe(0);
});

describe('the thirteen cases of the transport', () => {
  const none = [0x00];
  const inTwo = transfer(0x28, 0, 2);
  const outTwo = transfer(0x2a, 500, 2);
  test.each([
    ['1: neither expects data', none, 0, 'in', { status: 0, residue: 0, stall: false }],
    ['2: only the device would send', inTwo, 0, 'in', { status: 2, residue: 0 }],
    ['3: only the device would take', outTwo, 0, 'out', { status: 2, residue: 0 }],
    ['4: only the host would take', none, 512, 'in', { status: 0, residue: 512, stall: true }],
    ['5: the host would take more', inTwo, 2048, 'in', { status: 0, residue: 1024, stall: true }],
    ['6: both agree', inTwo, 1024, 'in', { status: 0, residue: 0, stall: false }],
    ['7: the host takes less', inTwo, 512, 'in', { status: 2, residue: 0 }],
    ['8: both would take', outTwo, 1024, 'in', { status: 2, stall: true }],
    ['9: only the host would send', none, 512, 'out', { status: 0, residue: 512, stall: true }],
    ['10: both would send', inTwo, 1024, 'out', { status: 2, stall: true }],
    ['11: the host sends more', outTwo, 2048, 'out', { status: 0, residue: 1024, stall: true }],
    ['12: both agree', outTwo, 1024, 'out', { status: 0, residue: 0, stall: false }],
    ['13: the host sends less', outTwo, 512, 'out', { status: 2 }],
  ] as const)('%s', async (_, block, length, direction, outcome) => {
    const { disk } = await diskAtMeter();
    expect(await disk.ready()).toEqual([]);
    expect(await disk.command(block, length, direction)).toMatchObject(outcome);
    expect((await disk.read(0)).status).toBe(0);
  });
});

test('after what is no command both pipes stay halted until the function is reset', async () => {
  const { disk, host } = await diskAtMeter();
  expect(await disk.ready()).toEqual([]);
  expect(await host.out(5, Buffer.from('this is no command at all, is it'))).toBe(0);
  for (const _ of [1, 2]) {
    expect(await host.out(5, wrapper(1, 0, 'in', [0]))).toBe(stalled);
    expect((await host.in(5, 13)).status).toBe(stalled);
    await host.clearHalt(5);
    await host.clearHalt(0x85);
  }
  expect(await host.tell(0x21, 0xff, 0, 3)).toBe(0);
  await host.clearHalt(5);
  await host.clearHalt(0x85);
  expect((await disk.read(0)).status).toBe(0);
});
