import type { Frame, StickPlace } from '#core';
import { frameIn, measuredFrameText } from '../frame-text.ts';
import { type Catalog, type Day, LinkNonsense, type TimeOfDay, type Who } from '../operations.ts';
import { stickPlaces } from '../stick-places.ts';
import { blockHead, blockOf, quoted, textBlockOf, textOf, type Written } from './bytes.ts';
import { type Element, elementText, type Field } from './elements.ts';
import { placeNamed } from './params.ts';

/** How the answer to a query is written and read; reading throws LinkNonsense for what is none. */
export interface AnswerCodec<Answer> {
  write(answer: Answer): Written;
  read(element: Element): Answer;
}

/** What commands have that are no queries. */
export const noAnswer: AnswerCodec<undefined> = {
  write: () => '',
  read: () => undefined,
};

const nonsense = (element: Element, wanted: string): LinkNonsense =>
  new LinkNonsense(`${wanted} was expected, and this came: ${elementText(element)}`);

const textIn = (field: Field | undefined): string =>
  field === undefined || field.kind === 'block' ? '' : field.text;

function numbersIn(element: Element, count: number, wanted: string): readonly number[] {
  const texts = element.fields.map(textIn);
  const numbers = texts.map(Number);
  if (numbers.length !== count || !texts.every((text) => /^[+-]?\d/.test(text))) {
    throw nonsense(element, wanted);
  }
  return numbers;
}

const wholeWanted = 'a whole number';

/** A whole number. */
export const wholeAnswer: AnswerCodec<number> = {
  write: (value) => String(value),
  read: (element) => {
    const [value = Number.NaN] = numbersIn(element, 1, wholeWanted);
    if (!Number.isSafeInteger(value)) throw nonsense(element, wholeWanted);
    return value;
  },
};

/** `1` or `0`. */
export const onOffAnswer: AnswerCodec<boolean> = {
  write: (on) => (on ? '1' : '0'),
  read: (element) => {
    const text = textIn(element.fields[0]).toUpperCase();
    if (element.fields.length === 1 && (text === '1' || text === 'ON')) return true;
    if (element.fields.length === 1 && (text === '0' || text === 'OFF')) return false;
    throw nonsense(element, '1 or 0');
  },
};

/** `MET`, `HOST` or `OUT`. */
export const placeAnswer: AnswerCodec<StickPlace> = {
  write: (place) => stickPlaces[place].replaceAll(/[a-z]/g, ''),
  read: (element) => {
    const place = element.fields.length === 1 ? placeNamed(textIn(element.fields[0])) : undefined;
    if (!place) throw nonsense(element, 'MET, HOST or OUT');
    return place;
  },
};

/** Words between commas; none is an empty element. */
export const wordsAnswer: AnswerCodec<readonly string[]> = {
  write: (words) => words.join(','),
  read: (element) => {
    const words = element.fields.map(textIn);
    if (words.length === 1 && words[0] === '') return [];
    if (!words.every((word) => /^\w+$/.test(word))) throw nonsense(element, 'a list of words');
    return words;
  },
};

const plain = (text: string): string => text.replaceAll(/[^ -~]|[,;"']/g, '?');

/** `Quadient,IS-440,440000123,1.0.0-emu` */
export const whoAnswer: AnswerCodec<Who> = {
  write: ({ maker, model, serial, firmware }) =>
    [maker, model, serial, firmware].map(plain).join(','),
  read: (element) => {
    const [maker = '', model = '', serial = '', firmware = ''] = element.fields.map(textIn);
    if (element.fields.length !== 4) throw nonsense(element, 'maker, model, serial and firmware');
    return { maker, model, serial, firmware };
  },
};

/** A block of bytes. */
export const blockAnswer: AnswerCodec<Uint8Array> = {
  write: blockOf,
  read: (element) => {
    const [field] = element.fields;
    if (element.fields.length !== 1 || field?.kind !== 'block') throw nonsense(element, 'a block');
    return field.bytes;
  },
};

/** The text of a block. */
function blockText(element: Element): string {
  const bytes = blockAnswer.read(element);
  const [field] = element.fields;
  return (field?.kind === 'block' ? field.text : undefined) ?? textOf(bytes);
}

/** A block of JSON, which `write` writes whole, and whose text `read` reads where it is what is wanted. */
const textAnswer = <Answer>(
  write: (answer: Answer) => string,
  read: (text: string) => Answer | undefined,
  wanted: string,
): AnswerCodec<Answer> => ({
  write,
  read: (element) => {
    const text = blockText(element);
    const answer = read(text);
    if (answer !== undefined) return answer;
    throw new LinkNonsense(`${wanted} was expected, and this came: ${text.slice(0, 120)}`);
  },
});

/** A frame. */
export const frameAnswer: AnswerCodec<Frame> = textAnswer(
  (frame) => {
    const { text, bytes } = measuredFrameText(frame);
    return `${blockHead(bytes)}${text}`;
  },
  frameIn,
  'a frame',
);

/** A block of JSON, of which `known` takes what it knows. */
export const jsonAnswer = <Answer>(
  known: (value: unknown) => Answer | undefined,
  wanted: string,
): AnswerCodec<Answer> =>
  textAnswer(
    (answer) => textBlockOf(JSON.stringify(answer)),
    (text) => known(jsonIn(text)),
    wanted,
  );

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `<used>,<free>,"<name>,<type>,<size>"…`; a name may hold commas. */
export const catalogAnswer: AnswerCodec<Catalog> = {
  write: ({ used, free, entries }) =>
    [
      used,
      free,
      ...entries.map(({ name, kind, size }) =>
        quoted(`${name},${kind === 'folder' ? 'DIR' : 'FILE'},${size}`),
      ),
    ].join(','),
  read: (element) => {
    const wanted = 'a catalog';
    const [used = 0, free = 0] = numbersIn({ fields: element.fields.slice(0, 2) }, 2, wanted);
    const entries = element.fields.slice(2).map((field) => {
      const [, name, type, size] = /^(.*),(\w*),(\d+)$/s.exec(textIn(field)) ?? [];
      if (name === undefined || field.kind !== 'string') throw nonsense(element, wanted);
      const kind = type?.toUpperCase() === 'DIR' ? ('folder' as const) : ('file' as const);
      return { name, kind, size: Number(size) };
    });
    return { used, free, entries };
  },
};

/** `2026,1,5` */
export const dayAnswer: AnswerCodec<Day> = {
  write: ({ year, month, day }) => `${year},${month},${day}`,
  read: (element) => {
    const [year = 0, month = 0, day = 0] = numbersIn(element, 3, 'a date');
    const known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!known || ![year, month, day].every(Number.isInteger)) throw nonsense(element, 'a date');
    return { year, month, day };
  },
};

/** `9,0,0.050`: the seconds have three decimals where they are not whole. */
export const timeAnswer: AnswerCodec<TimeOfDay> = {
  write: ({ hour, minute, second }) =>
    `${hour},${minute},${Number.isInteger(second) ? second : second.toFixed(3)}`,
  read: (element) => {
    const [hour = 0, minute = 0, second = 0] = numbersIn(element, 3, 'a time');
    const known = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    const whole = Number.isInteger(hour) && Number.isInteger(minute);
    if (!known || !whole || !(second >= 0 && second < 61)) throw nonsense(element, 'a time');
    return { hour, minute, second };
  },
};
