import type { Millis, PeerAnswer } from '#core';
import type { dataCentre, securityCore } from '#models';
import type { MeterFault } from '../fault.ts';

/** The rules that every machine keeps in dealing with the Data Centre. */
export type PostalRules = typeof dataCentre.postalRules;

/** The values of a profile that those rules go by. */
export type PostalValues = dataCentre.PostalSettings;

/** What every machine gives faults to take hold of: the rules it shares, and what it reads back. */
export interface FundsSeeding {
  readonly inRules: (
    name: string,
    description: string,
    replace: (real: PostalRules, profile: PostalValues) => Partial<PostalRules>,
  ) => MeterFault;
  readonly atPowerOn: (
    name: string,
    description: string,
    read: <Meter extends dataCentre.PostalMeter>(memory: Meter) => Meter,
  ) => MeterFault;
}

/** An answer as it is being taken. */
export interface Taking {
  readonly meter: dataCentre.PostalMeter;
  readonly call: dataCentre.Call;
  readonly answer: PeerAnswer;
  readonly now: Millis;
}

/** What an answer changes. */
export type Taken = dataCentre.Prepared;

/** A fault in what becomes of an answer: `change` makes something else of it. */
export const takingWrongly = (
  { inRules }: FundsSeeding,
  name: string,
  description: string,
  change: (taken: Taken, taking: Taking, settings: PostalValues) => Taken,
): MeterFault =>
  inRules(name, description, ({ takeAnswer }) => ({
    takeAnswer: (meter, call, answer, now, settings) =>
      change(
        takeAnswer(meter, call, answer, now, settings),
        { meter, call, answer, now },
        settings,
      ),
  }));

/** A fault in how a message is made ready. */
export const preparingWrongly = (
  { inRules }: FundsSeeding,
  name: string,
  description: string,
  change: (prepared: Taken, meter: dataCentre.PostalMeter) => Taken,
): MeterFault =>
  inRules(name, description, ({ prepareMessage }) => ({
    prepareMessage: (meter, call, now) => change(prepareMessage(meter, call, now), meter),
  }));

/** What an answer has just brought about. */
export function newNote(
  { call }: Taken,
  { call: before }: Taking,
): dataCentre.CallNote | undefined {
  return call.notes.length > before.notes.length ? call.notes.at(-1) : undefined;
}

/** Postage as it is added to a security core, in all of its figures. */
export const adding = (
  core: securityCore.SecurityCore,
  amount: number,
): securityCore.SecurityCore => ({
  ...core,
  descending: core.descending + amount,
  controlTotal: core.controlTotal + amount,
  refilled: core.refilled + amount,
});

/** An answer that says something else, where it has come at all and is JSON. */
export function answerWith(
  answer: PeerAnswer,
  parts: Readonly<Record<string, unknown>>,
): PeerAnswer {
  if (answer.status !== 'answered' || answer.code !== 200) return answer;
  const said = jsonOf(answer.body);
  return said === undefined
    ? answer
    : { ...answer, body: JSON.stringify(Object.assign({}, said, parts)) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
