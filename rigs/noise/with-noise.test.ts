import { describe, expect, test } from 'vitest';
import { VirtualClock } from '#core';
import { type ByteCarrier, Ears } from '../drivers/byte-carrier.ts';
import type { LinkSocket } from '../drivers/socket.ts';
import { bytesOf, planOf, textOf, type WrittenFault } from './noise.test-data.ts';
import { Noise } from './noise.ts';
import { noiseOf, putNoise } from './noise-of-link.ts';
import { withNoise } from './with-noise.ts';
import { withNoiseSocket } from './with-noise-socket.ts';

/** A carrier whose other end is the test. */
const carrierWith = (faults: readonly WrittenFault[], framed = false) => {
  const ears = new Ears();
  const sent: string[] = [];
  const calls: string[] = [];
  const carrier: ByteCarrier = {
    name: 'a test',
    framed,
    send: async (bytes) => void sent.push(textOf(bytes)),
    listen: (onBytes, onEnd) => ears.listen(onBytes, onEnd),
    clear: async () => void calls.push('clear'),
    close: async () => void calls.push('close'),
  };
  const clock = new VirtualClock();
  const noisy = withNoise(carrier, new Noise(planOf(faults)), clock);
  const heard: string[] = [];
  noisy.listen(
    (bytes) => heard.push(textOf(bytes)),
    (why) => heard.push(`ended: ${why?.message ?? ''}`),
  );
  return { noisy, ears, sent, calls, heard, clock };
};

const send = async ({ noisy }: { readonly noisy: ByteCarrier }, text: string): Promise<void> =>
  noisy.send(bytesOf(text));

describe('a carrier with noise', () => {
  test('is the carrier itself where the plan has no fault', async () => {
    const link = carrierWith([]);
    await send(link, 'a\n');
    link.ears.hear(bytesOf('b\n'));
    await link.noisy.clear();
    link.ears.end();
    await link.noisy.close();
    expect(link).toMatchObject({ sent: ['a\n'], calls: ['clear', 'close'] });
    expect(link.heard).toEqual(['b\n', 'ended: ']);
  });

  test('has the faults of each direction on its way', async () => {
    const link = carrierWith([
      { kind: 'drop', nth: 1, direction: 'to-meter' },
      { kind: 'delay', nth: 1, ms: 5, direction: 'to-bench' },
    ]);
    await send(link, 'a\n');
    await send(link, 'b\n');
    link.ears.hear(bytesOf('c\n'));
    expect(link).toMatchObject({ sent: ['b\n'], heard: [] });
    link.clock.advance(5);
    expect(link.heard).toEqual(['c\n']);
  });

  test('ends when the plan closes it, and says why', async () => {
    const link = carrierWith([{ kind: 'close', at: 1, direction: 'to-bench' }]);
    link.ears.hear(bytesOf('ab\n'));
    expect(link.heard).toEqual(['a', 'ended: the noise plan has closed the connection']);
    expect(link.calls).toEqual(['close']);
    await send(link, 'c\n');
    await link.noisy.clear();
    expect(link).toMatchObject({ sent: [], calls: ['close'] });
  });

  test('brings nothing more once it was closed', async () => {
    const link = carrierWith([{ kind: 'delay', every: 1, ms: 5 }]);
    await send(link, 'a\n');
    link.ears.hear(bytesOf('b\n'));
    await link.noisy.close();
    link.clock.advance(10);
    expect(link).toMatchObject({ sent: [], heard: [] });
  });

  test('gives whole messages to a carrier that marks their ends', async () => {
    const link = carrierWith([{ kind: 'split', every: 1, bytes: 2 }], true);
    await send(link, 'abc\n');
    await send(link, '#12\n\n\n');
    link.clock.advance(10);
    expect(link.sent).toEqual(['abc\n', '#12\n\n\n']);
  });
});

describe('a web socket with noise', () => {
  test('loses, doubles and cuts texts up, and they are texts again', async () => {
    const sent: string[] = [];
    const heard: string[] = [];
    let answer: (text: string) => void = () => undefined;
    const socket: LinkSocket = {
      send: (text) => sent.push(text),
      listen: (onText) => {
        answer = onText;
      },
      close: async () => undefined,
    };
    const faults = [
      { kind: 'drop', nth: 1, direction: 'to-meter' },
      { kind: 'split', nth: 2, bytes: 1, direction: 'to-meter' },
      { kind: 'duplicate', nth: 1, direction: 'to-bench' },
      { kind: 'close', nth: 2, direction: 'to-bench' },
    ];
    const clock = new VirtualClock();
    const noisy = withNoiseSocket(socket, new Noise(planOf(faults)), clock);
    noisy.listen(
      (text) => heard.push(text),
      (why) => heard.push(`ended: ${why}`),
    );
    noisy.send('a');
    noisy.send('{"b":"ü"}');
    clock.advance(20);
    expect(sent).toEqual(['{"b":"ü"}']);
    answer('c');
    answer('d');
    expect(heard).toEqual(['c', 'c', 'ended: the noise plan has closed the connection']);
  });
});

test('the noise of a link goes on over its connections, and is none on a quiet one', () => {
  const link = { kind: 'tcp', noise: 'rigs/noise/lossy.yaml' };
  expect(noiseOf(link)).toBe(noiseOf(link));
  expect(noiseOf(link)?.plan.faults).toHaveLength(3);
  expect(noiseOf({ ...link })).not.toBe(noiseOf(link));
  expect(noiseOf({ kind: 'tcp' })).toBeUndefined();
  const other = new Noise(planOf([]));
  expect(noiseOf(putNoise(link, other))).toBe(other);
});
