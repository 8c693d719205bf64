import { expect, test } from 'vitest';
import { type Frame, type Key, type Screen, seconds } from '#core';
import { is400, modelNamed } from '#models';
import { ShadowModel, specificationOf } from './shadow-model.ts';

const model = modelNamed('is-440');
const specification = specificationOf(model);
const factory = model.factoryMemory({ supervisorPin: '2468' }) as is400.Memory;
const file = 'ACS_20260105_090000.CSV';

const accounts: is400.Memory = {
  ...factory,
  mode: 'accounts',
  accounts: ['10', '20'].map((number) => ({
    number,
    name: `Account ${number}`,
    active: true,
    pin: null,
    usage: { items: 0, zeroItems: 0, postage: 0 },
  })),
};

/** A shadow model and a meter that is another one: what it shows is what is to be accepted. */
function pair(memory: is400.Memory) {
  const shadow = new ShadowModel(model, memory, 0, specification);
  const meter = new ShadowModel(model, memory, 0, specification);
  let number = 0;
  const frame = (screen: Screen | undefined): Frame => {
    if (!screen) throw new Error('there is no screen');
    number += 1;
    return { ...screen, v: 1, frame: number };
  };
  const press = (...keys: readonly Key[]): void => {
    for (const key of keys) {
      shadow.press(key, 0);
      meter.press(key, 0);
      expect(shadow.accept(frame(meter.screen), 0)).toBeUndefined();
    }
  };
  return { shadow, meter, frame, press };
}

const pin: readonly Key[] = ['2', '4', '6', '8', 'OK'];
const logIn: readonly Key[] = ['MENU', '1', '4', ...pin];
const remembered = (shadow: ShadowModel): is400.Memory => {
  if (!shadow.snapshot) throw new Error('it has no power');
  return model.memoryOf(shadow.snapshot) as is400.Memory;
};
const rows = (screen: Screen | undefined): readonly string[] =>
  screen?.rows.map(({ text }) => text) ?? [];

test('it moves with the meter, and a frame that its chart does not allow is a mismatch', () => {
  const { shadow, frame, press } = pair(factory);
  press('MENU', 'DOWN');
  const wrong = frame({ ...(shadow.screen as Screen), title: 'Menu' });
  expect(shadow.accept(wrong, 0)).toEqual({ allowed: [shadow.screen], seen: wrong });
});

test('the timers of the chart run with the time of the meter', () => {
  const { shadow, frame, press } = pair(accounts);
  press('OK', 'MENU', '1');
  const begun = shadow.screen;
  expect(shadow.accept(frame(begun), seconds(1))).toBeUndefined();
  shadow.passTime(seconds(2));
  expect(shadow.screen?.title).not.toBe(begun?.title);
});

test('after a cut it accepts the memory before the last move and the one after it', () => {
  for (const survived of ['old', 'new'] as const) {
    const { shadow, meter, frame, press } = pair(factory);
    press(...logIn, '5', '1', 'DOWN', 'DOWN');
    const old = remembered(shadow);
    press('OK');
    expect(remembered(shadow).mode).toBe('accounts');
    const fresh = remembered(meter);
    shadow.powerOff();
    expect(shadow.snapshot).toBeUndefined();
    shadow.powerOn(seconds(5));
    const kept = survived === 'old' ? old : fresh;
    const woken = new ShadowModel(model, kept, seconds(5), specification);
    expect(shadow.accept(frame(woken.screen), seconds(5))).toBeUndefined();
    expect(remembered(shadow)).toEqual(kept);
    // From here on the other one is no longer believed.
    const other = new ShadowModel(model, survived === 'old' ? fresh : old, 0, specification);
    expect(shadow.accept(frame(other.screen), seconds(5))).toBeDefined();
  }
});

test('after a cut a third memory is a mismatch that names both that were allowed', () => {
  const { shadow, frame, press } = pair(factory);
  press(...logIn, '5', '1', 'DOWN', 'DOWN', 'OK');
  shadow.powerOff();
  shadow.powerOn(0);
  const third = new ShadowModel(model, accounts, 0, specification);
  expect(shadow.accept(frame(third.screen), 0)?.allowed).toHaveLength(2);
});

test('what both memories show alike stays open until a frame tells them apart', () => {
  const { shadow, frame, press } = pair(accounts);
  // A wrong PIN is counted in the memory, and nothing on the first screen shows the count.
  press('MENU', '0', 'OK');
  const before = remembered(shadow).wrongPins.supervisor;
  shadow.powerOff();
  shadow.powerOn(0);
  const counted = { ...accounts, wrongPins: { ...accounts.wrongPins, supervisor: before } };
  const meter = new ShadowModel(model, counted, 0, specification);
  for (const key of ['MENU', '0', 'OK'] as const) {
    expect(shadow.accept(frame(meter.screen), 0)).toBeUndefined();
    shadow.press(key, 0);
    meter.press(key, 0);
  }
  expect(shadow.accept(frame(meter.screen), 0)).toBeUndefined();
  expect(rows(shadow.screen)).toEqual(rows(meter.screen));
});

test('without power only a dark display is right', () => {
  const { shadow, frame } = pair(factory);
  const lit = frame(shadow.screen);
  shadow.powerOff();
  expect(shadow.accept({ ...lit, display: 'off' }, 0)).toBeUndefined();
  expect(shadow.accept(lit, 0)).toEqual({ allowed: [], seen: lit });
});

const toExport: readonly Key[] = ['HOME', 'MENU', ...pin, '5', '2', '4', 'OK'];

test('an export may succeed or fail, and the frame tells which', () => {
  const answers = [
    { type: 'STICK.WRITTEN' },
    { type: 'STICK.FAILED', reason: 'full' },
    { type: 'STICK.FAILED', reason: 'write-protected' },
  ] as const;
  for (const answer of answers) {
    const { shadow, frame, press } = pair(accounts);
    press(...toExport);
    expect(shadow.pending).toBe(true);
    const before = shadow.snapshot;
    if (!before) throw new Error('it has no power');
    const after = specification.step(before, answer);
    // Busy for a while is allowed as well.
    expect(shadow.accept(frame(shadow.screen), 0)).toBeUndefined();
    expect(shadow.accept(frame(model.screenOf(after)), 0)).toBeUndefined();
    expect(shadow.pending).toBe(false);
    expect(model.pathOf(shadow.snapshot ?? before)).toEqual(model.pathOf(after));
    const { written } = shadow.surroundings;
    expect(written === undefined).toBe(answer.type !== 'STICK.WRITTEN');
    if (written) expect(new TextDecoder().decode(written)).toContain('10;Account 10;Active');
  }
});

test('an export ends as no answer could make it: that is a mismatch', () => {
  const { shadow, frame, press } = pair(accounts);
  press(...toExport);
  const before = shadow.snapshot;
  if (!before) throw new Error('it has no power');
  const done = model.screenOf(specification.step(before, { type: 'STICK.WRITTEN' }));
  const wrong = {
    ...done,
    rows: done.rows.map((row) => ({ ...row, text: row.text.replace('2', '3') })),
  };
  expect(shadow.accept(frame(wrong), 0)).toBeDefined();
});

test('an import is judged by what is known to be on the stick', () => {
  const { shadow, frame, press } = pair(accounts);
  const bytes = new TextEncoder().encode('30;Press;Active\r\n10;Twice;Active\r\n');
  shadow.surroundings = { ...shadow.surroundings, stickFiles: new Map([[file, bytes]]) };
  press(...toExport.slice(0, -2), '3', 'OK');
  const shownAfter = (answer: {
    readonly type: string;
    readonly [name: string]: unknown;
  }): Frame => {
    if (!shadow.snapshot) throw new Error('it has no power');
    return frame(model.screenOf(specification.step(shadow.snapshot, answer)));
  };
  const others = shownAfter({ type: 'STICK.FILES', names: ['ACS_20260101_000000.CSV'] });
  expect(shadow.accept(others, 0)).toBeDefined();
  expect(shadow.accept(shownAfter({ type: 'STICK.FILES', names: [file] }), 0)).toBeUndefined();
  shadow.press('OK', 0);
  const read = shownAfter({ type: 'STICK.CONTENT', bytes });
  expect(shadow.accept(read, 0)).toBeUndefined();
  expect(rows(read).slice(0, 2)).toEqual(['Accounts added: 1', 'Lines refused: 1']);
  expect(remembered(shadow).accounts.map(({ number }) => number)).toEqual(['10', '20', '30']);
});

test('without judging it follows a meter to the screen that its title names', () => {
  const { shadow, frame, press } = pair(accounts);
  press(...toExport);
  const wrong: Screen = {
    ...(shadow.screen as Screen),
    title: is400.texts.exportDone,
    busy: false,
    rows: [],
  };
  shadow.follow(frame(wrong), 0);
  expect(shadow.screen?.title).toBe(is400.texts.exportDone);
});
