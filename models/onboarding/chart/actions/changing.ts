import { assigning } from '../../../assigning.ts';
import type { Context, PanelEvent } from '../../context.ts';
import type { Memory } from '../../memory.ts';

/** An action that changes part of the context, and takes note of the time. */
export const change = <Params = undefined>(
  patch: (context: Context, event: PanelEvent, params: Params) => Partial<Context>,
) =>
  assigning<Context, PanelEvent, Params>(({ context, event }, params) => {
    const now = event.at ?? context.now;
    return { now, ...patch({ ...context, now }, event, params) };
  });

/** An action that changes nothing but what is remembered. */
export const remember = <Params = undefined>(
  patch: (memory: Memory, context: Context, event: PanelEvent, params: Params) => Memory,
) =>
  change<Params>((context, event, params) => ({
    memory: patch(context.memory, context, event, params),
  }));

/** What was picked from a list. */
export const picked = (event: PanelEvent): string => (event.type === 'PICK' ? event.id : '');

/** What is in the field; blanks around it are no part of it. */
export const entered = ({ field }: Context): string => field.value.trim();
