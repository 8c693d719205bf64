import { type Frame, type Imprint, isTouch, type Meter, type Press, type StickPlace } from '#core';
import type { Catalog, Day, LinkWord, Operation, TimeOfDay, Who } from '#protocol';
import { Mismatch, Unmade } from './case.ts';
import type { Asker, Told } from './subject.ts';

/** Presses keys and looks at the display, through a driver or by operations. */
export interface Hands {
  readonly canPress: boolean;
  readonly canTouch: boolean;
  frame(): Promise<Frame>;
  /** The frame that answers the press. */
  press(press: Press): Promise<Frame>;
}

/** A meter's driver as hands. */
export const handsOfMeter = (meter: Meter): Hands => ({
  canPress: meter.capabilities.has('keypad'),
  canTouch: meter.capabilities.has('touch'),
  frame: () => meter.frame(),
  press: async (press) => {
    if (!isTouch(press)) return meter.press(press);
    if (meter.touch) return meter.touch(press);
    throw new Unmade('the driver cannot touch');
  },
});

/**
 * Operations as a case tells them: what should be done and is refused is a mismatch, and the answer
 * has its type.
 */
export class Operator {
  readonly asker: Asker;
  readonly #patienceMs: number;

  constructor(asker: Asker, patienceMs: number) {
    this.asker = asker;
    this.#patienceMs = patienceMs;
  }

  /** This client as hands, for a controller that says these words. */
  hands(words: ReadonlySet<LinkWord>): Hands {
    return {
      canPress: words.has('KEYPad'),
      canTouch: words.has('TOUCh'),
      frame: () => this.frame(),
      press: (press) => this.press(press),
    };
  }

  async identity(): Promise<Who> {
    return (await this.#answer({ op: 'identify' })) as Who;
  }

  /** What comes of an operation, be it done or refused. */
  tell(operation: Operation): Promise<Told> {
    return this.asker.tell(operation);
  }

  /** Does an operation that must be done. */
  async do(operation: Operation): Promise<void> {
    const { code, text } = await this.tell(operation);
    if (code !== 0) throw new Mismatch(`${operation.op} is carried out`, `${code} ${text}`);
  }

  /** Waits until the client before it has left the panel: a controller sees that when it can. */
  async patiently(operation: Operation): Promise<Told> {
    const end = performance.now() + this.#patienceMs;
    for (;;) {
      const told = await this.tell(operation);
      if (told.code !== -203 || performance.now() > end) return told;
    }
  }

  async frame(): Promise<Frame> {
    // The answers were checked as they were read: they are those of the operation.
    return (await this.#answer({ op: 'screen' })) as Frame;
  }

  async number(op: 'frameNumber' | 'sequence'): Promise<number> {
    return (await this.#answer({ op })) as number;
  }

  async wait(frame: number, ms: number): Promise<number> {
    return (await this.#answer({ op: 'wait', frame, ms })) as number;
  }

  async bytes(path: string): Promise<Uint8Array> {
    return (await this.#answer({ op: 'readFile', path })) as Uint8Array;
  }

  async capabilities(): Promise<readonly string[]> {
    return (await this.#answer({ op: 'capabilities' })) as readonly string[];
  }

  /** The meter's time of day in milliseconds. */
  async timeOfDay(): Promise<number> {
    const time = (await this.#answer({ op: 'time' })) as TimeOfDay;
    return Math.round(((time.hour * 60 + time.minute) * 60 + time.second) * 1000);
  }

  async day(): Promise<Day> {
    return (await this.#answer({ op: 'date' })) as Day;
  }

  async catalog(): Promise<Catalog> {
    return (await this.#answer({ op: 'catalog' })) as Catalog;
  }

  /** Feeds an envelope; what it came out with, null when it was blank. */
  async fed(): Promise<Imprint | null> {
    await this.do({ op: 'feed' });
    return (await this.#answer({ op: 'imprint' })) as Imprint | null;
  }

  async stickPlace(): Promise<StickPlace> {
    return (await this.#answer({ op: 'stickPlace' })) as StickPlace;
  }

  /** Whether the meter has power. */
  async powered(): Promise<boolean> {
    return (await this.#answer({ op: 'powered' })) as boolean;
  }

  /** Presses with a number of one's own choice. */
  async pressAs(seq: number, press: Press): Promise<Told> {
    return this.tell(pressing(seq, press));
  }

  /** Presses with the number that comes next. */
  async press(press: Press): Promise<Frame> {
    await this.do(pressing((await this.number('sequence')) + 1, press));
    return this.frame();
  }

  async #answer(operation: Operation): Promise<unknown> {
    const { answer, code, text } = await this.tell(operation);
    if (code !== 0) throw new Mismatch(`an answer to ${operation.op}`, `${code} ${text}`);
    return answer;
  }
}

/** A press as an operation. */
export const pressing = (seq: number, press: Press): Operation =>
  isTouch(press) ? { op: 'touch', seq, ...press } : { op: 'press', seq, key: press };
