import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transferErrors } from '#protocol/usbip';
import {
  type ControlIn,
  checkAbortBulkInStatus,
  checkAbortBulkOutStatus,
  checkClearStatus,
  getCapabilities,
  initiateAbortBulkIn,
  initiateAbortBulkOut,
  initiateClear,
  nextTag,
  readBulkIn,
  readCapabilities,
  readNotice,
  readStatusByte,
  writeMessageOut,
  writeRequestIn,
} from '#protocol/usbtmc';
import { hostAtMeter, type UsbHost } from './usb-host.test-data.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);
const stalled = transferErrors.stalled;

/** What the tests need of a USBTMC driver. */
class Instrument {
  readonly host: UsbHost;
  tag = 0;

  constructor(host: UsbHost) {
    this.host = host;
  }

  async write(message: string, pieces = [message.length]): Promise<void> {
    let at = 0;
    for (const length of pieces) {
      this.tag = nextTag(this.tag);
      const piece = bytes(message.slice(at, at + length));
      at += length;
      expect(await this.host.out(1, writeMessageOut(this.tag, piece, at >= message.length))).toBe(
        0,
      );
    }
  }

  async read(room = 4096, termChar?: number): Promise<{ text: string; eom: boolean }> {
    this.tag = nextTag(this.tag);
    expect(await this.host.out(1, writeRequestIn(this.tag, room, termChar))).toBe(0);
    const { status, data } = await this.host.in(1, room + 1024 - (room % 512));
    expect(status).toBe(0);
    const head = readBulkIn(data);
    expect(head?.tag).toBe(this.tag);
    expect(data.length % 4).toBe(0);
    const length = head?.length ?? 0;
    return { text: text(data.subarray(12, 12 + length)), eom: head?.eom ?? false };
  }

  async ask(message: string): Promise<string> {
    await this.write(message);
    let whole = '';
    for (;;) {
      const part = await this.read();
      whole += part.text;
      if (part.eom) return whole;
    }
  }

  async control(request: ControlIn): Promise<readonly number[] | 'stalled'> {
    const { status, data } = await this.host.ask(request);
    return status === stalled ? 'stalled' : [...data];
  }

  async statusByte(tag = 2): Promise<number | undefined> {
    expect(await this.control(readStatusByte(0, tag))).toEqual([1, tag, 0]);
    const notice = readNotice((await this.host.in(2, 8)).data);
    return notice?.kind === 'status' && notice.tag === tag ? notice.statusByte : undefined;
  }
}

const instrumentAtMeter = async (seed = 1) => {
  const plugged = await hostAtMeter(seed);
  return { ...plugged, instrument: new Instrument(plugged.host) };
};

const identity = 'Quadient,IS-440,440000123,1.0.0-emu\n';

test('it identifies itself, with a line end and without', async () => {
  const { instrument } = await instrumentAtMeter();
  expect(await instrument.ask('*IDN?')).toBe(identity);
  expect(await instrument.ask('*IDN?\n')).toBe(identity);
  expect(await instrument.ask('*IDN?;*ESE?')).toBe(`${identity.trim()};0\n`);
});

test('it says what it can, and what it cannot is refused', async () => {
  const { instrument } = await instrumentAtMeter();
  const { data } = await instrument.host.ask(getCapabilities(0));
  expect(readCapabilities(data)).toEqual({
    termChar: true,
    indicatorPulse: false,
    is4882: true,
    remoteLocal: false,
    trigger: false,
    scpi: true,
    serviceRequest: true,
  });
  for (const request of [64, 160, 161, 162, 8, 0]) {
    expect(await instrument.control({ ...getCapabilities(0), request, length: 1 })).toBe('stalled');
  }
  expect(await instrument.ask('*IDN?')).toBe(identity);
});

test('a message means the same however it is cut into transfers and an answer into parts', async () => {
  const { instrument } = await instrumentAtMeter(7);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 })),
      fc.integer({ min: 1, max: 50 }),
      async (cuts, room) => {
        const message = '*IDN?;:SYSTem:VERSion?';
        const pieces: number[] = [];
        let left = message.length;
        for (const cut of cuts) {
          if (left - cut <= 0) break;
          pieces.push(cut);
          left -= cut;
        }
        await instrument.write(message, [...pieces, left]);
        let whole = '';
        for (let eom = false; !eom; ) {
          const part = await instrument.read(room);
          expect(part.text.length).toBeLessThanOrEqual(room);
          whole += part.text;
          eom = part.eom;
        }
        expect(whole).toBe(`${identity.trim()};1999.0\n`);
      },
    ),
    { numRuns: 30 },
  );
});

test('an answer of any length ends with a packet that is not full', async () => {
  const { instrument, stick } = await instrumentAtMeter();
  for (const length of [480, 488, 490, 492, 500, 1004, 3000]) {
    await stick.write('a.bin', new Uint8Array(length).fill(65));
    const answer = await instrument.ask('MMEM:DATA? "a.bin"');
    expect(answer.length).toBe(length + 2 + `${length}`.length + 1);
  }
});

test('a read that comes before the question waits for the answer', async () => {
  const { instrument, host } = await instrumentAtMeter();
  const early = host.in(1, 4096);
  await instrument.write('*IDN?');
  await host.out(1, writeRequestIn(nextTag(instrument.tag), 4096));
  expect(text((await early).data)).toContain('IS-440');
});

test('an answer is read up to a character', async () => {
  const { instrument } = await instrumentAtMeter();
  await instrument.write('*IDN?');
  expect(await instrument.read(100, 0x2c)).toEqual({ text: 'Quadient,', eom: false });
  expect(await instrument.read(100, 0x2c)).toEqual({ text: 'IS-440,', eom: false });
  expect(await instrument.read(100)).toEqual({ text: '440000123,1.0.0-emu\n', eom: true });
});

test.each([
  ['a wrong inverse of the tag', Uint8Array.of(1, 5, 5, 0, 1, 0, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0)],
  ['tag 0', Uint8Array.of(1, 0, 255, 0, 1, 0, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0)],
  ['an unknown message', Uint8Array.of(9, 5, 250, 0, 1, 0, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0)],
  ['a trigger, which it cannot', Uint8Array.of(128, 5, 250, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['no bytes', Uint8Array.of(1, 5, 250, 0, 0, 0, 0, 0, 1, 0, 0, 0)],
  ['fewer bytes than announced', Uint8Array.of(1, 5, 250, 0, 9, 0, 0, 0, 1, 0, 0, 0, 65, 0, 0, 0)],
  ['more bytes than announced', Uint8Array.of(1, 5, 250, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 4, 5)],
  ['half a header', Uint8Array.of(1, 5, 250, 0)],
])('a transfer with %s halts the pipe until the halt is cleared', async (_, transfer) => {
  const { instrument, host } = await instrumentAtMeter();
  expect(await host.out(1, transfer)).toBe(0);
  expect(await host.out(1, writeMessageOut(1, bytes('*IDN?'), true))).toBe(stalled);
  expect([
    ...(await host.ask({ requestType: 0x82, request: 0, value: 0, index: 1, length: 2 })).data,
  ]).toEqual([1, 0]);
  expect(await host.clearHalt(1)).toBe(0);
  expect(await instrument.ask('*IDN?')).toBe(identity);
});

test('an empty packet after a message of whole packets means nothing', async () => {
  const { instrument, host } = await instrumentAtMeter();
  const message = `*IDN?${' '.repeat(512 - 12 - 5)}`;
  expect(await host.out(1, writeMessageOut(1, bytes(message), true), true)).toBe(0);
  instrument.tag = 1;
  expect((await instrument.read()).text).toBe(identity);
});

test('a clear drops half a message and an answer, and the pipe works again', async () => {
  const { instrument, host } = await instrumentAtMeter();
  await instrument.write('*IDN?');
  await instrument.write('*IDN?;*ID', [9]);
  await host.out(1, writeMessageOut(9, bytes('*ESE 1;*OP'), false));
  const waiting = host.submit({ endpoint: 1, direction: 'in', length: 512 });
  expect(await instrument.control(initiateClear(0))).toEqual([1]);
  expect(await instrument.control(checkClearStatus(0))).toEqual([1, 0]);
  expect(await host.out(1, writeRequestIn(10, 100))).toBe(stalled);
  await host.clearHalt(1);
  expect(await host.unlink(waiting.seq)).toBe(transferErrors.unlinked);
  expect(await instrument.ask('*ESE?')).toBe('0\n');
});

test('a message that is stopped half way is not carried out', async () => {
  const { instrument, host } = await instrumentAtMeter();
  const whole = writeMessageOut(7, bytes(`*ESE 9;${' '.repeat(600)}`), true);
  expect(await host.out(1, whole.subarray(0, 512))).toBe(0);
  expect(await instrument.control(initiateAbortBulkOut(1, 8))).toEqual([0x81, 7]);
  expect(await instrument.control(initiateAbortBulkOut(1, 7))).toEqual([1, 7]);
  expect(await instrument.control(checkAbortBulkOutStatus(1))).toEqual([1, 0, 0, 0, 244, 1, 0, 0]);
  await host.clearHalt(1);
  expect(await instrument.control(initiateAbortBulkOut(1, 7))).toEqual([0x80, 7]);
  expect(await instrument.ask('*ESE?')).toBe('0\n');
});

test('a read that is stopped ends with a short packet, and the next question is answered', async () => {
  const { instrument, host } = await instrumentAtMeter();
  await host.out(1, writeRequestIn(3, 4096));
  expect(await instrument.control(initiateAbortBulkIn(0x81, 4))).toEqual([0x81, 3]);
  expect(await instrument.control(initiateAbortBulkIn(0x81, 3))).toEqual([1, 3]);
  expect(await instrument.control(checkAbortBulkInStatus(0x81))).toEqual([2, 1, 0, 0, 0, 0, 0, 0]);
  expect(await host.in(1, 4096)).toMatchObject({ status: 0, actual: 0 });
  expect(await instrument.control(checkAbortBulkInStatus(0x81))).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect(await instrument.control(initiateAbortBulkIn(0x81, 3))).toEqual([0x80, 3]);
  expect(await instrument.ask('*IDN?')).toBe(identity);
});

test('the status byte comes on the interrupt pipe, and says whether an answer waits', async () => {
  const { instrument } = await instrumentAtMeter();
  expect(await instrument.statusByte()).toBe(0);
  await instrument.write('NONSENSE;*IDN?');
  while (((await instrument.statusByte()) ?? 0) < 16);
  expect(await instrument.statusByte(127)).toBe(4 + 16);
  expect((await instrument.read()).text).toBe(identity);
  expect(await instrument.statusByte(3)).toBe(4);
  expect(await instrument.control(readStatusByte(0, 1))).toEqual([0x80, 1, 0]);
});

test('a second question after the status byte while the first is unread is put off', async () => {
  const { instrument, host } = await instrumentAtMeter();
  expect(await instrument.control(readStatusByte(0, 5))).toEqual([1, 5, 0]);
  expect(await instrument.control(readStatusByte(0, 6))).toEqual([0x20, 6, 0]);
  expect([...(await host.in(2, 8)).data]).toEqual([0x85, 0]);
  expect(await instrument.control(readStatusByte(0, 6))).toEqual([1, 6, 0]);
});

test('it asks for service when something happens that it was told to tell', async () => {
  const { instrument, host } = await instrumentAtMeter();
  await instrument.write('*SRE 32;*ESE 32');
  const asked = host.in(2, 8);
  await instrument.write('NONSENSE');
  expect(readNotice((await asked).data)).toMatchObject({ kind: 'service' });
});

test('an answer that nobody fetched is lost with the next question', async () => {
  const { instrument } = await instrumentAtMeter();
  await instrument.write('*IDN?');
  expect(await instrument.ask('*ESE?')).toBe('0\n');
});

test('a block that the end of the message cuts off does not swallow the next message', async () => {
  const { instrument } = await instrumentAtMeter();
  await instrument.write('MMEM:DATA "a.csv",#3900abc');
  expect(await instrument.ask('*IDN?')).toBe(identity);
});

test('what a host holds is let go when its cable is pulled', async () => {
  const { instrument, slot, connection } = await instrumentAtMeter();
  await instrument.write('PAN:KEY 1,OK');
  expect(await instrument.ask('SYST:LOCK:OWN?')).toBe('"usbtmc 440000123"\n');
  connection.close();
  expect(slot.hold.owner()).toBe('');
});
