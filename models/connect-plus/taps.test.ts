import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { connectPlusModel } from './model.ts';

const model = connectPlusModel('connect-plus');
const { profile } = model.sources;

/** A machine that was just switched on, worked by taps. */
function machine() {
  const actor = createActor(model.chart(), {
    input: { memory: model.factoryMemory({}), now: 0 },
  });
  actor.start();
  const screen = () => model.screenOf(actor.getSnapshot());
  const press = (point: { readonly x: number; readonly y: number }) => {
    const event = model.eventOf(point, actor.getSnapshot(), 0);
    if (event) actor.send(event);
    return event;
  };
  const tap = (text: string) => {
    const point = model.keyToChoose(screen(), text);
    if (!point || typeof point === 'string') throw new Error(`nothing says "${text}"`);
    return press(point);
  };
  return { actor, screen, press, tap };
}

test('every row that can be touched does something where it says it is', () => {
  const { actor, screen } = machine();
  for (const { rect, text } of screen().rows) {
    if (!rect) continue;
    const [x, y, width, height] = rect;
    for (const point of [
      { x, y },
      { x: x + width - 1, y: y + height - 1 },
    ]) {
      expect(model.eventOf(point, actor.getSnapshot(), 0), text).toBeDefined();
    }
  }
});

test('a tap beside everything is no event, and a key of a panel is none either', () => {
  const { actor } = machine();
  expect(model.eventOf({ x: 0, y: 479 }, actor.getSnapshot(), 0)).toBeUndefined();
  expect(model.eventOf({ x: -1, y: 10_000 }, actor.getSnapshot(), 0)).toBeUndefined();
  expect(model.eventOf('OK', actor.getSnapshot(), 0)).toBeUndefined();
});

test('any text of the keyboard is typed as it was meant, whatever was in the field', () => {
  const characters = Object.values({ ...profile.keyboard, digits: [] })
    .flat()
    .join('');
  const text = fc.string({
    unit: fc.constantFrom(...characters, ' '),
    maxLength: profile.accountNameLength,
  });
  fc.assert(
    fc.property(text, text, (before, wanted) => {
      const { actor, screen, press, tap } = machine();
      tap('Manage Accounts');
      tap('Create new account');
      for (const typed of [before, wanted]) {
        for (const point of model.keysFor(actor.getSnapshot(), typed) ?? []) {
          if (typeof point !== 'string') press(point);
        }
        expect(screen().field?.value).toBe(typed);
      }
    }),
    { numRuns: 30 },
  );
});

test('a character that no key gives cannot be typed', () => {
  const { actor, tap } = machine();
  tap('Manage Accounts');
  tap('Create new account');
  expect(model.keysFor(actor.getSnapshot(), 'a☃')).toBeUndefined();
});

test('a password is a row of bullets wherever a press is named', () => {
  const { screen, tap, actor } = machine();
  for (const text of ['Settings', 'System', 'Users', 'Enable user logins']) tap(text);
  for (const point of model.keysFor(actor.getSnapshot(), 'sue') ?? []) {
    expect(model.nameOf(point, screen())).not.toBe('•');
    const event = model.eventOf(point, actor.getSnapshot(), 0);
    if (event) actor.send(event);
  }
  tap('OK');
  expect(screen().field?.secret).toBe(true);
  for (const point of model.keysFor(actor.getSnapshot(), 'secret') ?? []) {
    expect(model.nameOf(point, screen())).toBe('•');
  }
});
