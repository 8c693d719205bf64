import type { FieldName } from '../fields.ts';
import type { LinesName } from '../lines.ts';
import type { ListName } from '../lists.ts';
import { type MenuName, menus } from '../menus.ts';
import type { TextKey } from '../texts.en-GB.ts';
import type { NoticeParams } from './actions.ts';
import type { PanelState } from './setup.ts';

type Transitions = NonNullable<PanelState['on']>;
type Step = NonNullable<Transitions['OK']>;
type Actions = PanelState['entry'];

/** Takes no key and no envelope: what is going on goes on. */
export const deaf: Transitions = {
  OK: {},
  C: {},
  MENU: {},
  HOME: {},
  UP: {},
  DOWN: {},
  LEFT: {},
  RIGHT: {},
  DIGIT: {},
  FEED: { actions: 'beep' },
};

/** A message that OK or C takes away. */
export function message(title: TextKey, back: string, below?: TextKey): PanelState {
  return {
    meta: { screen: { kind: 'notice', title, ...(below ? { below } : {}) } },
    on: { ...deaf, OK: { target: back }, C: { target: back } },
  };
}

interface MenuParts {
  readonly title: TextKey;
  readonly menu: MenuName;
  /** Where C leads. */
  readonly back: string;
  /** Where each entry leads, by the text of the entry. */
  readonly open: Readonly<Record<string, string>>;
  readonly on?: Transitions;
  readonly above?: LinesName;
  /** What is drafted anew each time the menu opens: an edit that was left is forgotten. */
  readonly draft?: 'draftAccountAgain' | 'draftOperatorAgain';
}

/** A menu: arrows and OK, or the number of an entry. Two-digit numbers wait for their second digit. */
export function menu(parts: MenuParts): PanelState {
  const { title, menu: name, back, open, above, draft, on } = parts;
  const entries = menus[name].map(({ text }) => {
    const target = open[text];
    if (target === undefined) throw new Error(`menu ${name}: no target for ${text}`);
    return { id: text, target };
  });
  const numbered = entries.map(({ id, target }) => ({
    guard: { type: 'numberIs' as const, params: { menu: name, id } },
    target,
  }));
  const up = { type: 'moveUp', params: { list: name } } as const;
  const down = { type: 'moveDown', params: { list: name } } as const;
  return {
    entry: [...(draft ? [draft] : []), { type: 'openList', params: { list: name } }],
    meta: { screen: { kind: 'list', title, list: name, ...(above ? { above } : {}) } },
    initial: 'Ready',
    states: {
      Ready: {},
      'Number Begun': {
        after: { shortcut: 'Number Taken' },
        on: {
          OK: 'Number Taken',
          C: { target: 'Ready', actions: 'forgetShortcut' },
          UP: { target: 'Ready', actions: up },
          DOWN: { target: 'Ready', actions: down },
        },
      },
      'Number Taken': { type: 'final' },
    },
    onDone: [...numbered, { target: '.Ready', actions: ['forgetShortcut', 'beep'] }],
    on: {
      UP: { actions: up },
      DOWN: { actions: down },
      OK: entries.map(({ id, target }) => ({
        guard: { type: 'selected' as const, params: { list: name, id } },
        target,
      })),
      DIGIT: [
        ...entries.map(({ id, target }) => ({
          guard: { type: 'numberOpens' as const, params: { menu: name, id } },
          target,
        })),
        {
          guard: { type: 'numberBegins', params: { menu: name } },
          target: '.Number Begun',
          actions: 'typeShortcut',
        },
        { target: '.Ready', actions: ['forgetShortcut', 'beep'] },
      ],
      C: { target: back },
      ...on,
    },
  };
}

interface ListParts {
  readonly title: TextKey;
  readonly list: ListName;
  readonly back?: string;
  readonly at?: 'draft-status' | 'mode';
  readonly above?: LinesName;
  readonly ok: Step;
  /** Reasons to refuse the choice, asked in this order before `ok`. */
  readonly refusals?: readonly Refusal[];
  /** Digits search the list by number. */
  readonly byNumber?: boolean;
  readonly on?: Transitions;
}

/** Something that the machine does not accept, and what it says then. */
export interface Refusal extends NoticeParams {
  readonly when: NonNullable<Exclude<Step, string | readonly unknown[]>['guard']>;
}

const refusing = (refusals: readonly Refusal[], target: string) =>
  refusals.map(({ when, ...params }) => ({
    guard: when,
    target,
    actions: { type: 'refuse' as const, params },
  }));

const asArray = (step: Step) => (Array.isArray(step) ? step : [step]) as never[];

/** A list to choose from. */
export function list(parts: ListParts): PanelState {
  const { title, list: name, above, at, back, refusals = [] } = parts;
  return {
    entry: { type: 'openList', params: { list: name, ...(at ? { at } : {}) } },
    meta: { screen: { kind: 'list', title, list: name, ...(above ? { above } : {}) } },
    initial: 'Ready',
    states: {
      Ready: {},
      ...(refusals.length > 0 ? { Refused: message(title, 'Ready') } : {}),
    },
    on: {
      UP: { actions: { type: 'moveUp', params: { list: name } } },
      DOWN: { actions: { type: 'moveDown', params: { list: name } } },
      OK: [...refusing(refusals, '.Refused'), ...asArray(parts.ok)],
      ...(parts.byNumber
        ? { DIGIT: { actions: { type: 'findByNumber', params: { list: name } } } }
        : {}),
      ...(back ? { C: { target: back } } : {}),
      ...parts.on,
    },
  };
}

interface FieldParts {
  readonly title: TextKey;
  readonly field: FieldName;
  /** Where C leads when nothing is left to clear. */
  readonly back?: string;
  readonly from?: 'number' | 'name' | 'pin' | 'postage' | 'amount';
  readonly above?: LinesName;
  readonly refusals?: readonly Refusal[];
  readonly ok: Step;
  readonly entry?: Actions;
  readonly exit?: Actions;
  readonly on?: Transitions;
}

/**
 * A field to type into. What was typed is there until another screen opens, so that the actions of
 * OK can take it: an exit action would have run before them. C once clears a character, twice in a
 * row the field, and leads back when the field is empty. RIGHT takes a letter, UP changes between
 * digits and letters.
 */
export function field(parts: FieldParts): PanelState {
  const { title, field: name, back, from, above, refusals = [] } = parts;
  const open = { type: 'openField' as const, params: { field: name, ...(from ? { from } : {}) } };
  const tooLong = (target: string) => ({
    guard: { type: 'fieldFull' as const, params: { field: name } },
    target,
    actions: { type: 'refuseTooLong' as const, params: { field: name } },
  });
  const takeDigit = { guard: 'typesDigits', actions: 'typeDigit' } as const;
  const stepLetter = (target: string) => ({ target, actions: 'typeDigit' as const });
  return {
    entry: open,
    ...(parts.exit ? { exit: parts.exit } : {}),
    meta: { screen: { kind: 'field', title, field: name, ...(above ? { above } : {}) } },
    initial: 'Ready',
    states: {
      Ready: {},
      Tapping: { after: { multiTap: { target: 'Ready', actions: 'commitTap' } } },
      'Cleared Once': {
        after: { doublePress: 'Ready' },
        on: {
          C: { target: 'Ready', actions: 'clearAll' },
          DIGIT: [tooLong('Refused'), { ...takeDigit, target: 'Ready' }, stepLetter('Tapping')],
        },
      },
      Refused: message(title, 'Ready'),
    },
    on: {
      DIGIT: [tooLong('.Refused'), takeDigit, stepLetter('.Tapping')],
      RIGHT: { target: '.Ready', actions: 'commitTap' },
      UP: { target: '.Ready', actions: { type: 'nextMode', params: { field: name } } },
      C: [
        ...(back ? [{ guard: 'fieldEmpty' as const, target: back }] : []),
        { target: '.Cleared Once', actions: 'clearOne' },
      ],
      OK: [...refusing(refusals, '.Refused'), ...asArray(parts.ok)],
      ...parts.on,
    },
  };
}

interface LinesParts {
  readonly title: TextKey;
  readonly lines: LinesName;
  readonly ok: Step;
  readonly back?: string;
  readonly on?: Transitions;
}

/** A screen to read and confirm; it scrolls where it has more lines than the display. */
export function lines({ title, lines: name, ok, back, on }: LinesParts): PanelState {
  return {
    entry: 'openLines',
    meta: { screen: { kind: 'lines', title, lines: name } },
    on: {
      UP: { actions: { type: 'scroll', params: { lines: name, by: -1 } } },
      DOWN: { actions: { type: 'scroll', params: { lines: name, by: 1 } } },
      OK: ok,
      ...(back ? { C: { target: back } } : {}),
      ...on,
    },
  };
}

/** The machine works and takes no key until it is done. */
export const busy = (title: TextKey): Pick<PanelState, 'meta'> & { readonly on: Transitions } => ({
  meta: { screen: { kind: 'busy', title } },
  on: deaf,
});

/** Choosing Active or Inactive. */
export const statusList = (title: TextKey, back: string, ok: string): PanelState =>
  list({
    title,
    list: 'status',
    at: 'draft-status',
    back,
    ok: { target: ok, actions: 'draftStatus' },
  });

/** A new PIN that goes into the draft. */
export const newPin = (
  title: TextKey,
  parts: Pick<FieldParts, 'back' | 'ok' | 'above'> & {
    readonly taken: Refusal['when'];
  },
): PanelState =>
  field({
    title,
    field: 'newPin',
    ...parts,
    refusals: [
      { when: 'pinIncomplete', text: 'pinIncomplete', max: 'pin' },
      { when: parts.taken, text: 'pinTaken' },
    ],
  });
