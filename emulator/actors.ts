import { type EventObject, fromCallback } from 'xstate';
import type { Millis } from '#core';
import type { StickFailure, WriteBegun } from './stick/index.ts';
import { surroundingsOf } from './surroundings.ts';

type Around = ReturnType<typeof surroundingsOf>;

/** How many pieces a file is written in: between them time passes, and a stick can be pulled. */
const pieces = 4;

/** An actor that does its work after a while, once; stopping it forgets the work. */
export const later = <Event extends EventObject, Input>(
  work: (
    around: Around,
    input: Input,
  ) => {
    readonly after: Millis;
    readonly answer: () => Event;
  },
) =>
  fromCallback<Event, Input, Event>(({ sendBack, system, input }) => {
    const around = surroundingsOf(system);
    const { after, answer } = work(around, input);
    const timer = around.clock.setTimeout(() => {
      sendBack(answer());
      around.settle();
    }, after);
    return () => around.clock.clearTimeout(timer);
  });

interface WriteLater<Event, Input> {
  /** Opens the file; `undefined` where there is no stick. */
  readonly begin: (around: Around, input: Input) => WriteBegun | undefined;
  readonly size: (around: Around, input: Input) => number;
  readonly answer: (end: { readonly status: 'done' } | StickFailure, around: Around) => Event;
}

/** Writes a file piece by piece. A power cut leaves what has reached the stick by then. */
export const writeLater = <Event extends EventObject, Input>(parts: WriteLater<Event, Input>) =>
  fromCallback<Event, Input, Event>(({ sendBack, system, input }) => {
    const around = surroundingsOf(system);
    const write = writing(around, {
      begin: () => parts.begin(around, input),
      size: parts.size(around, input),
      end: (end) => {
        sendBack(parts.answer(end, around));
        around.settle();
      },
    });
    return () => write.stop();
  });

interface Writing {
  readonly begin: () => WriteBegun | undefined;
  readonly size: number;
  readonly end: (end: { readonly status: 'done' } | StickFailure) => void;
}

/** Writes a file in a few pieces, with pauses in which a stick can be pulled. */
export function writing(
  { clock, pace }: Around,
  { begin, size, end }: Writing,
): { readonly stop: () => void } {
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
    const begun = begin();
    if (!begun) return end({ status: 'failed', reason: 'absent' });
    if (begun.status === 'failed') return end(begun);
    const { write } = begun;
    stop = () => write.abandon();
    const piece = Math.ceil(size / (pieces - 1));
    const step = (): void => {
      const stepped = write.step(piece);
      if (stepped.status === 'more') afterPause(step);
      else end(stepped);
    };
    afterPause(step);
  });
  return { stop: () => stop() };
}
