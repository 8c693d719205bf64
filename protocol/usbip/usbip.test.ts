import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Submit, type Unlink, writeSubmit, writeUnlink } from './transfers.ts';
import { UsbipRequests, UsbipViolation } from './usbip-requests.ts';

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const eight = fc.uint8Array({ minLength: 8, maxLength: 8 });

const submit: fc.Arbitrary<Submit> = fc
  .record({
    seq: word,
    deviceId: word,
    comesIn: fc.boolean(),
    endpoint: fc.nat(15),
    flags: word,
    room: word,
    setup: eight,
    data: fc.uint8Array({ maxLength: 100 }),
  })
  .map(({ comesIn, room, data, ...rest }) => ({
    kind: 'submit',
    ...rest,
    direction: comesIn ? 'in' : 'out',
    length: comesIn ? room : data.length,
    data: comesIn ? new Uint8Array() : data,
  }));

const unlink: fc.Arbitrary<Unlink> = fc
  .record({ seq: word, deviceId: word, target: word })
  .map((fields) => ({ kind: 'unlink', ...fields }));

test('transfers are read as they were written, however the bytes are cut up', () => {
  const requests = fc.array(fc.oneof(submit, unlink), { maxLength: 8 });
  fc.assert(
    fc.property(requests, fc.array(fc.integer({ min: 1, max: 90 })), (sent, cuts) => {
      const ear = new UsbipRequests();
      ear.imported = true;
      let bytes: Uint8Array = Buffer.concat(
        sent.map((each) => (each.kind === 'submit' ? writeSubmit(each) : writeUnlink(each))),
      );
      const heard: unknown[] = [];
      const hear = (piece: Uint8Array): void => {
        ear.push(piece);
        for (let next = ear.next(); next; next = ear.next()) heard.push(plain(next));
      };
      for (const cut of cuts) {
        hear(bytes.subarray(0, cut));
        bytes = bytes.subarray(cut);
      }
      hear(bytes);
      expect(heard).toEqual(sent.map(plain));
    }),
  );
});

test('a transfer that announces gigabytes is refused at its head', () => {
  const ear = new UsbipRequests();
  ear.imported = true;
  const data = new Uint8Array();
  const head = writeSubmit({
    kind: 'submit',
    seq: 1,
    deviceId: 1,
    direction: 'out',
    endpoint: 1,
    flags: 0,
    length: 0x7fff_ffff,
    setup: new Uint8Array(8),
    data,
  });
  ear.push(head);
  expect(() => ear.next()).toThrow(UsbipViolation);
});

test('any bytes at all are understood, waited with or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, imported) => {
      const ear = new UsbipRequests();
      ear.imported = imported;
      ear.push(bytes);
      try {
        while (ear.next());
      } catch (error) {
        expect(error).toBeInstanceOf(UsbipViolation);
      }
    }),
  );
});

/** Bytes compared as numbers: some are parts of larger arrays. */
function plain(request: Submit | Unlink | object): unknown {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? [...value] : value,
    ]),
  );
}
