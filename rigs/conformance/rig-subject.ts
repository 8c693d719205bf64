import type { Meter } from '#core';
import { lockRig } from '../lock.ts';
import { openMeter } from '../open.ts';
import type { Rig } from '../rig.ts';
import { RigSession } from '../rig-session.ts';
import { carriedSubject } from './carried-subject.ts';
import { keptOpen } from './kept-open.ts';
import type { Subject } from './subject.ts';
import { usualLimits } from './workbench.ts';

/** A rig to be judged, and its end. */
export interface OpenedSubject extends AsyncDisposable {
  readonly subject: Subject;
}

/**
 * The rig of a rig file for the kit. An emulator is put in as new first; a machine stays as it is.
 * Noise on the link is left out. Errors: those of opening a rig.
 */
export async function rigSubject(
  rig: Rig,
  { mayFeed }: { readonly mayFeed: boolean },
): Promise<OpenedSubject> {
  const { link } = rig;
  if (link.kind === 'in-process') return inProcess(rig);
  const { noise: _, ...quiet } = link;
  const lock = lockRig(rig, { command: 'frankbench conform' });
  try {
    const silent: Rig = { ...rig, link: quiet };
    const { emulated, words } = await identified(silent);
    const renewable = words.some((word) => word.toUpperCase() === 'EMULATOR');
    const renew = async (): Promise<void> => {
      const meter = await openMeter(silent);
      await meter[Symbol.asyncDispose]();
    };
    if (renewable) await renew();
    const answerMs = link.timeoutMs ?? rig.limits?.timeoutMs ?? usualLimits.answerMs;
    const subject = carriedSubject(quiet, { answerMs, mayFeed: mayFeed || emulated });
    return {
      subject: renewable ? { ...subject, renew } : subject,
      [Symbol.asyncDispose]: async () => lock[Symbol.dispose](),
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

async function identified(rig: Rig) {
  const session = new RigSession(rig);
  try {
    return await session.identify();
  } finally {
    await session[Symbol.asyncDispose]();
  }
}

async function inProcess(rig: Rig): Promise<OpenedSubject> {
  const meter: Meter = await openMeter(rig);
  return {
    subject: {
      carrier: 'in-process',
      openMeter: async () => keptOpen(meter),
      twoClients: false,
      mayFeed: true,
    },
    [Symbol.asyncDispose]: async () => {
      await meter[Symbol.asyncDispose]();
    },
  };
}
