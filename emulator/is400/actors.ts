import { fromCallback } from 'xstate';
import { civilTime } from '#core';
import { is400 } from '#models';
import type { StickFailure as Failed } from '../stick/index.ts';
import { surroundingsOf } from './surroundings.ts';

type Answer = (event: is400.PanelEvent) => void;

/** How many pieces a file is written in: between them time passes, and a stick can be pulled. */
const pieces = 4;

/** What the panel says of a failure on the stick. */
const reasonOf = ({ reason }: Failed): is400.StickFailure =>
  reason === 'missing' || reason === 'denied' ? 'unreadable' : reason;

const stickFailed = (failure: Failed): is400.PanelEvent => ({
  type: 'STICK.FAILED',
  reason: reasonOf(failure),
});

const absent: is400.PanelEvent = { type: 'STICK.FAILED', reason: 'absent' };

/** An actor that does its work after a while, once; stopping it forgets the work. */
const later = <Input>(
  work: (
    around: ReturnType<typeof surroundingsOf>,
    input: Input,
  ) => {
    readonly after: number;
    readonly answer: () => is400.PanelEvent;
  },
) =>
  fromCallback<is400.PanelEvent, Input, is400.PanelEvent>(({ sendBack, system, input }) => {
    const around = surroundingsOf(system);
    const { after, answer } = work(around, input);
    const timer = around.clock.setTimeout(() => {
      sendBack(answer());
      around.settle();
    }, after);
    return () => around.clock.clearTimeout(timer);
  });

const listAccountFiles = later<undefined>(({ pace, stick }) => ({
  after: pace.readKey,
  answer: () => {
    const listed = stick()?.meter.listRoot();
    if (!listed) return absent;
    if (listed.status === 'failed') return stickFailed(listed);
    return { type: 'STICK.FILES', names: listed.value };
  },
}));

const readAccountFile = later<{ readonly name: string }>(({ pace, stick }, { name }) => {
  const plugged = stick();
  const insertion = plugged?.meter.insertion;
  return {
    after: pace.readKey,
    answer: () => {
      // Taken out while it was read, even if it is back: what was read is not trusted.
      if (insertion === undefined || plugged?.meter.insertion !== insertion) {
        return { type: 'STICK.FAILED', reason: 'pulled' };
      }
      const read = plugged.meter.readFile(name);
      if (read.status === 'failed') return stickFailed(read);
      return { type: 'STICK.CONTENT', bytes: read.value };
    },
  };
});

/** Writes a file piece by piece. A power cut leaves what has reached the stick by then. */
const writeAccountFile = fromCallback<
  is400.PanelEvent,
  { readonly bytes: Uint8Array },
  is400.PanelEvent
>(({ sendBack, system, input }) => {
  const around = surroundingsOf(system);
  const { clock, pace } = around;
  const answer: Answer = (event) => {
    sendBack(event);
    around.settle();
  };
  let stop: () => void = () => undefined;
  const afterPause = (step: () => void): void => {
    const timer = clock.setTimeout(step, pace.writeKey / pieces);
    const before = stop;
    stop = () => {
      clock.clearTimeout(timer);
      before();
    };
  };
  afterPause(() => {
    const begun = around
      .stick()
      ?.meter.beginWrite(is400.accountFileName(civilTime(clock.now())), input.bytes);
    if (!begun) return answer(absent);
    if (begun.status === 'failed') return answer(stickFailed(begun));
    const { write } = begun;
    stop = () => write.abandon();
    const piece = Math.ceil(input.bytes.length / (pieces - 1));
    const step = (): void => {
      const stepped = write.step(piece);
      if (stepped.status === 'more') afterPause(step);
      else answer(stepped.status === 'done' ? { type: 'STICK.WRITTEN' } : stickFailed(stepped));
    };
    afterPause(step);
  });
  return () => stop();
});

const askPc = later<undefined>(({ pace, pc }) => ({
  after: pace.callPc,
  answer: () => {
    const accounts = pc.accounts();
    return accounts ? { type: 'PC.ACCOUNTS', accounts } : { type: 'PC.FAILED' };
  },
}));

/** The work that the chart of an IS-420/IS-440 leaves to what runs it. */
export const is400Actors = { listAccountFiles, readAccountFile, writeAccountFile, askPc };
