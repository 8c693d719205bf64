import { expect, onTestFinished, test } from 'vitest';
import { modelNames } from '#models';
import { emptySlot, meterAndStick, outcomeOf, serveSlot } from './slot.test-data.ts';
import { Slot, type SlotOptions } from './slot.ts';

/** A port before the meter stands behind it. */
async function serve(options: Partial<SlotOptions> = {}) {
  const served = await serveSlot(emptySlot(options));
  onTestFinished(served.close);
  return served;
}

const who = 'Quadient,IS-440,440000123,1.0.0-emu';

test('it is said who stands there before the meter does, and all else is answered in order after', async () => {
  const { slot, client } = await serve();
  const [a, b] = [client(), client()];
  expect(await a.ask('*IDN?')).toBe(who);
  a.send('PAN:KEY 1,MENU\n*IDN?\nDISP:FRAM?;:PAN:SEQ?\n');
  b.send('DISP:FRAM?\n');
  expect(await client().ask('*IDN?;:SYST:ERR?')).toBe(`${who};0,"No error"`);
  slot.put(await meterAndStick());
  expect([await a.line(), await a.line()]).toEqual([who, '2;1']);
  expect(await b.line()).toMatch(/^[12]$/);
  expect(await a.ask('SYST:ERR?;:ROUT:STIC?')).toBe('0,"No error";HOST');
});

test('more than may wait is answered after as well, and none is lost', async () => {
  const { slot, client } = await serve();
  const a = client();
  // More than is read at once.
  const count = 8_000;
  a.send('SYST:TIME?\n'.repeat(count));
  expect(await client().ask('*IDN?')).toBe(who);
  slot.put(await meterAndStick());
  for (let left = count; left > 0; left -= 1) expect(await a.line()).toBe('9,0,0');
  expect(await a.ask('SYST:ERR?')).toBe('0,"No error"');
});

test('who has gone before the meter came does not keep the panel', async () => {
  const { slot, client } = await serve();
  const [a, b] = [client(), client()];
  expect(await a.ask('*IDN?')).toBe(who);
  a.send('PAN:KEY 1,MENU;KEY 2,DOWN\n');
  expect(await b.ask('*IDN?')).toBe(who);
  a.socket.resetAndDestroy();
  await a.closed;
  expect(await b.ask('*IDN?')).toBe(who);
  slot.put(await meterAndStick());
  expect(await b.ask('DISP:FRAM?;:SYST:LOCK:OWN?')).toBe('3;""');
});

test("in the host's time it passes from when the meter stands", async () => {
  const { slot, client } = await serve({ time: 'host' });
  slot.put(await meterAndStick());
  expect(await client().ask('SYST:CAP?')).not.toContain('CLOCk');
});

test('without a meter it is closed like any other', async () => {
  const slot = emptySlot();
  const answer = outcomeOf(slot, { op: 'screen' });
  await slot[Symbol.asyncDispose]();
  expect(() => slot.meter).toThrow(/no meter stands/);
  expect(await Promise.race([answer, 'waits'])).toBe('waits');
});

test.each(modelNames)('an %s says of itself what was said of it before', async (model) => {
  const slot = emptySlot({ model });
  const before = await outcomeOf(slot, { op: 'identify' });
  slot.put(await meterAndStick(model));
  expect(await outcomeOf(slot, { op: 'identify' })).toEqual(before);
  await slot[Symbol.asyncDispose]();
});

test('a machine that nobody knows has no slot', () => {
  const peerAt = () => ({ send: async () => ({ status: 'unreachable' }) as const });
  expect(() => new Slot({ model: 'is-450', peerAt })).toThrow(/is-450.*FB_UNKNOWN_MODEL/s);
});
