import type { Context } from '../../context.ts';
import type { ChartSources } from '../setup.ts';
import { changing } from './changing.ts';

/** What a call to the Data Centre changes. */
export function callActions(sources: ChartSources) {
  const { profile, rules } = sources;
  const { change } = changing(sources);
  const withPostal = (
    { memory }: Context,
    { call, ...part }: ReturnType<typeof rules.prepareMessage>,
    user: Context['user'],
  ): Partial<Context> => ({
    call,
    memory: rules.notePerformer(memory, { ...memory, ...part }, user),
  });
  return {
    prepareMessage: change((context) =>
      context.call
        ? withPostal(
            context,
            rules.prepareMessage(context.memory, context.call, context.now),
            context.user,
          )
        : {},
    ),
    takeAnswer: change((context, event) => {
      if (event.type !== 'DATA_CENTRE.ANSWER' || !context.call) return {};
      const { answer, at } = event;
      return withPostal(
        context,
        rules.takeAnswer(context.memory, context.call, answer, at, profile),
        context.user,
      );
    }),
  };
}
