import type { StickPlace } from '#core';
import { LinkRefusal } from '../operations.ts';
import { stickPlaceNames, stickPlaces } from '../stick-places.ts';
import { blockOf, quoted, strictTextOf, textBlockOf, type Written } from './bytes.ts';
import { type Datum, shown } from './datum.ts';
import { formsOf } from './headers.ts';

/** How one parameter is written and read; reading refuses with -104, -138, -222 or -224. */
export interface ParamCodec<Value> {
  readonly optional: boolean;
  write(value: Value): Written;
  read(datum: Datum): Value;
}

const required = <Value>(
  write: (value: Value) => Written,
  read: (datum: Datum) => Value,
): ParamCodec<Value> => ({ optional: false, write, read });

/** A parameter at the end that may be left out. */
export const optional = <Value>(codec: ParamCodec<Value>): ParamCodec<Value> => ({
  ...codec,
  optional: true,
});

const wrongKind = (datum: Datum, wanted: string): LinkRefusal =>
  datum.kind === 'quantity'
    ? new LinkRefusal(-138, shown(datum.text))
    : new LinkRefusal(-104, `${wanted} is wanted, not a ${datum.kind}`);

function numberOf(datum: Datum, least: number, greatest: number): number {
  if (datum.kind !== 'number') throw wrongKind(datum, 'a number');
  if (!(datum.value >= least && datum.value <= greatest)) {
    throw new LinkRefusal(-222, `${shown(datum.text)} is not in ${least}...${greatest}`);
  }
  return datum.value;
}

/** A whole number; one with a fraction is refused, since it may count something. */
export const whole = (least: number, greatest: number): ParamCodec<number> =>
  required(
    (value) => String(value),
    (datum) => {
      const value = numberOf(datum, least, greatest);
      if (!Number.isInteger(value)) throw new LinkRefusal(-224, `${value} is no whole number`);
      return Object.is(value, -0) ? 0 : value;
    },
  );

/** A number that is rounded to `decimals` places. */
export const rounded = (least: number, greatest: number, decimals: number): ParamCodec<number> => {
  const factor = 10 ** decimals;
  const round = (value: number): number => Math.round(value * factor) / factor + 0;
  return required(
    (value) => String(round(value)),
    (datum) => round(numberOf(datum, least, greatest)),
  );
};

/** `ON` or `OFF`, also 1 or 0. */
export const onOff: ParamCodec<boolean> = required(
  (on) => (on ? 'ON' : 'OFF'),
  (datum) => {
    if (datum.kind !== 'word' && datum.kind !== 'number') throw wrongKind(datum, 'ON or OFF');
    const text = datum.kind === 'word' ? datum.text.toUpperCase() : String(datum.value);
    if (text !== 'ON' && text !== 'OFF' && text !== '1' && text !== '0') {
      throw new LinkRefusal(-224, `${shown(datum.text)} is not ON or OFF`);
    }
    return text === 'ON' || text === '1';
  },
);

/** A key by its name, in capitals: a word, or digits as they are written. */
export const keyName: ParamCodec<string> = required(
  (key) => key,
  (datum) => {
    if (datum.kind !== 'word' && datum.kind !== 'number') throw wrongKind(datum, "a key's name");
    if (!/^\w+$/.test(datum.text)) throw new LinkRefusal(-224, `no key ${shown(datum.text)}`);
    return datum.text.toUpperCase();
  },
);

/** Where a stick is plugged in: `METer`, `HOST` or `OUT`. */
export const stickPlace: ParamCodec<StickPlace> = required(
  (place) => stickPlaces[place].replaceAll(/[a-z]/g, ''),
  (datum) => {
    if (datum.kind !== 'word') throw wrongKind(datum, 'METer, HOST or OUT');
    const place = placeNamed(datum.text);
    if (!place) throw new LinkRefusal(-224, `${shown(datum.text)} is not METer, HOST or OUT`);
    return place;
  },
);

/** The place that a word in short or long form means. */
export const placeNamed = (word: string): StickPlace | undefined =>
  places.find(([, forms]) => forms.includes(word.toUpperCase()))?.[0];

const places = stickPlaceNames.map((place) => [place, formsOf(stickPlaces[place])] as const);

const control = /\p{Cc}/u;

/** A path on the stick, with `/` between folders; the root folder is the empty path. */
export const path = (least: 0 | 1): ParamCodec<string> =>
  required(
    (value) => quoted(value),
    (datum) => {
      if (datum.kind !== 'string') throw wrongKind(datum, 'a path in quotes');
      const { text } = datum;
      if (text.length < least || text.length > 1024 || control.test(text)) {
        throw new LinkRefusal(-257, shown(text));
      }
      return text;
    },
  );

/** Bytes as a block. */
export const block: ParamCodec<Uint8Array> = required(blockOf, (datum) => {
  if (datum.kind !== 'block') throw wrongKind(datum, 'a block');
  return datum.bytes;
});

/** A block of JSON. */
export const json: ParamCodec<unknown> = required(
  (value) => textBlockOf(JSON.stringify(value)),
  (datum) => {
    if (datum.kind !== 'block') throw wrongKind(datum, 'a block of JSON');
    return jsonOf(datum.bytes);
  },
);

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strictTextOf(bytes) ?? '');
  } catch {
    throw new LinkRefusal(-224, 'it is no JSON');
  }
}
