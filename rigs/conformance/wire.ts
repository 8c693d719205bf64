import { ResponseSplitter } from '#protocol';
import type { ByteCarrier } from '../drivers/byte-carrier.ts';
import { Mismatch, shown } from './case.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes of a line as it is written in a case; with its LF. */
export const lineOf = (text: string): Uint8Array => encoder.encode(`${text}\n`);

/** An answer as text; a block shows as what its bytes are in UTF-8. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Until a message that has no answer is carried out, where a carrier fetches answers. */
const framedPauseMs = 50;

/** Until a controller has carried out what was told before the end, if it still hears. */
const goodbyeMs = 500;

/**
 * A client of the dialect that sends what a case says and takes answers as they come. Nothing is sent
 * again and nothing is put right; an answer that does not come in time is a mismatch.
 */
export class Wire {
  /** Every byte that came since the last `forget`. */
  readonly #seen: Uint8Array[] = [];
  readonly #lines: Uint8Array[] = [];
  readonly #splitter = new ResponseSplitter();
  readonly #carrier: ByteCarrier;
  readonly #limitMs: number;
  #waiting: (() => void) | undefined;
  #ended = false;
  #closed = false;

  constructor(carrier: ByteCarrier, limitMs: number) {
    this.#carrier = carrier;
    this.#limitMs = limitMs;
    carrier.listen(
      (bytes) => {
        this.#seen.push(bytes);
        this.#lines.push(...this.#splitter.push(bytes));
        this.#waiting?.();
      },
      () => {
        this.#ended = true;
        this.#waiting?.();
      },
    );
  }

  /** Sends bytes as they are, in one piece. */
  async send(bytes: Uint8Array): Promise<void> {
    if (this.#closed || this.#ended) throw new Mismatch('an open connection', 'a closed one');
    await this.#carrier.send(bytes);
  }

  /** Sends a line that is answered with nothing, and does not wait. */
  async tell(line: string): Promise<void> {
    await this.send(lineOf(line));
    // Where the carrier fetches an answer to each message, the next one would cut this one off.
    if (this.#carrier.framed) await this.#something(framedPauseMs);
  }

  /** Sends a line and takes its answer. */
  async ask(line: string): Promise<string> {
    return textOf(await this.askBytes(lineOf(line), line));
  }

  async askBytes(bytes: Uint8Array, what: string): Promise<Uint8Array> {
    const [early] = this.#lines;
    if (early) throw new Mismatch(`nothing unasked before ${shown(what)}`, textOf(early));
    await this.send(bytes);
    return this.next(what);
  }

  /** The next answer. */
  async next(what: string, limitMs = this.#limitMs): Promise<Uint8Array> {
    const line = await this.#take(limitMs);
    if (line) return line;
    const why = this.#ended ? 'the connection was closed' : `none within ${limitMs} ms`;
    throw new Mismatch(
      `an answer to ${shown(what)}`,
      this.#splitter.pending ? `${why}, but a part of one` : why,
    );
  }

  /** Sends a line that must be answered with nothing at all. */
  async silent(line: string): Promise<void> {
    await this.tell(line);
    const answer = await this.ask('SYSTem:VERSion?');
    if (answer !== '1999.0') throw new Mismatch(`no answer to ${shown(line)}`, shown(answer));
  }

  /** The numbers of all errors in the queue, oldest first; it is empty then. */
  async errors(): Promise<readonly number[]> {
    const codes: number[] = [];
    while (codes.length <= 40) {
      const code = Number.parseInt(await this.ask('SYSTem:ERRor?'), 10);
      if (code === 0) return codes;
      codes.push(code);
    }
    throw new Mismatch('an error queue that is empty after 16 errors', shown(codes));
  }

  /** Everything that came since the last call, byte by byte. */
  takeSeen(): Uint8Array {
    const seen = new Uint8Array(Buffer.concat(this.#seen));
    this.#seen.length = 0;
    return seen;
  }

  /**
   * Begins with an empty error queue. On a line that others may have used before, `used`, ends what
   * they may have begun, and forgets what was answered to them.
   */
  async begin(used: boolean): Promise<void> {
    if (!used) {
      await this.ask('*CLS;*ESE 0;*SRE 0;*OPC?');
    } else {
      await this.send(lineOf(''));
      await this.tell('*CLS;*ESE 0;*SRE 0');
      const question = ':SYSTem:VERSion?;:SYSTem:VERSion?;:SYSTem:VERSion?';
      await this.tell(question);
      while (textOf(await this.next(question)) !== '1999.0;1999.0;1999.0');
    }
    this.takeSeen();
  }

  /** Resolves with true when the other side closes within the limit. */
  async ended(limitMs = this.#limitMs): Promise<boolean> {
    const end = performance.now() + limitMs;
    while (!this.#ended && performance.now() < end) await this.#something(end - performance.now());
    return this.#ended;
  }

  /** Lets the panel go and closes. */
  async close(): Promise<void> {
    if (this.#closed) return;
    if (!this.#ended) await this.#sayGoodbye().catch(() => undefined);
    await this.drop();
  }

  /** Whoever opens a serial line drops what was not read yet: what was told last is waited for. */
  async #sayGoodbye(): Promise<void> {
    await this.send(lineOf('*CLS;:SYSTem:LOCK:RELease;*OPC?'));
    await this.#something(goodbyeMs);
  }

  /** Closes at once, whatever is under way. */
  async drop(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#carrier.close();
  }

  async #take(limitMs: number): Promise<Uint8Array | undefined> {
    const end = performance.now() + limitMs;
    for (;;) {
      const line = this.#lines.shift();
      const left = end - performance.now();
      if (line || this.#ended || left <= 0) return line;
      await this.#something(left);
    }
  }

  /** Resolves when something has come, or the limit is over. */
  async #something(limitMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = resolve;
    const timer = setTimeout(resolve, Math.max(1, limitMs));
    await promise;
    clearTimeout(timer);
    this.#waiting = undefined;
  }
}
