import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBulkIn, writeMessageIn, writeMessageOut, writeRequestIn } from './bulk-headers.ts';
import { BulkOutReader } from './bulk-out-reader.ts';
import { readCapabilities, type TmcCapabilities, writeCapabilities } from './capabilities.ts';
import { readNotice, type TmcNotice, writeNotice } from './control-requests.ts';

const tag = fc.integer({ min: 1, max: 255 });
const content = fc.uint8Array({ minLength: 1, maxLength: 200 });

/** The packets of a transfer; an empty one ends a transfer of whole packets, where that is wanted. */
function* packets(transfer: Uint8Array, maxPacket: number, endsEmpty: boolean) {
  for (let at = 0; at < transfer.length; at += maxPacket) {
    yield transfer.subarray(at, at + maxPacket);
  }
  if (endsEmpty && transfer.length % maxPacket === 0) yield new Uint8Array();
}

test('messages and requests are read as they were written, with empty packets and without', () => {
  const transfers = fc.array(fc.record({ tag, content, eom: fc.boolean(), asks: fc.boolean() }));
  fc.assert(
    fc.property(transfers, fc.constantFrom(16, 64, 512), fc.boolean(), (sent, max, endsEmpty) => {
      const reader = new BulkOutReader(max);
      for (const each of sent) {
        const transfer = each.asks
          ? writeRequestIn(each.tag, each.content.length, 10)
          : writeMessageOut(each.tag, each.content, each.eom);
        expect(transfer.length % 4).toBe(0);
        const events = [...packets(transfer, max, endsEmpty)].flatMap(
          (packet) => reader.packet(packet) ?? [],
        );
        if (each.asks) {
          const { length } = each.content;
          expect(events).toEqual([{ kind: 'request', tag: each.tag, length, termChar: 10 }]);
          continue;
        }
        const pieces = events.map((event) => (event.kind === 'piece' ? event : undefined));
        expect(pieces.flatMap((piece) => [...(piece?.bytes ?? [])])).toEqual([...each.content]);
        expect(pieces.map((piece) => piece?.ends)).toEqual(
          pieces.map((_, index) => each.eom && index === pieces.length - 1),
        );
        expect(reader.tag).toBeUndefined();
      }
    }),
  );
});

test('any packets at all are understood or called malformed, and a good transfer after is read', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), (noise) => {
      const reader = new BulkOutReader(64);
      for (const packet of noise) reader.packet(packet);
      reader.abort();
      expect(reader.packet(writeMessageOut(1, Uint8Array.of(65), true))).toEqual({
        kind: 'piece',
        bytes: Uint8Array.of(65),
        ends: true,
      });
    }),
  );
});

test('a response is read as it was written', () => {
  fc.assert(
    fc.property(tag, content, fc.boolean(), (number, bytes, eom) => {
      const transfer = writeMessageIn(number, bytes, eom);
      expect(readBulkIn(transfer)).toEqual({ tag: number, length: bytes.length, eom });
      expect([...transfer.subarray(12, 12 + bytes.length)]).toEqual([...bytes]);
      expect(readBulkIn(transfer.subarray(0, 11))).toBeUndefined();
      transfer[2] = number;
      expect(readBulkIn(transfer)).toBeUndefined();
    }),
  );
});

test('capabilities are read as they were written', () => {
  const flag = fc.boolean();
  const any: fc.Arbitrary<TmcCapabilities> = fc.record({
    termChar: flag,
    indicatorPulse: flag,
    is4882: flag,
    remoteLocal: flag,
    trigger: flag,
    scpi: flag,
    serviceRequest: flag,
  });
  fc.assert(
    fc.property(any, (of) => {
      expect(readCapabilities(writeCapabilities(of))).toEqual(of);
    }),
  );
  expect(readCapabilities(new Uint8Array(24))).toBeUndefined();
});

test('notices are read as they were written', () => {
  const notices: readonly TmcNotice[] = [
    { kind: 'service', statusByte: 0x60 },
    { kind: 'status', tag: 2, statusByte: 0 },
    { kind: 'status', tag: 127, statusByte: 255 },
  ];
  expect(notices.map((notice) => readNotice(writeNotice(notice)))).toEqual(notices);
  expect(readNotice(Uint8Array.of(0x01, 0))).toBeUndefined();
  expect(readNotice(Uint8Array.of(0x82))).toBeUndefined();
});
