import { describe, expect, test } from 'vitest';
import { type Clock, VirtualClock } from '#core';
import { LinkRefusal, type Operation } from '#protocol';
import { FakeController, type Mishap, Notebook } from './fake-controller.test-data.ts';
import { usualLimits } from './limits.ts';
import type { LinkEvent } from './link-event.ts';
import { scpiExchange } from './scpi-exchange.ts';

/** A clock whose timers fire as soon as nothing else is to be done: silence costs no time. */
function impatientClock(): Clock {
  const clock = new VirtualClock();
  return {
    now: () => clock.now(),
    clearTimeout: (id) => clock.clearTimeout(id),
    setTimeout: (fire, delay) => {
      const id = clock.setTimeout(fire, delay);
      // Every answer of the fake is there after a few turns of the loop.
      let turns = 20;
      const turn = (): void => {
        turns -= 1;
        if (turns > 0) setImmediate(turn);
        else clock.advanceTo(clock.nextDue() ?? clock.now());
      };
      setImmediate(turn);
      return id;
    },
  };
}

async function bench(
  mishaps: readonly Mishap[] = [],
  words = ['KEYPad', 'ONCE'],
  limits = usualLimits,
) {
  const fake = new FakeController(mishaps);
  const notebook = new Notebook(fake.once, words);
  fake.controller = notebook;
  const events: LinkEvent[] = [];
  const clock = impatientClock();
  const exchange = scpiExchange({
    name: 'fake',
    openCarrier: fake.connect,
    limits,
    onLink: (event) => events.push(event),
    clock,
  });
  const press = (key: string) =>
    exchange.exchange([{ op: 'press', seq: 0, key }, { op: 'screen' }]);
  return { fake, clock, events, exchange, press, pressed: () => notebook.keys, notebook };
}

/** Lets `count` messages through unharmed, then does something to the next one, and to no more. */
const once = (count: number, harm: (bytes: Uint8Array) => readonly Uint8Array[]) => {
  let seen = 0;
  return (bytes: Uint8Array): readonly Uint8Array[] => {
    seen += 1;
    return seen === count + 1 ? harm(bytes) : [bytes];
  };
};

/** Messages until the first key: the words and the counting. */
const greetings = 2;

const lost = () => [];
const twice = (bytes: Uint8Array) => [bytes, bytes];
const apart = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));
const spoilt = (bytes: Uint8Array) => {
  const changed = Uint8Array.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (bytes[middle] ?? 0) ^ 0x20;
  return [changed];
};

const harms = { lost, twice, apart, spoilt };

describe.each(Object.keys(harms) as (keyof typeof harms)[])('%s on its way', (name) => {
  test.each(['toMeter', 'toBench'] as const)('%s: every key is pressed once', async (way) => {
    const { exchange, press, pressed, events } = await bench([
      { [way]: once(greetings, harms[name]) },
    ]);
    await exchange.open();
    for (const [index, key] of ['MENU', 'OK', 'DOWN'].entries()) {
      expect((await press(key))[1].frame).toBe(index + 1);
    }
    expect(pressed()).toEqual(['MENU', 'OK', 'DOWN']);
    const climbed = events.map(({ rung }) => rung);
    expect(climbed).toEqual(name === 'lost' || name === 'spoilt' ? ['re-send'] : []);
  });
});

test('a link may be in trouble from its first byte on', async () => {
  for (const harm of [lost, spoilt]) {
    for (const count of [0, 1]) {
      const { exchange, press, pressed } = await bench([{ toMeter: once(count, harm) }]);
      await exchange.open();
      await press('OK');
      expect(pressed()).toEqual(['OK']);
    }
  }
});

test('the first answers are waited for as long as for a connection', async () => {
  const limits = { ...usualLimits, timeoutMs: 40, connectMs: 2000 };
  const { exchange, clock } = await bench([{ toMeter: lost }], ['ONCE'], limits);
  const said = /^fake does not answer "capabilities": no answer in time.*FB_LINK_TIMEOUT/s;
  await expect(exchange.open()).rejects.toThrow(said);
  expect(clock.now()).toBe(2000);
});

test('a late answer is not taken for another', async () => {
  let late: Uint8Array | undefined;
  let seen = 0;
  const { exchange, press, pressed } = await bench([
    {
      toBench: (bytes) => {
        seen += 1;
        if (seen !== greetings + 1) return late ? [late, bytes] : [bytes];
        late = bytes;
        return [];
      },
    },
  ]);
  await exchange.open();
  expect((await press('MENU'))[1].frame).toBe(1);
  expect((await press('OK'))[1].frame).toBe(2);
  expect(pressed()).toEqual(['MENU', 'OK']);
});

test('a message without its end does not spoil the next', async () => {
  const { exchange, press, pressed, events } = await bench([
    { toMeter: once(greetings, (bytes) => [bytes.subarray(0, -1)]) },
  ]);
  await exchange.open();
  await press('MENU');
  expect(pressed()).toEqual(['MENU']);
  expect(events.map(({ rung }) => rung)).toEqual(['re-send']);
});

test('a cable that is cut at any byte: the link is opened anew, and every key is pressed once', async () => {
  const whole = await bench([]);
  await whole.exchange.open();
  let bytes = 0;
  const counted = await bench([
    {
      toMeter: (part) => {
        bytes += part.length;
        return [part];
      },
      toBench: (part) => {
        bytes += part.length;
        return [part];
      },
    },
  ]);
  await counted.exchange.open();
  const greeting = bytes;
  await counted.press('MENU');
  await counted.press('OK');
  for (let cutAfter = greeting; cutAfter < bytes; cutAfter += 1) {
    const { exchange, press, pressed, events } = await bench([{ cutAfter }]);
    await exchange.open();
    await press('MENU');
    await press('OK');
    expect(pressed(), `cut after ${cutAfter} bytes`).toEqual(['MENU', 'OK']);
    expect(events.map(({ rung }) => rung)).toEqual(['re-open']);
  }
});

test('what stays away is looked for rung by rung, and then it is broken and stays so', async () => {
  const deaf = await bench([{ toMeter: unlessNumbered }, { toMeter: lost }, { toMeter: lost }]);
  await deaf.exchange.open();
  await expect(deaf.press('OK')).rejects.toThrow(/FB_LINK_TIMEOUT/);
  expect(deaf.events.map(({ rung }) => rung)).toEqual([
    're-send',
    're-send',
    'clear',
    're-open',
    're-send',
    're-open',
    'power-cycle',
    'broken',
  ]);
  expect(deaf.fake.clears).toBe(1);
  await expect(deaf.press('OK')).rejects.toThrow(/nothing brought it back.*FB_LINK_TIMEOUT/s);
  expect(deaf.events).toHaveLength(8);
});

/** Loses every numbered message. */
const unlessNumbered = (part: Uint8Array): readonly Uint8Array[] =>
  /PANel:ONCE/.test(Buffer.from(part).toString()) ? [] : [part];

test('a meter that hangs is switched off and on, and the scenario ends there', async () => {
  const { exchange, press, events, notebook } = await bench([
    { toMeter: unlessNumbered },
    { toMeter: unlessNumbered },
    { toMeter: unlessNumbered },
  ]);
  await exchange.open();
  await expect(press('OK')).rejects.toThrow(/switched off and on again.*FB_LINK_LOST/s);
  expect(events.at(-1)?.rung).toBe('power-cycle');
  expect(notebook.done.at(-1)).toEqual({ op: 'restart' });
});

test('a cable that is pulled and not put back is told of at once', async () => {
  const { exchange, press, events, fake } = await bench([{ cutAfter: 400 }]);
  await exchange.open();
  fake.unplugged = true;
  const keys = async () => {
    for (;;) await press('OK');
  };
  await expect(keys()).rejects.toThrow(/FB_LINK_LOST/);
  expect(events.map(({ rung }) => rung)).toEqual(['re-open', 'broken']);
});

test('a controller that counts otherwise was restarted', async () => {
  const { exchange, press, fake } = await bench();
  await exchange.open();
  await press('OK');
  fake.once.reset();
  await expect(press('OK')).rejects.toThrow(/counts otherwise.*FB_LINK_LOST/s);
});

test('a refusal has its number, and the next operation goes on', async () => {
  const { exchange, press, pressed, notebook } = await bench();
  await exchange.open();
  notebook.refuse = ({ op }) => {
    if (op === 'deleteFile') throw new LinkRefusal(-256, 'X.CSV');
  };
  const removed = exchange.exchange([{ op: 'deleteFile', path: 'X.CSV' }]);
  await expect(removed).rejects.toThrow(/-256 "File name not found;X.CSV".*FB_LINK_REFUSED/s);
  await press('OK');
  expect(pressed()).toEqual(['OK']);
});

describe('a panel that somebody else holds', () => {
  const held = (times: number) => {
    let left = times;
    return ({ op }: Operation): void => {
      if (op === 'press' && left-- > 0) throw new LinkRefusal(-203, 'tcp 10.0.0.1:5 since noon');
    };
  };

  test('is waited for', async () => {
    const { exchange, press, pressed, notebook } = await bench();
    await exchange.open();
    notebook.refuse = held(3);
    expect(await press('OK')).toMatchObject([undefined, { frame: 1 }]);
    expect(pressed()).toEqual(['OK']);
  });

  test('is waited for as long as for a connection while a link is opened, and then named', async () => {
    const limits = { ...usualLimits, timeoutMs: 40, connectMs: 2000 };
    const { exchange, notebook, clock } = await bench([], ['ONCE'], limits);
    notebook.refuse = ({ op }) => {
      if (op === 'resetSequence') throw new LinkRefusal(-203, 'tcp 10.0.0.1:5 since noon');
    };
    await expect(exchange.open()).rejects.toThrow(/since noon.*FB_RIG_BUSY/s);
    expect(clock.now()).toBeGreaterThanOrEqual(2000);
    expect(clock.now()).toBeLessThan(2100);
  });

  test('is waited for as long as for an answer, and then named', async () => {
    const { exchange, press, pressed, notebook, clock } = await bench();
    await exchange.open();
    notebook.refuse = held(Number.POSITIVE_INFINITY);
    const began = clock.now();
    await expect(press('OK')).rejects.toThrow(/since noon.*FB_RIG_BUSY/s);
    expect(clock.now() - began).toBeGreaterThanOrEqual(usualLimits.timeoutMs);
    expect(clock.now() - began).toBeLessThan(usualLimits.timeoutMs + 100);
    expect(pressed()).toEqual([]);
  });
});

describe('without numbered messages', () => {
  const words = ['KEYPad', 'MAIL'];

  test('keys are pressed once by their own numbers', async () => {
    for (const harm of [lost, twice, apart]) {
      for (const way of ['toMeter', 'toBench'] as const) {
        const { exchange, press, pressed } = await bench([{ [way]: once(greetings, harm) }], words);
        await exchange.open();
        for (const key of ['MENU', 'OK']) await press(key);
        expect(pressed()).toEqual(['MENU', 'OK']);
      }
    }
  });

  test('what may not be done twice is not sent twice', async () => {
    const { exchange, events } = await bench([{ toBench: once(greetings, lost) }], words);
    await exchange.open();
    const fed = exchange.exchange([{ op: 'feed' }, { op: 'imprint' }]);
    await expect(fed).rejects.toThrow(/nobody knows whether.*"feed, imprint".*FB_LINK_UNSURE/s);
    expect(events).toEqual([]);
  });

  test('a refused key is not counted', async () => {
    const { exchange, press, pressed, notebook } = await bench([], words);
    await exchange.open();
    notebook.refuse = (operation) => {
      if (operation.op === 'press' && operation.key === 'F1') throw new LinkRefusal(-224, 'F1');
    };
    await expect(press('F1')).rejects.toThrow(/FB_LINK_REFUSED/);
    await press('OK');
    expect(pressed()).toEqual(['OK']);
  });
});
