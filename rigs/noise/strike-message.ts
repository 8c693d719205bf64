import type { Random } from '#core';
import { type NoiseAction, send } from './actions.ts';
import type { Direction, NoiseFault } from './plan.ts';
import { turned } from './turned.ts';

/** What becomes of a whole message that a fault strikes. */
export interface MessageStruck {
  readonly actions: readonly NoiseAction[];
  /** How many bytes it took hold of. */
  readonly size: number;
  /** The fault with nothing left to chance. */
  readonly fault: NoiseFault;
}

/** Does to a message (with its end) what the fault says; `random` chooses what it leaves open. */
export function strikeMessage(
  fault: NoiseFault,
  message: Uint8Array,
  nth: number,
  direction: Direction,
  random: Random,
): MessageStruck {
  const { length } = message;
  const here = { direction, nth } as const;
  switch (fault.kind) {
    case 'drop':
    case 'duplicate': {
      const { kind } = fault;
      if (fault.bytes === undefined) {
        const actions = kind === 'drop' ? [] : [send(message), send(message)];
        return { actions, size: length, fault: { kind, ...here } };
      }
      const [from, to] = spanIn(length, fault.bytes, fault.place, random);
      const next = kind === 'drop' ? to : from;
      return {
        actions: [
          send(message.subarray(0, kind === 'drop' ? from : to)),
          send(message.subarray(next)),
        ],
        size: to - from,
        fault: { kind, ...here, place: from, bytes: to - from },
      };
    }
    case 'delay':
      return {
        actions: [send(message, fault.ms)],
        size: length,
        fault: { kind: 'delay', ...here, ms: fault.ms },
      };
    case 'split': {
      const { bytes, ms } = fault;
      const place = Math.min(fault.place ?? 1 + random.below(Math.max(1, length - 1)), length);
      const cuts = bytes === undefined ? [place] : placesEvery(bytes, length);
      return {
        actions: cutAt(message, cuts).map((piece, index) => send(piece, index * ms)),
        size: length,
        fault: { kind: 'split', ...here, ...(bytes === undefined ? { place } : { bytes }), ms },
      };
    }
    case 'merge':
      return {
        actions: [{ kind: 'hold', bytes: message, ms: fault.ms }],
        size: length,
        fault: { kind: 'merge', ...here, ms: fault.ms },
      };
    case 'corrupt': {
      const [from, to] = spanIn(length, fault.bytes ?? 1, fault.place, random);
      const mask = fault.mask ?? 1 + random.below(255);
      return {
        actions: [send(turned(message, mask, from, to))],
        size: to - from,
        fault: { kind: 'corrupt', ...here, place: from, bytes: to - from, mask },
      };
    }
    case 'stall': {
      const place = Math.min(fault.place ?? 0, length);
      const amount = fault.ms === undefined ? {} : { ms: fault.ms };
      return {
        actions: [
          send(message.subarray(0, place)),
          { kind: 'stall', ...amount },
          send(message.subarray(place)),
        ],
        size: length - place,
        fault: { kind: 'stall', ...here, place, ...amount },
      };
    }
    case 'close': {
      const place = Math.min(fault.place ?? 0, length);
      return {
        actions: [send(message.subarray(0, place)), { kind: 'close' }],
        size: length - place,
        fault: { kind: 'close', ...here, place },
      };
    }
    default:
      return fault satisfies never;
  }
}

/** So many bytes from a place, or from one by chance, but never beyond the message. */
function spanIn(
  length: number,
  bytes: number,
  place: number | undefined,
  random: Random,
): readonly [number, number] {
  const wanted = Math.min(bytes, length);
  const from = Math.min(place ?? random.below(length - wanted + 1), length - 1);
  return [from, Math.min(from + wanted, length)];
}

const placesEvery = (bytes: number, length: number): readonly number[] =>
  Array.from({ length: Math.ceil(length / bytes) - 1 }, (_, index) => (index + 1) * bytes);

const cutAt = (message: Uint8Array, places: readonly number[]): readonly Uint8Array[] =>
  [...places, message.length].map((end, index) => message.subarray(places[index - 1] ?? 0, end));
