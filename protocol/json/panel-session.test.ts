import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { OnceStore } from '../once-store.ts';
import { LinkNonsense, LinkRefusal } from '../operations.ts';
import { RecordingController } from '../recording-controller.ts';
import { PanelSession, readReply, writePush } from './index.ts';

let once = new OnceStore();
let controller = new RecordingController(once);
let holder = '';
const lock = {
  owner: () => holder,
  take: (client: string) => {
    if (holder !== '' && holder !== client) throw new LinkRefusal(-203, holder);
    holder = client;
  },
  release: () => {},
};
const open = (client = 'here'): PanelSession =>
  new PanelSession({ controller, once, client, lock });
let session = open();

beforeEach(() => {
  once = new OnceStore();
  controller = new RecordingController(once);
  holder = '';
  session = open();
});

const ask = async (request: unknown, to = session): Promise<unknown> =>
  JSON.parse(await to.message(JSON.stringify(request)));

const done = (): readonly string[] => controller.carriedOut.map(({ op }) => op);

test('operations are carried out in their order up to the first that is refused', async () => {
  const press = { op: 'press', seq: 1, key: 'OK' };
  expect(await ask({ id: 7, do: [press, { op: 'sequence' }] })).toEqual({
    id: 7,
    answers: [null, 1],
    error: null,
  });
  expect(await ask({ id: 8, do: [{ op: 'powered' }, { ...press, seq: 9 }, press] })).toEqual({
    id: 8,
    answers: [true],
    error: { code: -221, text: 'Settings conflict;the next number is 2', at: 1 },
  });
});

test('a counted request happens once, and its answer comes again with the number of the repeat', async () => {
  const feed = { once: 1, do: [{ op: 'feed', grams: 20 }, { op: 'sequence' }] };
  expect(await ask({ id: 1, ...feed })).toEqual({ id: 1, answers: [null, 0], error: null });
  expect(await ask({ id: 2, ...feed }, open('there'))).toEqual({
    id: 2,
    answers: [null, 0],
    error: null,
  });
  expect(await ask({ id: 3, once: 1, do: [{ op: 'feed' }] })).toMatchObject({
    error: { code: -221 },
  });
  expect(await ask({ id: 4, once: 3, do: [{ op: 'feed' }] })).toMatchObject({
    error: { code: -221 },
  });
  expect(await ask({ id: 5, once: 2, do: [{ op: 'feed' }] }, open('there'))).toMatchObject({
    error: { code: -203 },
  });
  expect(await ask({ id: 6, once: 2, do: [{ op: 'resetSequence' }] })).toMatchObject({
    error: { code: -221 },
  });
  expect(done()).toEqual(['feed', 'sequence']);
});

test.each([
  ['{', null, -102, 0],
  ['null', null, -102, 0],
  ['{"id":1}', 1, -102, 0],
  ['{"id":1,"do":[]}', 1, -102, 0],
  ['{"id":1,"do":[{"op":"feed"}],"x":1}', 1, -102, 0],
  ['{"id":1,"do":[{"op":"feed"},{"op":"fly"}]}', 1, -113, 1],
  ['{"id":1,"do":[{"op":"feed"},{"op":"press","seq":1}]}', 1, -224, 1],
  ['{"id":1,"do":[{"op":"feed"},{"op":"press","seq":0,"key":"OK"}]}', 1, -224, 1],
  ['{"id":1,"do":[{"op":"feed","kg":1}]}', 1, -224, 0],
  ['{"id":1,"do":[{"op":"writeFile","path":"a","bytes":"?"}]}', 1, -224, 0],
])('%s is refused as a whole', async (text, id, code, at) => {
  expect(JSON.parse(await session.message(text))).toMatchObject({
    id,
    answers: [],
    error: { code, at },
  });
  expect(done()).toEqual([]);
});

test('requests beyond the 64 that may wait are refused', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  controller.before = () => promise;
  const all = Promise.all(
    Array.from({ length: 66 }, (_, id) => ask({ id, do: [{ op: 'powered' }] })),
  );
  resolve();
  const [refused, last] = (await all).slice(64);
  expect(refused).toMatchObject({ id: 64, error: { code: -363 } });
  expect(last).toMatchObject({ id: 65, error: { code: -363 } });
  expect(done().length).toBe(64);
});

test('noise is refused, and is nonsense to a client', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
  await fc.assert(
    fc.asyncProperty(text, async (noise) => {
      expect(JSON.parse(await session.message(noise))).toMatchObject({ answers: [] });
      expect(() => readReply(noise)).toThrow(LinkNonsense);
    }),
  );
  expect(done()).toEqual([]);
});

test('a pushed frame is read as it was written', async () => {
  const frame = await controller.carryOut({ op: 'screen' });
  const at = '2026-01-05T09:00:00.050';
  expect(readReply(writePush({ frame, at }))).toEqual({ kind: 'push', frame, at });
});
