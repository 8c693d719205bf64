import type { Random } from '#core';
import {
  type Submit,
  writeImportRequest,
  writeListRequest,
  writeSubmit,
  writeUnlink,
} from '#protocol/usbip';
import { writeMessageOut, writeRequestIn } from '#protocol/usbtmc';

const encoder = new TextEncoder();
const nothing = new Uint8Array();

/** Lines that change nothing, also when a byte of them is spoilt. */
const lines = ['*IDN?', '*ESR?;*STB?', 'SYST:ERR?', 'DISP:FRAM?', 'DISP:SCR?', 'MMEM:CAT?', 'X "a'];

/** Commands of a disk, of which the first ten bytes are drawn; and some that no disk has. */
const diskCommands = [
  ...[0x00, 0x03, 0x12, 0x1a, 0x1b, 0x1e, 0x23, 0x25, 0x28, 0x2a, 0x2f, 0x35, 0x5a, 0x9e, 0xa0],
  ...[0xff, 0x04],
];

/** Request types of control requests: standard and class, to device, interface, endpoint, both ways. */
const requestTypes = [0x00, 0x01, 0x02, 0x80, 0x81, 0x82, 0x21, 0xa1, 0xa2, 0x22, 0xc0];

const some = (random: Random, most: number): Uint8Array =>
  Uint8Array.from({ length: random.below(most + 1) }, () => random.below(256));

/** Changes up to three bytes. */
function spoilt(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = random.below(4); left > 0 && copy.length > 0; left -= 1) {
    copy[random.below(copy.length)] = random.below(256);
  }
  return copy;
}

function diskCommand(random: Random): Uint8Array {
  const wrapper = new Uint8Array(31);
  const view = new DataView(wrapper.buffer);
  view.setUint32(0, 0x4342_5355, true);
  view.setUint32(4, random.below(2 ** 32), true);
  view.setUint32(8, random.pick([0, 13, 36, 512, 1024, 4096, 65_536, 0xffff_ffff]), true);
  wrapper.set([random.pick([0x00, 0x80]), 0, random.pick([6, 10, 16])], 12);
  wrapper.set([random.pick(diskCommands), ...some(random, 9)], 15);
  switch (random.below(8)) {
    case 0:
      return wrapper.subarray(0, random.below(31));
    case 1:
    case 2:
      return spoilt(random, wrapper);
    default:
      return wrapper;
  }
}

function bulkOut(random: Random): readonly [endpoint: number, data: Uint8Array] {
  const line = encoder.encode(random.pick(lines));
  const tag = 1 + random.below(255);
  switch (random.below(6)) {
    case 0:
      return [1, spoilt(random, writeMessageOut(tag, line, random.below(3) > 0))];
    case 1:
      return [1, spoilt(random, writeRequestIn(tag, 1 + random.below(5000)))];
    case 2:
      return [4, spoilt(random, encoder.encode(`${random.pick(lines)}\n`))];
    case 3:
    case 4:
      return [5, diskCommand(random)];
    default:
      return [1 + random.below(15), some(random, random.pick([4, 40, 700]))];
  }
}

function control(random: Random): Pick<Submit, 'direction' | 'length' | 'setup' | 'data'> {
  const setup = some(random, 8);
  const whole = new Uint8Array(8);
  whole.set(setup);
  whole[0] = random.pick(requestTypes);
  // A configuration is taken back, and an address given, only now and then.
  if (random.below(3) > 0) whole[1] = random.pick([0, 1, 3, 6, 8, 10, 11, 5, 7, 128, 0x20, 0x22]);
  const comesIn = ((whole[0] ?? 0) & 0x80) !== 0;
  const length = comesIn ? random.below(300) : random.below(9);
  if (random.below(4) > 0) whole.set([length & 255, length >> 8], 6);
  const data = comesIn ? nothing : some(random, length);
  return {
    direction: comesIn ? 'in' : 'out',
    length: comesIn ? length : data.length,
    setup: whole,
    data,
  };
}

/** A packet for a connection that has imported a device; `seq` counts them. */
export function transferPacket(random: Random, seq: number, deviceId: number): Uint8Array {
  const base = { kind: 'submit', seq, deviceId, flags: random.below(256) } as const;
  const setup = new Uint8Array(8);
  const packet = ((): Uint8Array => {
    switch (random.below(8)) {
      case 0:
        return writeUnlink({ kind: 'unlink', seq, deviceId, target: seq - random.below(20) });
      case 1:
      case 2:
        return writeSubmit({ ...base, endpoint: 0, ...control(random) });
      case 3:
      case 4: {
        const length = random.pick([0, 2, 13, 512, 4096, 65_536, 0x00ff_ffff, 0xffff_ffff]);
        const endpoint = random.below(6);
        return writeSubmit({
          ...base,
          direction: 'in',
          endpoint,
          length,
          setup,
          data: nothing,
        });
      }
      default: {
        const [endpoint, data] = bulkOut(random);
        return writeSubmit({
          ...base,
          direction: 'out',
          endpoint,
          length: data.length,
          setup,
          data,
        });
      }
    }
  })();
  if (random.below(40) > 0) return packet;
  return random.below(2) === 0 ? spoilt(random, packet) : some(random, 100);
}

/** A packet for a connection that has just been opened. */
export function operationPacket(random: Random): Uint8Array {
  const good = random.pick([
    writeListRequest(),
    writeImportRequest(random.pick(['1-1', '1-9', ''])),
  ]);
  return random.below(3) === 0 ? some(random, 60) : spoilt(random, good);
}
