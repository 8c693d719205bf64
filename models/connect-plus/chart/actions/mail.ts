import type { Context, PanelEvent } from '../../context.ts';
import { pieceOf } from '../pieces.ts';
import type { ChartSources } from '../setup.ts';
import { changing, picked } from './changing.ts';

/** What mail is charged to, and the mail itself. */
export function mailActions(sources: ChartSources) {
  const { profile, rules } = sources;
  const { change, remember } = changing(sources);
  const job = ({ mailing, user }: Context) => {
    const mailClass = profile.classes[mailing.class];
    return {
      account: mailing.account,
      user,
      carrier: mailClass?.carrier ?? '',
      class: mailClass?.name ?? '',
      jobId1: mailing.jobId1,
      jobId2: mailing.jobId2,
    };
  };
  /** A change of what is run closes the batch. */
  const inMailing = (patch: (context: Context, event: PanelEvent) => Partial<Context['mailing']>) =>
    change((context, event) => {
      const mailing = { ...context.mailing, ...patch(context, event) };
      const memory = rules.closeForJob(context.memory, job({ ...context, mailing }));
      return { mailing, memory };
    });

  return {
    askMailAccount: change((_context, event) => ({ target: Number(picked(event)) })),
    mailPickedAccount: inMailing((_context, event) => ({ account: Number(picked(event)) })),
    mailAskedAccount: inMailing(({ target }) => ({ account: target })),
    mailClass: inMailing((_context, event) => ({ class: Number(picked(event)) })),
    jobId1: inMailing(({ field }) => ({ jobId1: field.value })),
    jobId2: inMailing(({ field }) => ({ jobId2: field.value })),
    endBatch: remember((memory) => rules.closeBatch(memory)),
    endAccount: inMailing(() => ({ account: null })),
    frank: change((context, event) => {
      const piece = pieceOf(context, event, sources);
      if (!piece) return {};
      return { memory: rules.frank(context.memory, job(context), piece, context.now) };
    }),
  };
}
