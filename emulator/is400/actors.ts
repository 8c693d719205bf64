import { civilTime } from '#core';
import * as is400 from '#models/is400';
import { later, writeLater } from '../actors.ts';
import { sendToDataCentre } from '../send-to-data-centre.ts';
import type { StickFailure as Failed } from '../stick/index.ts';

/** What the panel says of a failure on the stick. */
const reasonOf = ({ reason }: Failed): is400.StickFailure =>
  reason === 'missing' || reason === 'denied' ? 'unreadable' : reason;

const stickFailed = (failure: Failed): is400.PanelEvent => ({
  type: 'STICK.FAILED',
  reason: reasonOf(failure),
});

const absent: is400.PanelEvent = { type: 'STICK.FAILED', reason: 'absent' };

const listAccountFiles = later<is400.PanelEvent, undefined>(({ pace, stick }) => ({
  after: pace.readKey,
  answer: () => {
    const listed = stick()?.meter.listRoot();
    if (!listed) return absent;
    if (listed.status === 'failed') return stickFailed(listed);
    return { type: 'STICK.FILES', names: listed.value };
  },
}));

const readAccountFile = later<is400.PanelEvent, { readonly name: string }>(
  ({ pace, stick }, { name }) => {
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
  },
);

/** Writes an account list under the name of the moment. */
const writeAccountFile = writeLater<is400.PanelEvent, { readonly bytes: Uint8Array }>({
  begin: ({ clock, stick }, { bytes }) =>
    stick()?.meter.beginWrite(is400.accountFileName(civilTime(clock.now())), bytes),
  size: (_around, { bytes }) => bytes.length,
  answer: (end) => (end.status === 'done' ? { type: 'STICK.WRITTEN' } : stickFailed(end)),
});

const askPc = later<is400.PanelEvent, undefined>(({ pace, pc }) => ({
  after: pace.callPc,
  answer: () => {
    const accounts = pc.accounts();
    return accounts ? { type: 'PC.ACCOUNTS', accounts } : { type: 'PC.FAILED' };
  },
}));

/** The work that the chart of an IS-420/IS-440 leaves to what runs it. */
export const is400Actors = {
  listAccountFiles,
  readAccountFile,
  writeAccountFile,
  askPc,
  sendToDataCentre,
};
