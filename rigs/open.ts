import { BenchError, type Meter } from '#core';
import type { OnLink } from './drivers/link-event.ts';
import { type InProcessOptions, openInProcess } from './open-in-process.ts';
import type { Rig } from './rig.ts';

export interface OpenOptions extends InProcessOptions {
  /** Hears of every rung that a driver climbs. */
  readonly onLink?: OnLink;
}

/**
 * Opens the meter of a rig for one piece of work; for several `RigSession` keeps the link open. An
 * emulated meter is as new. Errors: those of its link, FB_RIG_…; FB_MISSING_CAPABILITY for a meter
 * that nobody can make as new.
 */
export async function openMeter(rig: Rig, options: OpenOptions = {}): Promise<Meter> {
  if (rig.link.kind === 'in-process') return openInProcess(rig, options);
  const { RigSession } = await import('./rig-session.ts');
  const { onLink, ...opening } = options;
  const session = new RigSession(rig, onLink ? { onLink } : {});
  try {
    const meter = await session.open(rig, { ...opening, closing: session });
    if (typeof meter !== 'string') return meter;
    throw new BenchError('FB_MISSING_CAPABILITY', `This rig cannot be used: ${meter}.`, {
      hint: 'docs/rigs.md: a meter that the rig cannot make as new',
    });
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
}
