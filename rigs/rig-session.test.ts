import { expect, test } from 'vitest';
import type { Meter } from '#core';
import type { LinkEvent } from './drivers/link-event.ts';
import { openMeter } from './open.ts';
import { RigSession } from './rig-session.ts';
import { rigWith, serveSlot } from './served-slot.test-data.ts';

const kinds = ['tcp', 'serial', 'ws'] as const;

async function opened(
  session: RigSession,
  ...given: Parameters<RigSession['open']>
): Promise<Meter> {
  const meter = await session.open(...given);
  if (typeof meter === 'string') throw new Error(meter);
  return meter;
}

test.each(kinds)(
  'over %s a meter is as the rig file says, and does what one in-process does',
  async (kind) => {
    await using served = await serveSlot();
    const rig = rigWith(served.links[kind]);
    await using near = await openMeter(
      rigWith({ kind: 'in-process' }, { stick: { kind: 'image', format: 'FAT16' } }),
    );
    await using far = await openMeter(rig);
    expect(far.identity).toEqual(near.identity);
    expect([...far.capabilities].sort()).toEqual([...near.capabilities].sort());
    const both = async (act: (meter: Meter) => Promise<unknown>) => {
      const [expected, seen] = [await act(near), await act(far)];
      expect(seen).toEqual(expected);
      expect(far.now()).toBe(near.now());
    };
    await both((meter) => meter.frame());
    await both(async (meter) => meter.press('MENU'));
    await both(async (meter) => meter.ledger?.figures());
    await both((meter) => meter.wait(2, 1500));
    await both(async (meter) => meter.clock?.advance(60_050));
    await both(async (meter) => meter.press('HOME'));
    await both(async (meter) => meter.mail?.feed());
    await both(async (meter) =>
      meter.stick?.write("A/b, c;'d'.csv", Uint8Array.of(0x3b, 0x0a, 0x22)),
    );
    await both(async (meter) => meter.stick?.list('A'));
    await both(async (meter) => meter.stick?.folders());
    await both(async (meter) => meter.stick?.read("A/b, c;'d'.csv"));
    await both(async (meter) => meter.stick?.remove("A/b, c;'d'.csv"));
    await both(async (meter) => meter.stick?.plug('meter'));
    await both(async (meter) => meter.stick?.place());
    await both(async (meter) => meter.network?.plug(false));
    await both(async (meter) => meter.power?.off());
    await both(async (meter) => meter.press('OK'));
    await both(async (meter) => meter.power?.on());
    await both((meter) => meter.frame());
  },
);

test('what the stick refuses is an error of a file', async () => {
  await using served = await serveSlot();
  await using meter = await openMeter(rigWith(served.links.tcp));
  const { stick } = meter;
  await expect(stick?.read('none.csv')).rejects.toThrow(/it is not there.*FB_STICK_FILE/s);
  await expect(stick?.write('a/../?', Uint8Array.of(1))).rejects.toThrow(/FB_STICK_FILE/);
  await stick?.plug('out');
  await expect(stick?.list()).rejects.toThrow(/out of every socket.*FB_STICK_NOT_AT_HOST/s);
});

test('a rig is opened once, and each meter is as new', async () => {
  await using served = await serveSlot();
  await using session = new RigSession(rigWith(served.links.tcp));
  const first = await opened(session);
  await first.press('MENU');
  await first[Symbol.asyncDispose]();
  await expect(first.press('OK')).rejects.toThrow(/FB_METER_CLOSED/);
  await using second = await opened(session);
  expect((await second.frame()).title).toBe('Home');
});

test('another meter than the rig file says is not worked on', async () => {
  await using served = await serveSlot({ model: 'is-420' });
  await expect(openMeter(rigWith(served.links.tcp))).rejects.toThrow(
    /is for an IS-440; in the slot is an IS-420.*FB_RIG_METER/s,
  );
});

test('a meter that cannot be is an error of the rig file', async () => {
  await using served = await serveSlot();
  const rig = rigWith(served.links.tcp);
  await expect(
    openMeter({ ...rig, clock: { start: '2026-01-05T09:00:00' } }, { fault: 'no-such-fault' }),
  ).rejects.toThrow(/FB_RIG_FILE/);
});

test('somebody else holds the panel: he is named', async () => {
  await using served = await serveSlot();
  await using one = await openMeter(rigWith(served.links.ws));
  await one.press('MENU');
  const rig = rigWith(served.links.tcp, { limits: { timeoutMs: 60 } });
  await expect(openMeter(rig)).rejects.toThrow(/holds the panel of tcp .*: .*ws.*FB_RIG_BUSY/s);
  expect((await one.press('HOME')).title).toBe('Home');
});

test.each(kinds)(
  'over %s: when the emulator is gone it is an error at once, then the rig is broken',
  async (kind) => {
    const events: LinkEvent[] = [];
    const served = await serveSlot();
    const rig = rigWith(served.links[kind], { limits: { timeoutMs: 200, connectMs: 500 } });
    await using session = new RigSession(rig, { onLink: (event) => void events.push(event) });
    const meter = await opened(session);
    await meter.press('MENU');
    await served[Symbol.asyncDispose]();
    await expect(meter.press('OK')).rejects.toThrow(/FB_LINK_(LOST|TIMEOUT)/);
    expect(events.at(-1)).toMatchObject({ rung: 'broken', asked: expect.stringMatching(/^press/) });
    await meter[Symbol.asyncDispose]();
    await expect(session.open()).rejects.toThrow(/broke earlier.*"press, screen.*FB_RIG_BROKEN/s);
    await expect(session.open()).rejects.toThrow(/FB_RIG_BROKEN/);
  },
);

test('a rig that comes back is used again', async () => {
  await using served = await serveSlot();
  const gone = await serveSlot();
  const rig = rigWith(gone.links.tcp, { limits: { timeoutMs: 200 } });
  await using session = new RigSession(rig);
  const meter = await opened(session);
  await gone[Symbol.asyncDispose]();
  await expect(meter.press('OK')).rejects.toThrow(/FB_LINK/);
  await expect(session.open()).rejects.toThrow(/FB_RIG_BROKEN/);
  // The same address, with an emulator at it again.
  Object.assign(rig.link, served.links.tcp);
  const again = await opened(session);
  expect((await again.press('MENU')).title).toBe('Main Menu');
});

test('nobody is there: the error says so', async () => {
  const served = await serveSlot();
  const { links } = served;
  await served[Symbol.asyncDispose]();
  for (const kind of kinds) {
    await expect(openMeter(rigWith(links[kind]))).rejects.toThrow(/FB_LINK_OPEN/);
  }
});

test('a serial line that another program has is busy', async () => {
  await using served = await serveSlot();
  await using _first = await openMeter(rigWith(served.links.serial));
  await expect(openMeter(rigWith(served.links.serial))).rejects.toThrow(/FB_SERIAL_BUSY/);
});

test('a machine that nobody can make as new is worked on once, when somebody says it is as new', async () => {
  await using served = await serveSlot({
    time: 'host',
    linkFault: {
      name: 'a-machine',
      description: 'It has no factory.',
      foundBy: '',
      controller: (controller) => ({
        carryOut: async (operation, client) => {
          const answer = await controller.carryOut(operation, client);
          if (operation.op !== 'capabilities') return answer;
          // The words are those of a controller with a keypad and a clock of its own.
          return ['KEYPad', 'ONCE'] as unknown as typeof answer;
        },
      }),
    },
  });
  const machine = { meter: { model: 'is-440' }, limits: { timeoutMs: 500 } };
  await using unsaid = new RigSession(rigWith(served.links.ws, machine));
  expect(await unsaid.open()).toMatch(/nobody says that the meter is as new/);
  await unsaid[Symbol.asyncDispose]();
  await using session = new RigSession(rigWith(served.links.tcp, { ...machine, isAsNew: true }));
  const looked = await opened(session);
  await looked.frame();
  expect([...looked.capabilities]).toEqual(['keypad']);
  expect(Math.abs(looked.now() - served.slot.now())).toBeLessThan(5000);
  const worked = await opened(session);
  await worked.press('MENU');
  expect(await session.open()).toMatch(/as new once in this run/);
});
