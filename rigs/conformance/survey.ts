import { capabilitiesOf, isEmulated, knownWords } from '#protocol';
import { handsOfMeter } from './hands.ts';
import type { Subject } from './subject.ts';
import { learnToggle } from './toggle.ts';
import { type KitLimits, nothingLearned, type Survey, Workbench } from './workbench.ts';

/** What was learned, and what went wrong as it was learned. */
export interface Surveyed {
  readonly survey: Survey;
  readonly problem: unknown;
}

/** Learns what the cases need to know of a rig: as much as it lets itself be asked. */
export async function surveyOf(subject: Subject, limits: KitLimits): Promise<Surveyed> {
  const bench = new Workbench(subject, nothingLearned, limits);
  let survey = nothingLearned;
  try {
    const between = subject.openCarrier ?? subject.openAsker;
    for await (const learned of between ? askedOf(bench) : lookedAt(bench)) survey = learned;
    return { survey, problem: undefined };
  } catch (problem) {
    return { survey, problem };
  } finally {
    // What cannot be closed shows again in the cases.
    await bench.close().catch(() => undefined);
  }
}

async function* askedOf(bench: Workbench): AsyncGenerator<Survey> {
  const operator = await bench.operator();
  const told = await operator.capabilities();
  const words = knownWords(told);
  const capabilities = capabilitiesOf(words);
  yield { ...nothingLearned, words, capabilities };
  const who = await operator.identity();
  const identity = { ...who, emulated: isEmulated(told, who.firmware) };
  yield { identity, words, capabilities, toggle: undefined };
  const toggle = await learnToggle(operator.hands(words));
  yield { identity, words, capabilities, toggle };
}

async function* lookedAt(bench: Workbench): AsyncGenerator<Survey> {
  const meter = await bench.meter();
  const { identity, capabilities } = meter;
  const toggle = await learnToggle(handsOfMeter(meter));
  yield { identity, capabilities, words: undefined, toggle };
}
