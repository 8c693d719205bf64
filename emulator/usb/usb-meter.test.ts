import { expect, test } from 'vitest';
import { transferErrors, transferFlags } from '#protocol/usbip';
import { hostAtMeter, plug, type UsbHost } from './usb-host.test-data.ts';

const { stalled, noAnswer, overflow, unlinked } = transferErrors;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);

const identity = 'Quadient,IS-440,440000123,1.0.0-emu\n';

/** What comes on the serial line until a line ends. */
async function line(host: UsbHost): Promise<string> {
  let whole = '';
  while (!whole.endsWith('\n')) whole += text((await host.in(4, 512)).data);
  return whole;
}

test('its descriptors say what it is, and nothing of another speed', async () => {
  const { host } = await hostAtMeter();
  const device = (await host.descriptor(1)).data;
  expect([...device.subarray(0, 14)]).toEqual([
    ...[18, 1, 0, 2, 0xef, 2, 1, 64, 0x09, 0x12, 0x01, 0x00, 0x00, 0x01],
  ]);
  const head = (await host.descriptor(2, 0, 9)).data;
  const length = (head[2] ?? 0) + 256 * (head[3] ?? 0);
  const whole = (await host.descriptor(2, 0, 1024)).data;
  expect(whole).toHaveLength(length);
  const kinds: number[][] = [];
  const endpoints: number[] = [];
  for (let at = 0; at < whole.length; at += whole[at] ?? 1) {
    if (whole[at + 1] === 4) kinds.push([...whole.subarray(at + 5, at + 8)]);
    if (whole[at + 1] === 5) endpoints.push(whole[at + 2] ?? 0);
  }
  expect(kinds).toEqual([
    [0xfe, 3, 1],
    [2, 2, 0],
    [10, 0, 0],
    [8, 6, 0x50],
  ]);
  expect(endpoints).toEqual([0x01, 0x81, 0x82, 0x83, 0x04, 0x84, 0x05, 0x85]);
  const strings = await Promise.all([1, 2, 3].map((number) => host.descriptor(3, number)));
  const told = strings.map(({ data }) => new TextDecoder('utf-16le').decode(data.subarray(2)));
  expect(told).toEqual(['Quadient', 'IS-440 (emulated)', '440000123']);
  for (const [type, number] of [
    [3, 9],
    [6, 0],
    [7, 0],
    [15, 0],
  ] as const) {
    expect((await host.descriptor(type, number)).status).toBe(stalled);
  }
});

test('requests of chapter 9 are answered, and those it does not have are refused', async () => {
  const { host } = await hostAtMeter();
  const ask = async (requestType: number, request: number, index = 0, length = 2) => {
    const { status, data } = await host.ask({ requestType, request, value: 0, index, length });
    return status === 0 ? [...data] : status;
  };
  expect(await ask(0x80, 0)).toEqual([1, 0]);
  expect(await ask(0x80, 8, 0, 1)).toEqual([1]);
  expect(await ask(0x81, 10, 3, 1)).toEqual([0]);
  expect(await ask(0x82, 0, 0)).toEqual([0, 0]);
  expect(await ask(0x82, 0, 0x8f)).toBe(stalled);
  expect(await ask(0xc0, 1)).toBe(stalled);
  expect(await host.tell(0x01, 11, 0, 3)).toBe(0);
  expect(await host.tell(0x01, 11, 1, 3)).toBe(stalled);
  expect(await host.tell(0x02, 3, 0, 0x85)).toBe(0);
  expect(await ask(0x82, 0, 0x85)).toEqual([1, 0]);
  expect((await host.in(5, 13)).status).toBe(stalled);
  expect(await host.clearHalt(0x85)).toBe(0);
  expect(await host.tell(0x00, 9, 2)).toBe(stalled);
  expect(await host.tell(0x00, 9, 0)).toBe(0);
  expect(await host.out(4, bytes('x'))).toBe(noAnswer);
  expect(await host.configure()).toBe(0);
  expect((await host.in(9, 64)).status).toBe(noAnswer);
});

test('the serial line speaks the dialect, and keeps the coding it is given', async () => {
  const { host } = await hostAtMeter(5);
  const coding = Uint8Array.of(0x80, 0x25, 0, 0, 0, 0, 8);
  expect(await host.tell(0x21, 0x20, 0, 1, coding)).toBe(0);
  const asked = { requestType: 0xa1, request: 0x21, value: 0, index: 1, length: 7 };
  expect([...(await host.ask(asked)).data]).toEqual([...coding]);
  expect(await host.tell(0x21, 0x20, 0, 1, coding.subarray(1))).toBe(stalled);
  expect(await host.tell(0x21, 0x22, 3, 1)).toBe(0);
  expect([...(await host.in(3, 16)).data]).toEqual([0xa1, 0x20, 0, 0, 1, 0, 2, 0, 3, 0]);
  for (const piece of ['*ID', 'N?\r', '\n*ESE', '?\n']) await host.out(4, bytes(piece));
  expect(await line(host)).toBe(identity);
  expect(await line(host)).toBe('0\n');
});

test('a program that closes the serial line lets go of the panel', async () => {
  const { host, slot } = await hostAtMeter();
  await host.tell(0x21, 0x22, 1, 1);
  await host.out(4, bytes('PAN:KEY 1,OK;:SYST:LOCK:OWN?\n'));
  expect(await line(host)).toBe('"usb serial 440000123"\n');
  await host.out(4, bytes('*IDN?\n*IDN'));
  await host.tell(0x21, 0x22, 0, 1);
  expect(slot.hold.owner()).toBe('');
  await host.tell(0x21, 0x22, 1, 1);
  await host.out(4, bytes('*ESE?\n'));
  expect(await line(host)).toBe('0\n');
});

test('an answer goes out in packets: a read ends when it is full or with a packet that is not', async () => {
  const { host, stick } = await hostAtMeter();
  await stick.write('a.bin', new Uint8Array(1024 - 7).fill(65));
  await host.out(4, bytes('MMEM:DATA? "a.bin"\n'));
  expect((await host.in(4, 512)).actual).toBe(512);
  expect((await host.in(4, 4096)).actual).toBe(512);
  await host.out(4, bytes('*IDN?\n'));
  expect((await host.in(4, 8)).status).toBe(overflow);
  await host.out(4, bytes('*IDN?\n'));
  const flags = transferFlags.shortNotOk;
  const short = host.submit({ endpoint: 4, direction: 'in', length: 512, flags });
  expect(await short.ended).toMatchObject({ status: transferErrors.short, actual: 36 });
});

test('a transfer that is taken back is never ended, and what comes then is for the next one', async () => {
  const { host } = await hostAtMeter();
  const taken = host.submit({ endpoint: 4, direction: 'in', length: 512 });
  const next = host.submit({ endpoint: 4, direction: 'in', length: 512 });
  expect(await host.unlink(taken.seq)).toBe(unlinked);
  await host.out(4, bytes('*IDN?\n'));
  expect(text((await next.ended).data)).toBe(identity);
  expect(host.came.filter(({ seq, kind }) => seq === taken.seq && kind === 'submitted')).toEqual(
    [],
  );
  expect(await host.unlink(next.seq)).toBe(0);
  expect(await host.unlink(12_345)).toBe(0);
});

test('a host that asks a lot and reads nothing is made to wait', async () => {
  const { host } = await hostAtMeter();
  let taken = 0;
  for (let count = 0; count < 500; count += 1) {
    const { ended } = host.submit({ endpoint: 4, direction: 'out', data: bytes('*IDN?\n') });
    void ended.then(() => {
      taken += 1;
    });
  }
  await host.ask({ requestType: 0x80, request: 0, value: 0, index: 0, length: 2 });
  expect(taken).toBeLessThan(200);
  for (let count = 0; count < 500; count += 1) expect(await line(host)).toBe(identity);
  expect(taken).toBe(500);
});

test('a device in use is not handed out twice, and is again when its cable is pulled', async () => {
  const { ports, connection } = await hostAtMeter();
  const second = plug(ports, '1-1');
  expect([...second.reply]).toEqual([1, 0x11, 0, 3, 0, 0, 0, 2]);
  expect(second.ended).toEqual(['after answers']);
  connection.close();
  expect(plug(ports, '1-1').reply).toHaveLength(320);
  expect([...plug(ports, '1-7').reply].at(-1)).toBe(4);
});

test('what is no USB/IP, or too large, ends the connection and frees the device', async () => {
  for (const [at, value] of [
    [0, 0x77], // command
    [8, 0x77], // device
    [15, 2], // direction
    [19, 16], // endpoint
    [24, 0x7f], // length
    [35, 9], // isochronous packets
  ] as const) {
    const { connection, ended, ports } = await hostAtMeter();
    const offer = ports.get('1-1')?.offer;
    const request = new Uint8Array(48);
    request.set([0, 0, 0, 1, 0, 0, 0, 99, 0, offer?.bus ?? 0, 0, offer?.number ?? 0]);
    request[19] = 4;
    request[at] = value;
    connection.push(request);
    expect([at, ended]).toEqual([at, ['at once']]);
    expect(ports.get('1-1')?.disconnect).toBeUndefined();
  }
});

test('room for more than one transfer may bring is refused without being made', async () => {
  const { host } = await hostAtMeter();
  expect((await host.in(4, 0x7fff_ffff)).status).toBe(transferErrors.tooLarge);
  await host.out(4, bytes('*IDN?\n'));
  expect(await line(host)).toBe(identity);
});
