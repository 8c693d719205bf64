import { createActor } from 'xstate';
import { Bench, noRecord } from '#bench';
import { isKey, type Key, VirtualClock } from '#core';
import { emulatedMeter } from '#emulator';
import { modelNamed } from '#models';
import { atMost, type Figure, median, now, quantile } from './measure.ts';

const supervisorPin = '2468';
const rounds = 7;
const pressesARound = 12_000;

/** Log in, then over and over what a supervisor does most: menus, a list, typing, a summary, back. */
export const logIn = 'MENU 1 4 2 4 6 8 OK 5 1 DOWN DOWN OK OK';
const work =
  'MENU DOWN OK DOWN OK OK OK 1 2 0 1 C 7 OK 6 2 6 RIGHT 6 C UP 3 OK DOWN UP OK C C C C C ' +
  'DOWN DOWN UP UP C DOWN UP MENU 6 1 OK';

export const keysOf = (text: string): readonly Key[] => text.split(' ').filter(isKey);

export interface Rate {
  readonly perSecond: number;
  readonly p99Us: number;
}

/** Presses `press` on the work over and over: the rate, and the slowest of a hundred. */
export async function rateOf(press: (key: Key) => unknown, presses = pressesARound): Promise<Rate> {
  const keys = keysOf(work);
  const each: number[] = [];
  const began = now();
  for (let count = 0; count < presses; count += 1) {
    const key = keys[count % keys.length] ?? 'OK';
    const from = now();
    const pending = press(key);
    if (pending instanceof Promise) await pending;
    each.push(now() - from);
  }
  const seconds = (now() - began) / 1000;
  return { perSecond: presses / seconds, p99Us: quantile(each, 0.99) * 1000 };
}

/** Key → frame, in-process: the bare chart, the meter, and the meter with the shadow model. */
export async function roundTrips(): Promise<readonly Figure[]> {
  const model = modelNamed('is-440');
  const memory = model.factoryMemory({ supervisorPin });
  const actor = createActor(model.chart(), { input: { memory }, clock: new VirtualClock() });
  actor.start();
  const send = (key: Key): void => {
    const event = model.eventOf(key, actor.getSnapshot(), 0);
    if (event) actor.send(event);
  };

  const meter = emulatedMeter('is-440', { clock: new VirtualClock(), supervisorPin });
  const press = (key: Key) => meter.press(key);

  const judged = emulatedMeter('is-440', { clock: new VirtualClock(), supervisorPin });
  const bench = new Bench({
    meter: judged,
    model: modelNamed('is-440'),
    memory,
    credentials: {},
    recorder: noRecord,
  });
  await bench.begin();
  const judge = (key: Key) => bench.press(key);

  for (const key of keysOf(logIn)) {
    send(key);
    await press(key);
    await judge(key);
  }
  const rates = { send: [] as Rate[], press: [] as Rate[], judge: [] as Rate[] };
  for (let round = 0; round <= rounds; round += 1) {
    const measured = {
      send: await rateOf(send),
      press: await rateOf(press),
      judge: await rateOf(judge),
    };
    bench.frames.length = 0;
    if (round === 0) continue; // warming up
    rates.send.push(measured.send);
    rates.press.push(measured.press);
    rates.judge.push(measured.judge);
  }
  const middle = (list: readonly Rate[]): number => median(list.map((rate) => rate.perSecond));
  const ratio = (list: readonly Rate[]): number =>
    median(list.map((rate, index) => (rates.send[index]?.perSecond ?? 0) / rate.perSecond));
  const slow = (list: readonly Rate[]): string =>
    `p99 ${median(list.map((rate) => rate.p99Us)).toFixed(0)} µs`;
  const shown = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;
  const reference = `actor.send ${shown(middle(rates.send))}, ${slow(rates.send)}`;
  return [
    {
      name: 'key → frame, in-process',
      value: `${shown(middle(rates.press))}, ${slow(rates.press)}`,
      reference,
      ...atMost(ratio(rates.press), 3),
    },
    {
      name: 'key → frame, with the shadow model',
      value: `${shown(middle(rates.judge))}, ${slow(rates.judge)}`,
      reference,
      ...atMost(ratio(rates.judge), 6),
    },
    {
      name: 'key → frame, at least 10,000/s with the shadow model',
      value: shown(middle(rates.judge)),
      aim: '≥ 10,000/s',
      met: middle(rates.judge) >= 10_000,
    },
  ];
}
