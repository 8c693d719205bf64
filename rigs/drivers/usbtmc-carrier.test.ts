import { expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { emulatedMeter, loadUsb } from '#emulator';
import { Slot } from '#emulator/link';
import type { Operation } from '#protocol';
import { usualLimits } from './limits.ts';
import type { LinkEvent } from './link-event.ts';
import { scpiExchange } from './scpi-exchange.ts';
import { CabledMeter } from './usb-device.test-data.ts';
import { openUsbtmc } from './usbtmc-carrier.ts';

const { UsbMeter } = await loadUsb();

function cabled(serial = '440000123') {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  const meter = emulatedMeter('is-440', { clock, serial, supervisorPin: '1234' });
  const slot = new Slot({
    model: 'is-440',
    meter,
    peerAt: () => Promise.reject(new Error('there is no server')),
  });
  return { slot, device: new CabledMeter(new UsbMeter(slot)) };
}

const address = { vendorId: 0x1209, productId: 1 };

const carrier = (devices: readonly CabledMeter[], serial?: string) =>
  openUsbtmc({ ...address, serial, transferMs: 1000, devices: async () => devices });

async function exchangeWith(device: CabledMeter, timeoutMs = 10_000, onLink = () => {}) {
  const events: LinkEvent[] = [];
  const exchange = scpiExchange({
    name: 'usbtmc',
    openCarrier: () => carrier([device]),
    limits: { ...usualLimits, timeoutMs },
    onLink: (event) => {
      events.push(event);
      onLink();
    },
  });
  await exchange.open();
  const press = (key: string) =>
    exchange.exchange([{ op: 'press', seq: 0, key }, { op: 'screen' }] as const);
  return { exchange, events, press };
}

test('a key and its frame go through USBTMC, and the interface is given back', async () => {
  const { device } = cabled();
  const { exchange, press, events } = await exchangeWith(device);
  expect((await press('MENU'))[1].title).toBe('Main Menu');
  expect((await press('HOME'))[1].title).toBe('Home');
  await exchange[Symbol.asyncDispose]();
  expect(device.happened).toEqual(['open', 'claim 0', 'release 0', 'close']);
  expect(events).toEqual([]);
});

test('messages and answers of many transfers arrive whole', async () => {
  const { device } = cabled();
  const { exchange } = await exchangeWith(device);
  // More than a transfer holds, one way; the same number of answers, the other way.
  const asked: Operation[] = Array.from({ length: 600 }, () => ({ op: 'screen' }));
  const answers = await exchange.exchange(asked);
  expect(answers).toHaveLength(600);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  await exchange[Symbol.asyncDispose]();
});

test('an answer that is late is cleared away before the next question', async () => {
  const { device, slot } = cabled();
  const { promise, resolve } = Promise.withResolvers<void>();
  // The meter answers once the driver has lost its patience.
  const { exchange, press, events } = await exchangeWith(device, 100, resolve);
  const blocked = slot.change(() => promise);
  expect((await press('MENU'))[1].title).toBe('Main Menu');
  await blocked;
  expect(events.map(({ rung }) => rung)).toContain('re-send');
  expect(device.happened).toContain('clear halt out');
  expect((await press('HOME'))[1].title).toBe('Home');
  expect(slot.once.last).toBe(2);
  await exchange[Symbol.asyncDispose]();
});

test('a device that is unplugged is told of, and one that is plugged in again is opened', async () => {
  const { device } = cabled();
  const { exchange, press, events } = await exchangeWith(device);
  await press('MENU');
  device.plugged = false;
  device.refusal = 'no such device';
  await expect(press('OK')).rejects.toThrow(/FB_LINK_LOST/);
  expect(events.map(({ rung }) => rung)).toEqual(['re-open', 'broken']);
  await exchange[Symbol.asyncDispose]();
  device.plugged = true;
  device.refusal = undefined;
  const again = await exchangeWith(device);
  expect((await again.press('HOME'))[1].title).toBe('Home');
  await again.exchange[Symbol.asyncDispose]();
});

test('the kernel gives its interface up for as long as it is used', async () => {
  const { device } = cabled();
  device.kernelHasIt = true;
  const opened = await carrier([device]);
  await opened.close();
  await opened.close();
  expect(device.happened).toEqual([
    ...['open', 'detach 0', 'claim 0', 'release 0', 'attach 0', 'close'],
  ]);
});

test('a device that may not be opened says what to do', async () => {
  const { device } = cabled();
  device.refusal = 'permission denied (errno 13)';
  await expect(carrier([device])).rejects.toThrow(/udev rule.*FB_USB_ACCESS/s);
});

test('of several devices one is named by its serial number', async () => {
  const [one, two] = [cabled('440000001').device, cabled('440000002').device];
  await expect(carrier([])).rejects.toThrow(/1209:0001: no such device is plugged in/);
  await expect(carrier([one, two])).rejects.toThrow(/several.*440000001, 440000002/s);
  await expect(carrier([one, two], '440000003')).rejects.toThrow(/there is 440000001, 440000002/);
  const opened = await carrier([one, two], '440000002');
  expect(opened.name).toBe('usbtmc 1209:0001 440000002');
  expect([one.happened, two.happened]).toEqual([[], ['open', 'claim 0']]);
  await opened.close();
});
