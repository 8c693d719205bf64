import { expect, test } from 'vitest';
import { patient } from './patient-usb.ts';
import type { LibraryDevice } from './usb-devices.ts';

const refused = new Error(
  'The same native value cannot be borrowed mutably while another borrow is active',
);

const device = (claimInterface: () => Promise<void>): LibraryDevice =>
  // Only what the test calls is there.
  ({ vendorId: 1, productId: 2, claimInterface }) as unknown as LibraryDevice;

test('a call that the library refuses because the last one still holds the device is made again', async () => {
  let calls = 0;
  const claim = async (): Promise<void> => {
    calls += 1;
    if (calls < 3) throw refused;
  };
  await patient(device(claim)).claimInterface(0);
  expect(calls).toBe(3);
});

test.each(['interface is busy (errno 16)', 'claimInterface error: transfer was cancelled'])(
  'any other error of the library is passed on at once: %s',
  async (said) => {
    let calls = 0;
    const claim = async (): Promise<void> => {
      calls += 1;
      throw new Error(said);
    };
    await expect(patient(device(claim)).claimInterface(0)).rejects.toThrow(said);
    expect(calls).toBe(1);
  },
);

test('the names of its interfaces are asked for again where a slow device was late with them', async () => {
  let calls = 0;
  const slow = {
    ...device(async () => undefined),
    get configuration() {
      calls += 1;
      if (calls < 3) throw new Error('getString error: transfer was cancelled');
      return { interfaces: [] };
    },
  };
  await expect(patient(slow).interfaces()).resolves.toEqual([]);
  expect(calls).toBe(3);
});
