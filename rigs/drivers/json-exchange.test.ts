import { expect, test } from 'vitest';
import { LinkRefusal } from '#protocol';
import { PanelSession } from '#protocol/json';
import { FakeController, Notebook } from './fake-controller.test-data.ts';
import { jsonExchange } from './json-exchange.ts';
import { usualLimits } from './limits.ts';
import type { LinkEvent } from './link-event.ts';
import type { LinkSocket } from './socket.ts';

/** What happens to the text with a number, from 1: it is lost, or the connection ends. */
interface Mishap {
  readonly way: 'toMeter' | 'toBench';
  readonly at: number;
  readonly what: 'lost' | 'twice' | 'closed';
}

async function bench(mishap?: Mishap) {
  const fake = new FakeController();
  const notebook = new Notebook(fake.once, ['KEYPad', 'ONCE']);
  const events: LinkEvent[] = [];
  const counts = { toMeter: 0, toBench: 0 };
  let sockets = 0;
  const openSocket = async (): Promise<LinkSocket> => {
    sockets += 1;
    let onText: (text: string) => void = () => undefined;
    let onEnd: (why: string) => void = () => undefined;
    const session = new PanelSession({
      controller: notebook,
      once: fake.once,
      client: `client ${sockets}`,
      lock: { owner: () => '', take: () => undefined, release: () => undefined },
    });
    const through = (way: Mishap['way'], pass: () => void): void => {
      counts[way] += 1;
      const struck = mishap?.way === way && counts[way] === mishap.at ? mishap.what : undefined;
      if (struck === 'closed') onEnd('the web socket was closed');
      if (struck === undefined || struck === 'twice') pass();
      if (struck === 'twice') pass();
    };
    return {
      send: (text) =>
        through('toMeter', () => {
          session.message(text).then(
            (reply) => through('toBench', () => onText(reply)),
            () => onEnd('the controller failed'),
          );
        }),
      listen: (hear, end) => {
        onText = hear;
        onEnd = end;
      },
      close: async () => undefined,
    };
  };
  const exchange = jsonExchange({
    name: 'fake',
    openSocket,
    limits: { ...usualLimits, timeoutMs: 30 },
    onLink: (event) => events.push(event),
  });
  await exchange.open();
  const press = (key: string) =>
    exchange.exchange([{ op: 'press', seq: 0, key }, { op: 'screen' }] as const);
  return { exchange, press, notebook, events };
}

/** The words, the counting, and then the first key. */
const firstKey = 3;

test.each(['toMeter', 'toBench'] as const)(
  '%s lost, twice or with the connection closed: every key is pressed once',
  async (way) => {
    for (const what of ['lost', 'twice', 'closed'] as const) {
      const { press, notebook, events } = await bench({ way, at: firstKey, what });
      expect((await press('MENU'))[1].frame).toBe(1);
      expect((await press('OK'))[1].frame).toBe(2);
      expect(notebook.keys).toEqual(['MENU', 'OK']);
      const rungs = { lost: ['re-send'], twice: [], closed: ['re-open'] };
      expect(events.map(({ rung }) => rung)).toEqual(rungs[what]);
    }
  },
);

test('a refusal has its number, and the next operation goes on', async () => {
  const { exchange, press, notebook } = await bench();
  notebook.refuse = ({ op }) => {
    if (op === 'deleteFile') throw new LinkRefusal(-256, 'X.CSV');
  };
  const removed = exchange.exchange([{ op: 'deleteFile', path: 'X.CSV' }]);
  await expect(removed).rejects.toThrow(/-256 .*X\.CSV.*FB_LINK_REFUSED/s);
  await press('OK');
  expect(notebook.keys).toEqual(['OK']);
});
