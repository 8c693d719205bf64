import { type Clock, isFrame, type Millis, SteadyClock } from '#core';
import type { Operation } from '#protocol';
import type { Answers, Exchange } from './exchange.ts';

/** One message that went over the link, in words, its secrets masked. */
export interface WireEvent {
  /** Milliseconds of the host since the link was opened. */
  readonly ms: Millis;
  /** To the rig controller, or from it. */
  readonly dir: '>' | '<';
  readonly text: string;
}

export type OnWire = (event: WireEvent) => void;

const mask = '•';

/**
 * Tells of everything that is asked and answered. What is typed while the display masks its field is
 * masked here too, and how a meter was installed is left out: PINs are part of it.
 */
export function loggedExchange(
  exchange: Exchange,
  onWire: OnWire,
  clock: Pick<Clock, 'now'> = new SteadyClock(),
): Exchange {
  const opened = clock.now();
  let secret = false;
  const tell = (dir: WireEvent['dir'], text: string): void =>
    onWire({ ms: clock.now() - opened, dir, text });
  return {
    name: exchange.name,
    exchange: async <const Asked extends readonly Operation[]>(
      operations: Asked,
      extraMs?: Millis,
    ): Promise<Answers<Asked>> => {
      tell('>', operations.map((operation) => askedText(operation, secret)).join('; '));
      try {
        const answers = await exchange.exchange(operations, extraMs);
        const list: readonly unknown[] = answers;
        secret = list.findLast(isFrame)?.field?.secret ?? (list.some(isFrame) ? false : secret);
        tell('<', list.map(answerText).join('; '));
        return answers;
      } catch (error) {
        tell('<', `no answer: ${error instanceof Error ? firstLine(error.message) : 'it failed'}`);
        throw error;
      }
    },
    [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
  };
}

/** An operation in words. */
function askedText(operation: Operation, secret: boolean): string {
  switch (operation.op) {
    case 'press':
      return `press ${secret ? mask : operation.key}`;
    case 'touch':
      return `touch ${secret ? mask : `${operation.x},${operation.y}`}`;
    case 'renew':
      return 'renew';
    case 'writeFile':
      return `writeFile ${operation.path} (${operation.bytes.length} bytes)`;
    default: {
      const { op, ...rest } = operation;
      const values = Object.values(rest).map((value) => JSON.stringify(value));
      return [op, ...values].join(' ');
    }
  }
}

/** An answer in words: what a display shows stands in the record. */
function answerText(answer: unknown): string {
  if (answer === undefined) return 'done';
  if (answer instanceof Uint8Array) return `${answer.length} bytes`;
  if (isFrame(answer)) return `frame ${answer.frame} "${answer.title}"`;
  return JSON.stringify(answer);
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
