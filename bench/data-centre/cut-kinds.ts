import { BenchError, type Millis, type Press, type ServerTrouble, serverTroubles } from '#core';
import type { Bench } from '../bench.ts';
import { type CutWork, oneMessage } from './cut-work.ts';

/** What is known of a message from a call that was not cut. */
export interface CutStep {
  /** Which message of the operation, counted from 0; -1 is its beginning. */
  readonly message: number;
  /** What is pressed to begin it. */
  readonly presses: readonly Press[];
  /** As the panel calls it. */
  readonly name: string;
  /** From when it is made ready until its answer is taken. */
  readonly lasts: Millis;
  /** What is written when its answer is taken. */
  readonly commitBytes: number;
}

/** One way to cut a message. It is done while the panel shows that message. */
export interface CutKind {
  readonly name: string;
  /** The head of its column. */
  readonly head: string;
  cut(work: CutWork, step: CutStep): Promise<void>;
  /** What a person who tries again meets; nothing when left out. */
  meanwhile?(work: CutWork): void;
  /** What has to be put right before all goes on. */
  mend?(work: CutWork): Promise<void>;
}

const notAsMeant = (what: string, { name }: CutStep): BenchError =>
  new BenchError('FB_INTERNAL', `The cut did not fall where it should, at "${name}": ${what}.`);

/** Where the power goes as something is saved. */
const inSaving = [
  { name: 'before its first byte', head: 'c0', bytes: () => 0 },
  { name: 'in its middle', head: 'c1/2', bytes: (all: number) => Math.floor(all / 2) },
  { name: 'one byte before its end', head: 'c-1', bytes: (all: number) => all - 1 },
] as const;

const savingCut = ({ name, head, bytes }: (typeof inSaving)[number]): CutKind => ({
  name: `power off in the saving of the answer, ${name}`,
  head,
  cut: async ({ bench }, step) => {
    const frames = bench.frames.length;
    await bench.awaitDoneAndCut(bytes(step.commitBytes), oneMessage);
    // Only the dark display was seen, and not what comes once the answer is saved.
    if (bench.frames.length !== frames + 1) throw notAsMeant('the answer was saved', step);
  },
});

/** As the first message is made ready, what it will be is saved: the last press of the beginning. */
const beginningCut = ({ name, head, bytes }: (typeof inSaving)[number]): CutKind => ({
  name: `power off in the saving of the first message, ${name}`,
  head,
  cut: async ({ bench }, step) => {
    const { presses } = step;
    for (const press of presses.slice(0, -1)) await bench.press(press);
    const last = presses.at(-1);
    if (last === undefined) throw notAsMeant('nothing was pressed', step);
    const frames = bench.frames.length;
    await bench.pressAndCut(last, bytes(step.commitBytes));
    if (bench.frames.length !== frames + 1) throw notAsMeant('the message was saved', step);
  },
});

/** The server does that to the message. */
const trouble = (head: string, kind: ServerTrouble): CutKind => ({
  name: `server: ${kind}`,
  head,
  cut: async ({ dataCentre }) => dataCentre.fail(kind, 1),
});

/** The server dies with that, and nothing answers while a person tries again. */
const killed = (name: string, head: string, kind: ServerTrouble): CutKind => ({
  name: `server killed ${name}`,
  head,
  cut: async ({ dataCentre }) => dataCentre.fail(kind, 1),
  meanwhile: ({ dataCentre }) => dataCentre.fail('connection reset', 1),
});

/** The message has arrived, and nothing has come back. */
async function comeUnderWay({ bench, dataCentre }: CutWork, step: CutStep): Promise<void> {
  const before = dataCentre.messages();
  const { frame } = bench.frame;
  await bench.passTime(step.lasts * 0.75);
  if (dataCentre.messages() !== before + 1) throw notAsMeant('the message has not arrived', step);
  if (bench.frame.frame !== frame) throw notAsMeant('the answer has come', step);
}

const nextFrame = async (bench: Bench, step: CutStep): Promise<void> => {
  const before = bench.frame.frame;
  const { frame } = await bench.awaitFrame(oneMessage);
  if (frame === before) throw notAsMeant('no answer has come', step);
};

const heads: Readonly<Record<ServerTrouble, string>> = {
  'out of order': 'err',
  'connection reset': 'rst',
  'answer lost': 'lost',
  'no answer': 'none',
  'no answer after carrying out': 'late',
};

/** Every cut that a message can meet. */
export const cutKinds: readonly CutKind[] = [
  {
    name: 'power off before the message goes out',
    head: 'bef',
    cut: async ({ bench }) => {
      await bench.powerOff();
    },
  },
  {
    name: 'power off while it is under way: carried out, and the answer not taken',
    head: 'way',
    cut: async (work, step) => {
      await comeUnderWay(work, step);
      await work.bench.powerOff();
    },
  },
  ...inSaving.map(savingCut),
  {
    name: 'power off right after the answer is saved',
    head: 'aft',
    cut: async ({ bench }, step) => {
      await nextFrame(bench, step);
      await bench.powerOff();
    },
  },
  {
    name: 'network unplugged before the message',
    head: 'net',
    cut: async ({ bench }) => bench.need('network', bench.meter.network).plug(false),
    mend: async ({ bench }) => bench.need('network', bench.meter.network).plug(true),
  },
  killed('before the message', 'kill', 'connection reset'),
  killed('after it has carried the message out', 'k-aft', 'answer lost'),
  ...serverTroubles.map((kind) => trouble(heads[kind], kind)),
];

/** Every cut that the beginning of a call can meet, before its first message is ready. */
export const beginningCuts: readonly CutKind[] = inSaving.map(beginningCut);
