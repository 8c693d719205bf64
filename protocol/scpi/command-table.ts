import { knownImprint, knownLedger } from '../known-values.ts';
import type { AnswerOf, OperationName, ParamsOf } from '../operations.ts';
import {
  type AnswerCodec,
  blockAnswer,
  catalogAnswer,
  dayAnswer,
  frameAnswer,
  jsonAnswer,
  noAnswer,
  onOffAnswer,
  placeAnswer,
  timeAnswer,
  whoAnswer,
  wholeAnswer,
  wordsAnswer,
} from './answer-codecs.ts';
import {
  block,
  json,
  keyName,
  onOff,
  optional,
  type ParamCodec,
  path,
  rounded,
  stickPlace,
  whole,
} from './params.ts';

/** The parameters of an operation in the order in which they are written. */
export type ParamCodecs<Params> = {
  readonly [Name in keyof Params]-?: ParamCodec<Exclude<Params[Name], undefined>>;
};

/** How one operation is written in SCPI. */
export interface Command<Name extends OperationName = OperationName> {
  /** Without `?`: capitals are the short form, `[…]` may be left out. */
  readonly header: string;
  readonly query: boolean;
  readonly params: ParamCodecs<ParamsOf<Name>>;
  readonly answer: AnswerCodec<AnswerOf<Name>>;
  /** Whether a second time, right after the first, leaves the meter and answers as the first did. */
  readonly repeatable: boolean;
}

const ask = <Params, Answer>(
  header: string,
  answer: AnswerCodec<Answer>,
  params: Params,
  repeatable = true,
) => ({ header, query: true, params, answer, repeatable });

const tell = <Params>(header: string, params: Params, repeatable: boolean) => ({
  header,
  query: false,
  params,
  answer: noAnswer,
  repeatable,
});

const many = Number.MAX_SAFE_INTEGER;
/** The greatest sequence number: after it the numbers must be reset. */
export const lastSequence = 2_147_483_647;
const sequence = whole(1, lastSequence);
const pixel = rounded(0, 65_535, 0);
const longestWait = 2_147_483_647;
const tenYears = 315_576_000;

/** Every operation in SCPI: the only place where headers, parameters and answers are written down. */
export const commandTable: { readonly [Name in OperationName]: Command<Name> } = {
  identify: ask('*IDN', whoAnswer, {}),
  restart: tell('*RST', {}, false),
  capabilities: ask('SYSTem:CAPability', wordsAnswer, {}),
  press: tell('PANel:KEY', { seq: sequence, key: keyName }, true),
  touch: tell('PANel:TOUCh', { seq: sequence, x: pixel, y: pixel }, true),
  sequence: ask('PANel:SEQuence', wholeAnswer, {}),
  resetSequence: tell('PANel:SEQuence:RESet', {}, true),
  frameNumber: ask('DISPlay:FRAMe', wholeAnswer, {}),
  screen: ask('DISPlay:SCReen', frameAnswer, {}),
  wait: ask(
    'DISPlay:WAIT',
    wholeAnswer,
    { frame: whole(0, many), ms: rounded(0, longestWait, 0) },
    false,
  ),
  picture: ask('HCOPy:SDUMp:DATA', blockAnswer, {}),
  switchPower: tell('OUTPut:STATe', { on: onOff }, true),
  powered: ask('OUTPut:STATe', onOffAnswer, {}),
  plugStick: tell('ROUTe:STICk', { place: stickPlace }, true),
  stickPlace: ask('ROUTe:STICk', placeAnswer, {}),
  catalog: ask('MMEMory:CATalog', catalogAnswer, { folder: optional(path(0)) }),
  readFile: ask('MMEMory:DATA', blockAnswer, { path: path(1) }),
  writeFile: tell('MMEMory:DATA', { path: path(1), bytes: block }, true),
  deleteFile: tell('MMEMory:DELete', { path: path(1) }, false),
  plugNetwork: tell('ROUTe:NETWork', { on: onOff }, true),
  plugPrinter: tell('ROUTe:PRINter', { on: onOff }, true),
  feed: tell('FEED:ITEM', { grams: optional(rounded(0, 100_000, 3)) }, false),
  imprint: ask('FEED:IMPRint', jsonAnswer(knownImprint, 'an imprint'), {}),
  date: ask('SYSTem:DATE', dayAnswer, {}),
  time: ask('SYSTem:TIME', timeAnswer, {}),
  advance: tell('SYSTem:TIME:ADVance', { seconds: rounded(0, tenYears, 3) }, false),
  renew: tell('EMULator:NEW', { renewal: json }, false),
  ledger: ask('EMULator:LEDGer', jsonAnswer(knownLedger, 'the figures of a security core'), {}),
  cutWhenWriting: tell('EMULator:CUT', { bytes: whole(0, many) }, false),
  protectStick: tell('EMULator:STICk:PROTect', { on: onOff }, true),
  fillStick: tell('EMULator:STICk:FILL', { bytesFree: whole(0, many) }, false),
  killFile: tell('EMULator:STICk:KILL', { path: path(1) }, false),
  wearStickOut: tell('EMULator:STICk:WEAR', {}, true),
  stickImage: ask('EMULator:STICk:IMAGe', blockAnswer, {}),
  useBusinessManager: tell('EMULator:BMANager', { on: onOff }, true),
};
