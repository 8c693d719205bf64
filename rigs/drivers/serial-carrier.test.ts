import { once } from 'node:events';
import { createRequire } from 'node:module';
import { ReadStream } from 'node:tty';
import { expect, onTestFinished, test } from 'vitest';
import { BenchError } from '#core';
import { openSerial } from './serial-carrier.ts';

interface Pty {
  /** What has come out of the line so far. */
  readonly heard: () => string;
  /** Resolves when so many bytes have come out of the line. */
  readonly hears: (count: number) => Promise<void>;
  readonly say: (text: string) => void;
  /** The far end goes, as a cable that is pulled. */
  readonly pull: () => void;
  /** Leaves what comes unread. */
  readonly pause: () => void;
  /** Reads on; resolves in the turn of the first bytes. */
  readonly resume: () => Promise<void>;
  readonly path: string;
}

const { open } = createRequire(import.meta.url)(
  `@lydell/node-pty-${process.platform}-${process.arch}/pty.node`,
);

/** The far end of a serial line. */
function pty(): Pty {
  const { master, slave, pty: path } = open(80, 24);
  const kept = new ReadStream(slave);
  kept.setRawMode(true).pause();
  const far = new ReadStream(master);
  let heard = '';
  far.on('data', (bytes) => {
    heard += bytes;
  });
  far.on('error', () => undefined);
  const pull = (): void => {
    far.destroy();
    kept.destroy();
  };
  onTestFinished(pull);
  return {
    path,
    heard: () => heard,
    hears: (count) => expect.poll(() => heard.length, { interval: 1 }).toBe(count),
    say: (text) => far.write(text),
    pull,
    pause: () => far.pause(),
    resume: async () => {
      far.resume();
      await once(far, 'data');
    },
  };
}

async function carried(path: string) {
  const carrier = await openSerial({ path, baudRate: 115_200 });
  onTestFinished(() => carrier.close());
  const heard: string[] = [];
  const ends: (string | undefined)[] = [];
  carrier.listen(
    (bytes) => heard.push(String(bytes)),
    (why) => ends.push(why?.message),
  );
  return { carrier, heard: () => heard.join(''), ends };
}

const poll = (look: () => unknown) => expect.poll(look, { interval: 1 });

test('bytes go both ways, and come one message after another', async () => {
  const far = pty();
  const { carrier, heard } = await carried(far.path);
  await carrier.send(Buffer.from('one\n'));
  await far.hears(4);
  for (const answer of ['eins\n', 'zwei\n']) {
    far.say(answer);
    await poll(heard).toContain(answer);
  }
  expect(heard()).toBe('eins\nzwei\n');
  expect(far.heard()).toBe('one\n');
});

test('more than the line holds goes out in its order, as the far end reads', async () => {
  const far = pty();
  const { carrier } = await carried(far.path);
  far.pause();
  const long = Array.from({ length: 20_000 }, (_, at) => `${at}\n`).join('');
  const sends = [long, 'and this\n'].map((text) => carrier.send(Buffer.from(text)));
  await far.resume();
  // There is room, but not before those that wait for it.
  sends.push(carrier.send(Buffer.from('last\n')));
  await Promise.all(sends);
  await far.hears(long.length + 14);
  expect(far.heard()).toBe(`${long}and this\nlast\n`);
  await carrier.send(Buffer.from('once more\n'));
  await far.hears(long.length + 24);
});

test('a far end that goes is told once, and sends after it are refused', async () => {
  const far = pty();
  const { carrier, ends } = await carried(far.path);
  far.pull();
  await poll(() => ends.length).toBe(1);
  await expect(carrier.send(Buffer.from('?\n'))).rejects.toThrow('EIO');
  await carrier.close();
  expect(ends).toHaveLength(1);
});

test('a line that was closed is ended, hears nothing and takes nothing', async () => {
  const far = pty();
  const { carrier, heard, ends } = await carried(far.path);
  await Promise.all([carrier.close(), carrier.close()]);
  far.say('late\n');
  await expect(carrier.send(Buffer.from('?\n'))).rejects.toThrow('not open');
  expect({ heard: heard(), ends }).toEqual({ heard: '', ends: [undefined] });
});

test('a path that is no serial line is refused with the way out', async () => {
  const refused = await openSerial({ path: '/dev/null', baudRate: 9600 }).catch((error) => error);
  expect(refused).toBeInstanceOf(BenchError);
  expect(refused).toMatchObject({
    code: 'FB_LINK_OPEN',
    message: expect.stringContaining('cannot open serial /dev/null'),
    hint: expect.stringContaining('/dev/serial/by-id'),
  });
});
