import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, assign, createActor, setup } from 'xstate';
import type { Screen } from '#core';
import { specOf } from '../place.ts';
import { isFull, touchChanges } from './changes.ts';
import { button, filledLine, row } from './elements.ts';
import { type FieldSpec, fieldOn, letterModes } from './field.ts';
import { item, pageable } from './list.ts';
import { touchModel } from './model.ts';
import type { OnScreen, Panel, ScreenSpec } from './panel.ts';
import { coverable, fieldState, messageState, paging, unless } from './states.ts';
import type { Tap } from './tap.ts';
import { movesOf } from './taps.ts';

const english = {
  home: 'Home',
  ok: 'OK',
  cancel: 'Cancel',
  pageUp: 'Up',
  pageDown: 'Down',
  pleaseWait: 'Please wait',
  required: '{label} *',
  value: '{label}: {value}',
  shift: 'Shift',
  letters: 'abc',
  symbols: '#+=',
  accents: 'áñ',
  space: 'Space',
  backspace: 'Erase',
  clear: 'Clear',
  greeting: 'Welcome, {name}',
  name: 'Name',
  nameMissing: 'Enter a name.',
  orders: '{count} orders of {name}',
};
const french: typeof english = {
  ...english,
  pageDown: 'Bas',
  space: 'Espace',
  greeting: 'Bienvenue, {name}',
  name: 'Nom',
  orders: '{count} commandes de {name}',
};

type Text = keyof typeof english;
type View = 'greeting' | 'orders' | 'notice';
type Names = { text: Text; view: View; field: 'name' };
interface Context extends OnScreen {
  readonly name: string;
  readonly orders: number;
}

const characters = 'abcdefghijklmnopqrstuvwxyz';
const profile = {
  displayWidth: 640,
  displayHeight: 480,
  visibleRows: 6,
  nameLength: 8,
  keyboard: {
    lower: ['abcdefghij', 'klmnopqrs', 'tuvwxyz'],
    upper: ['ABCDEFGHIJ', 'KLMNOPQRS', 'TUVWXYZ'],
    symbols: ['.-'],
    accents: ['éèçñ'],
    digits: ['123'],
  },
};
type Profile = typeof profile;

/** A machine of three screens, in two languages: a greeting, a field, and a list of some pages. */
function machineOf(language: 'en-GB' | 'fr-FR', orders: number) {
  const texts = language === 'en-GB' ? english : french;
  const named: FieldSpec<Text, Profile> = {
    label: 'name',
    maxLength: ({ nameLength }) => nameLength,
    modes: letterModes,
  };
  const panel: Panel<Names, Context> = {
    texts,
    profile: { ...profile, language },
    elementsOf: (view, context) => {
      switch (view) {
        case 'greeting':
          return [row('name', context.name, { texts }, true), button('orders', { texts })];
        case 'orders':
          return pageable(
            Array.from({ length: context.orders }, (_, at) => item(String(at), `No. ${at + 1}`)),
            'none',
          );
        case 'notice':
          return [filledLine('nameMissing', {}, { texts }, 'error')];
        default:
          return view satisfies never;
      }
    },
    fieldOf: () => fieldOn(named, profile),
    titleValues: (_title, { name, orders: count }) => ({ name, count }),
  };
  const touch = touchChanges(panel);
  type Event = Tap<Text> & { readonly at: number };
  const change = <Params = undefined>(
    patch: (context: Context, event: Event, params: Params) => Partial<Context>,
  ) =>
    assign<Context, Event, Params, Event, never>(
      ({ context, event }: { context: Context; event: Event }, params: Params) =>
        patch(context, event, params),
    );
  const refused = messageState('greeting' as const, 'notice' as const, 'Ready');
  const chart = setup({
    types: {
      context: {} as Context,
      events: {} as Event,
      meta: {} as { readonly screen: ScreenSpec<Names> },
    },
    guards: {
      fieldFull: ({ context }, { field }: { field: 'name' }) => isFull(field, context, panel),
      fieldEmpty: ({ context }) => context.field.value === '',
    },
    actions: {
      beep: change(touch.beep),
      turnPage: change((context, event, params: { view: View }) =>
        touch.turnPage(context, event, params),
      ),
      openField: change((context, _event, { field }: { field: 'name'; from?: 'name' }) =>
        touch.openField(field, context.name),
      ),
      typeCharacter: change(touch.typeCharacter),
      changeMode: change(touch.changeMode),
      backspace: change(touch.backspace),
      clearField: change(touch.clearField),
      keepName: change(({ field }) => ({ name: field.value })),
      refuse: change((context, _event, _params: { text: Text }) => touch.beep(context)),
    },
  }).createMachine({
    context: {
      top: 0,
      field: { value: '', mode: 'lower' },
      beeps: 0,
      name: 'Ann',
      orders,
    },
    initial: 'Greeting',
    states: {
      Greeting: {
        meta: { screen: { title: 'greeting', view: 'greeting', dialog: true } },
        on: { 'TAP.name': 'Name', 'TAP.orders': 'Orders' },
      },
      Name: fieldState(
        'name' as const,
        {
          field: 'name' as const,
          ok: unless([{ when: 'fieldEmpty', text: 'nameMissing' } as const], {
            target: 'Greeting',
            actions: 'keepName',
          } as const),
          cancel: 'Greeting' as const,
        },
        refused,
      ),
      Orders: {
        ...coverable(),
        meta: { screen: { title: 'orders', view: 'orders', buttons: ['ok'] } },
        on: { ...paging('orders' as const), 'TAP.home': 'Greeting', 'TAP.ok': 'Greeting' },
      },
    },
  });
  const shownBy = (snapshot: AnyMachineSnapshot) => ({
    spec: specOf<ScreenSpec<Names>>(snapshot),
    context: snapshot.context as Context, // the snapshot is of this chart
  });
  const model = touchModel(panel, shownBy);
  const actor = createActor(chart).start();
  const screen = (): Screen => model.screenOf(actor.getSnapshot());
  const tap = (text: string) => {
    const point = model.keyToChoose(screen(), text);
    if (!point) throw new Error(`nothing says "${text}"`);
    press(point);
  };
  const press = (point: { readonly x: number; readonly y: number }) => {
    const event = model.eventOf(point, actor.getSnapshot(), 7);
    // Every tap of this panel is an event of this chart.
    if (event) actor.send(event as Event);
    return event;
  };
  const type = (text: string) => {
    const points = model.keysFor(actor.getSnapshot(), text);
    points?.forEach(press);
    return points !== undefined;
  };
  return { model, actor, panel, screen, tap, press, type, shownBy };
}

describe.each([
  ['en-GB', 'Welcome, Ann', 'Name *: Ann', '20 orders of Ann', 'Space'],
  ['fr-FR', 'Bienvenue, Ann', 'Nom *: Ann', '20 commandes de Ann', 'Espace'],
] as const)('in %s', (language, greeting, name, orders, space) => {
  test('titles have their values, and rows and keys their texts', () => {
    const { screen, tap, model, panel } = machineOf(language, 20);
    expect(screen()).toMatchObject({ title: greeting, language });
    expect(screen().rows.map(({ text }) => text)).toEqual([name, panel.texts.orders]);
    tap(panel.texts.orders);
    expect(screen().title).toBe(orders);
    tap(english.ok);
    tap(name);
    expect(model.nameOf({ x: 350, y: 320 }, screen())).toBe(space);
  });
});

test('an entry on any page is reached by the page buttons that are planned, forth and back', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 40 })
        .chain((count) =>
          fc.tuple(
            fc.constant(count),
            fc.integer({ min: 1, max: count }),
            fc.integer({ min: 1, max: count }),
          ),
        ),
      ([count, first, second]) => {
        const { model, actor, screen, press, tap, panel } = machineOf('fr-FR', count);
        tap(panel.texts.orders);
        for (const wanted of [first, second]) {
          model.keysToRow(actor.getSnapshot(), `No. ${wanted}`)?.forEach(press);
          const point = model.keyToChoose(screen(), `No. ${wanted}`);
          expect(point && press(point)).toEqual({ type: 'PICK', id: String(wanted - 1), at: 7 });
        }
        const page = Math.floor((second - 1) / profile.visibleRows);
        expect(screen().more).toEqual({
          above: page > 0,
          below: (page + 1) * profile.visibleRows < count,
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('a list without entries says so, and has no page to turn to', () => {
  const { model, actor, screen, tap, panel } = machineOf('en-GB', 0);
  tap(panel.texts.orders);
  expect(screen().rows[0]).toEqual({ text: 'none', role: 'message' });
  expect(screen().more).toEqual({ above: false, below: false });
  expect(model.keysToRow(actor.getSnapshot(), 'No. 1')).toBeUndefined();
});

test('a field takes what it is long enough for, beeps at more, and is refused when empty', () => {
  const { screen, tap, type } = machineOf('en-GB', 0);
  tap('Name *: Ann');
  expect(screen().field).toEqual({
    label: 'Name',
    value: 'Ann',
    maxLength: profile.nameLength,
    secret: false,
    mode: 'lower',
  });
  expect(type(characters)).toBe(true);
  expect(screen()).toMatchObject({
    field: { value: characters.slice(0, profile.nameLength) },
    beeps: characters.length - profile.nameLength,
  });
  expect(type('Zoé')).toBe(true);
  tap('OK');
  expect(screen().title).toBe('Welcome, Zoé');
  tap('Name *: Zoé');
  type('');
  tap('OK');
  expect(screen().rows.map(({ text }) => text)).toEqual(['Enter a name.', 'OK']);
  tap('OK');
  expect(screen().field?.value).toBe('');
});

test('only a dialog has no way home', () => {
  const { screen, tap } = machineOf('en-GB', 0);
  expect(screen().rows.map(({ text }) => text)).not.toContain('Home');
  tap('{count} orders of {name}');
  tap('Home');
  expect(screen().title).toBe('Welcome, Ann');
});

test('of a text that is known to be right, the next key is worth trying', () => {
  const { actor, tap, panel, press, shownBy, screen } = machineOf('en-GB', 0);
  tap('Name *: Ann');
  const shown = () => shownBy(actor.getSnapshot());
  const points = movesOf(shown(), panel);
  expect(movesOf(shown(), panel, 'Bobby')).toEqual(points);
  const [next, ...none] = movesOf(shown(), panel, 'Anna').slice(points.length);
  expect(none).toEqual([]);
  if (next) press(next);
  expect(screen().field?.value).toBe('Anna');
  expect(movesOf(shown(), panel, 'Anna')).toEqual(points);
});
