import { BenchError, type Millis } from '#core';
import type { OnLink, Rung } from './link-event.ts';

/** What came of asking once. */
export type Heard<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'silent' }
  /** Message or answer arrived spoilt: nothing but sending again helps. */
  | { readonly status: 'spoilt'; readonly why: string }
  /** `sent` is false when it was over before the message went out. */
  | { readonly status: 'closed'; readonly why: string; readonly sent: boolean };

/** An open connection to a controller. */
export interface Line<Message, Answer> {
  /** Never rejects but for answers that no sending again can better. */
  ask(message: Message, limitMs: Millis): Promise<Heard<Answer>>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface LadderOptions<Message, Answer> {
  readonly name: string;
  /** Opens a line that is ready for messages. */
  readonly open: () => Promise<Line<Message, Answer>>;
  /** Switches the meter off and on again; rejects when that is not possible either. */
  readonly powerCycle?: (line: Line<Message, Answer>) => Promise<void>;
  readonly onLink?: OnLink;
}

export interface Asking {
  /** In words, for messages and the record. */
  readonly asked: () => string;
  readonly limitMs: Millis;
  /** Whether asking twice is the same as asking once. */
  readonly repeatable: boolean;
}

/** In this order; a connection that has ended leads straight to a new one. */
const rungs = ['re-send', 're-send', 'clear', 're-open', 're-send', 're-open'] as const;

/**
 * A connection with a way back for when an answer does not come: send again, clear, open again,
 * power-cycle the meter. After the last rung it stays broken and says why.
 */
export class Ladder<Message, Answer> {
  readonly #options: LadderOptions<Message, Answer>;
  #line: Line<Message, Answer> | undefined;
  #broken: BenchError | undefined;

  constructor(options: LadderOptions<Message, Answer>) {
    this.#options = options;
  }

  /** Opens the first connection. Errors: those of the carrier. */
  async open(): Promise<void> {
    this.#line = await this.#options.open();
  }

  /** Errors: FB_LINK_UNSURE, FB_LINK_LOST, FB_LINK_TIMEOUT, and those of the line. */
  async ask(message: Message, asking: Asking): Promise<Answer> {
    if (this.#broken) throw this.#broken;
    let heard = await this.#once(message, asking);
    if (heard.status === 'answered') return heard.answer;
    for (const rung of rungs) {
      if (heard.status === 'answered') return heard.answer;
      const gone = heard.status === 'closed';
      if (gone && (rung === 're-send' || rung === 'clear')) continue;
      const never = heard.status === 'closed' && !heard.sent;
      if (!asking.repeatable && !never) throw this.#unsure(asking, heard);
      this.#tell(rung, asking, whyOf(heard));
      const problem = await this.#climb(rung);
      heard = problem ?? (await this.#once(message, asking));
      // What cannot be opened now is not there.
      if (problem && rung === 're-open') break;
    }
    if (heard.status === 'answered') return heard.answer;
    return this.#lastRungs(asking, heard);
  }

  async close(): Promise<void> {
    this.#broken ??= new BenchError('FB_METER_CLOSED', `${this.#options.name} was closed`);
    await this.#drop();
  }

  /** Resolves with why there is nobody to ask, if so. */
  async #climb(rung: Rung): Promise<Heard<Answer> | undefined> {
    try {
      if (rung === 'clear') await this.#line?.clear();
      if (rung === 're-open') {
        await this.#drop();
        this.#line = await this.#options.open();
      }
      return undefined;
    } catch (error) {
      return { status: 'closed', why: messageOf(error), sent: true };
    }
  }

  async #lastRungs(asking: Asking, heard: Heard<Answer>): Promise<never> {
    const { powerCycle, name } = this.#options;
    const why = whyOf(heard);
    if (powerCycle && this.#line && heard.status !== 'closed') {
      this.#tell('power-cycle', asking, why);
      const cycled = await powerCycle(this.#line).then(
        () => true,
        () => false,
      );
      if (cycled) {
        throw new BenchError(
          'FB_LINK_LOST',
          `the meter at ${name} was switched off and on again, since "${asking.asked()}" had no answer: ${why}`,
          { hint: 'what the meter was doing is lost with it; the next scenario begins anew' },
        );
      }
    }
    this.#tell('broken', asking, why);
    this.#broken = new BenchError(
      heard.status === 'closed' ? 'FB_LINK_LOST' : 'FB_LINK_TIMEOUT',
      `${name} gave no answer to "${asking.asked()}", and nothing brought it back: ${why}`,
      {
        hint: 'is it plugged in and switched on? The rungs that were tried are in the run record',
        context: { asked: asking.asked() },
      },
    );
    await this.#drop();
    throw this.#broken;
  }

  #once(message: Message, { limitMs }: Asking): Promise<Heard<Answer>> {
    return (
      this.#line?.ask(message, limitMs) ??
      Promise.resolve({ status: 'closed', why: 'it is not open', sent: false })
    );
  }

  #unsure({ asked }: Asking, heard: Heard<Answer>): BenchError {
    return new BenchError(
      'FB_LINK_UNSURE',
      `nobody knows whether ${this.#options.name} has carried out "${asked()}": ${whyOf(heard)}`,
      { hint: 'a controller with guarded messages (ONCE) can be asked again safely' },
    );
  }

  #tell(rung: Rung, { asked }: Asking, why: string): void {
    this.#options.onLink?.({ rung, asked: asked(), why });
  }

  async #drop(): Promise<void> {
    const line = this.#line;
    this.#line = undefined;
    await line?.close().catch(() => undefined);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

function whyOf(heard: Heard<unknown>): string {
  switch (heard.status) {
    case 'answered':
      return 'it answered';
    case 'silent':
      return 'no answer in time';
    case 'spoilt':
    case 'closed':
      return heard.why;
    default:
      return heard satisfies never;
  }
}
