import { describe, expect, test } from 'vitest';
import {
  type Frame,
  type Key,
  type Peer,
  type PeerAnswer,
  type PeerRequest,
  VirtualClock,
} from '#core';
import { type is400, modelNamed } from '#models';
import { EmulatedMeter } from './emulated-meter.ts';
import { committingLate } from './faults/committing-late.ts';
import { NonVolatileMemory, RamMedium } from './memory/index.ts';
import { usualPace } from './surroundings.ts';

const model = modelNamed('is-440');
const start = Date.UTC(2026, 0, 5, 9);
const half = usualPace.callServer / 2;
const timeoutMs = 30_000;

/** From the first screen into a synchronisation. */
const synchronise: readonly Key[] = ['MENU', '8', 'OK', 'OK'];

/** A server that writes down when it was asked what, and answers all alike. */
class NotingPeer implements Peer {
  readonly asked: { readonly at: number; readonly request: PeerRequest }[] = [];
  readonly #answer: PeerAnswer;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock, answer: PeerAnswer) {
    this.#clock = clock;
    this.#answer = answer;
  }

  async send(request: PeerRequest): Promise<PeerAnswer> {
    this.asked.push({ at: this.#clock.now() - start, request });
    return this.#answer;
  }
}

/** A meter that has just made the first message of a call ready. */
async function calling(answer: PeerAnswer = { status: 'reset' }, isThere = true) {
  const clock = new VirtualClock(start);
  const medium = new RamMedium();
  const peer = new NotingPeer(clock, answer);
  const meter = new EmulatedMeter({
    model,
    supervisorPin: '2468',
    creditPence: 500,
    clock,
    medium,
    ...(isThere ? { dataCentrePeer: peer } : {}),
  });
  let frame: Frame = await meter.frame();
  for (const key of synchronise) frame = await meter.press(key);
  expect(frame.busy).toBe(true);
  const stored = (): is400.Memory => {
    const json = new NonVolatileMemory(medium).load();
    if (json === undefined) throw new Error('nothing is stored');
    return model.parseMemory(json) as is400.Memory;
  };
  return { meter, peer, stored, frame };
}

describe('a message to the Data Centre', () => {
  test('is remembered before it goes out, and goes out after half of its time', async () => {
    const { meter, peer, stored } = await calling();
    expect(stored().postal.messages).toBe(1);
    expect(stored().registers.challenge).not.toBeNull();
    await meter.clock.advance(half - 1);
    expect(peer.asked).toEqual([]);
    await meter.clock.advance(1);
    expect(peer.asked).toHaveLength(1);
    const [{ at, request } = { at: -1, request: undefined }] = peer.asked;
    expect(at).toBe(half);
    expect(request?.path).toBe('/v1/meters/440000123/sessions');
    expect(request?.headers['idempotency-key']).toBe('440000123-1');
  });

  test('is answered after as long again', async () => {
    const { meter, frame } = await calling();
    expect(await meter.clock.advance(2 * half - 1)).toEqual(frame);
    expect((await meter.clock.advance(1)).busy).toBe(false);
  });

  test('without an answer is given up when the time-out of the machine is over', async () => {
    const { meter, frame } = await calling({ status: 'no answer' });
    expect(await meter.clock.advance(half + timeoutMs - 1)).toEqual(frame);
    expect((await meter.clock.advance(1)).busy).toBe(false);
  });

  test('goes nowhere without a network, or without a server', async () => {
    const { meter, peer } = await calling();
    await meter.network.plug(false);
    expect((await meter.clock.advance(2 * half)).busy).toBe(false);
    expect(peer.asked).toEqual([]);
    const alone = await calling({ status: 'reset' }, false);
    expect((await alone.meter.clock.advance(2 * half)).busy).toBe(false);
  });

  test('does not go out when the power goes before it', async () => {
    const { meter, peer } = await calling();
    await meter.clock.advance(half - 1);
    await meter.power.off();
    await meter.clock.advance(timeoutMs);
    expect(peer.asked).toEqual([]);
  });

  test('under way when the power goes is answered to nobody', async () => {
    const { meter, peer, stored } = await calling();
    await meter.clock.advance(half);
    const before = stored();
    await meter.power.off();
    const woken = await meter.power.on();
    expect(await meter.clock.advance(timeoutMs)).toEqual(woken);
    expect(peer.asked).toHaveLength(1);
    expect(stored()).toEqual(before);
  });

  test('leaves nothing to come when its answer is late and the power is gone', async () => {
    const clock = new VirtualClock(start);
    const late = Promise.withResolvers<PeerAnswer>();
    const dataCentrePeer: Peer = { send: () => late.promise };
    const meter = new EmulatedMeter({ model, supervisorPin: '2468', clock, dataCentrePeer });
    for (const key of synchronise) await meter.press(key);
    const passing = meter.clock.advance(half);
    await meter.power.off();
    const left = clock.nextDue();
    late.resolve({ status: 'reset' });
    await passing;
    expect(clock.nextDue()).toBe(left);
  });

  test('has another key each time', async () => {
    const { meter, peer } = await calling();
    await meter.clock.advance(2 * half);
    await meter.power.off();
    await meter.power.on();
    for (const key of synchronise) await meter.press(key);
    await meter.clock.advance(half);
    const keys = peer.asked.map(({ request }) => request.headers['idempotency-key']);
    expect(keys).toEqual(['440000123-1', '440000123-2']);
  });
});

describe('a look past the panel', () => {
  test('sees what the running program remembers, and what is stored while it is dark', async () => {
    const { meter } = await calling();
    const before = await meter.ledger.figures();
    expect(before).toMatchObject([
      { serial: '440000123', refilled: 500, sequence: 0, waiting: false, leaving: 0 },
    ]);
    await meter.power.off();
    expect(await meter.ledger.figures()).toEqual(before);
    await meter.power.on();
    expect(await meter.ledger.figures()).toEqual(before);
  });

  test('is at what the program goes by, though its memory has not kept it', async () => {
    const clock = new VirtualClock(start);
    const fault = { name: 'late', description: 'keeps each change one too late' };
    const late = { ...fault, memory: committingLate };
    const meter = new EmulatedMeter({ model, supervisorPin: '2468', clock, fault: late });
    for (const key of ['C', 'C', '4', '5'] as const) await meter.press(key);
    await meter.mail.feed();
    expect((await meter.ledger.figures())[0]?.registers.ascending).toBe(45);
    await meter.power.off();
    expect((await meter.ledger.figures())[0]?.registers.ascending).toBe(0);
  });

  test.each([0, 100, 500])('sees what a cut %i bytes into a commit has left', async (bytes) => {
    const clock = new VirtualClock(start);
    const meter = new EmulatedMeter({ model, supervisorPin: '2468', creditPence: 500, clock });
    for (const key of ['C', 'C', '4', '5'] as const) await meter.press(key);
    await meter.power.cutWhenWriting?.(bytes);
    expect(await meter.mail.feed()).toBeUndefined();
    expect((await meter.frame()).display).toBe('off');
    expect((await meter.ledger.figures())[0]?.registers).toMatchObject({ ascending: 0, items: 0 });
    await meter.power.on();
    expect((await meter.ledger.figures())[0]?.registers).toMatchObject({ ascending: 0, items: 0 });
    for (const key of ['C', 'C', '4', '5'] as const) await meter.press(key);
    expect(await meter.mail.feed()).toMatchObject({ value: 45, item: 1 });
    expect((await meter.ledger.figures())[0]?.registers).toMatchObject({ ascending: 45, items: 1 });
  });
});
