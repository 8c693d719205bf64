import type { Capability } from '#core';
import type { Workbench } from './workbench.ts';

/**
 * What a case needs beside capabilities: `operations` told one by one over the link, `scpi` on it, a
 * `stream` of bytes without message ends, a link that can be closed and opened again, two clients at
 * once, guarded messages, a pair of harmless keys, a meter with a
 * stick as new afterwards, leave to feed an envelope.
 */
export type Need =
  | Capability
  | 'operations'
  | 'scpi'
  | 'stream'
  | 'reopen'
  | 'two clients'
  | 'guarded messages'
  | 'harmless keys'
  | 'new meter'
  | 'leave to feed';

/** One thing that a rig controller has to do. */
export interface ConformanceCase {
  /** Kebab-case, as `--only` takes it. */
  readonly name: string;
  /** What is required, in one sentence. */
  readonly requirement: string;
  readonly needs: readonly Need[];
  /** Rejects with a `Mismatch` where the requirement is not met, with `Unmade` where it cannot be tried. */
  readonly run: (bench: Workbench) => Promise<void>;
}

/** The rig does something else than the panel link says. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string;
  readonly seen: string;

  constructor(expected: string, seen: string) {
    super(`expected ${expected}; seen: ${seen}`);
    this.expected = expected;
    this.seen = seen;
  }
}

/** The case cannot be made on this rig, and why. */
export class Unmade extends Error {
  override readonly name = 'Unmade';
}

/** Fails the case unless it holds. */
export function require(holds: boolean, expected: string, seen: unknown): asserts holds {
  if (!holds) throw new Mismatch(expected, shown(seen));
}

/** Fails the case unless what was seen is what is expected, member by member. */
export function requireSame(seen: unknown, expected: unknown, what: string): void {
  require(shown(seen) === shown(expected), `${what}: ${shown(expected)}`, seen);
}

const longest = 300;

/** A value as a person reads it in a report. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : plain(value);
  return text.length > longest ? `${text.slice(0, longest)} … (${text.length} characters)` : text;
}

function plain(value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof Error) return value.message;
  return JSON.stringify(value) ?? String(value);
}
