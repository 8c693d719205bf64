import { assigning } from '../../../assigning.ts';
import type { Context, PanelEvent } from '../../context.ts';
import type { Memory } from '../../memory.ts';
import type { ChartSources } from '../setup.ts';

/** The two kinds of actions that the chart of a machine has. */
export function changing({ rules }: ChartSources) {
  /** An action that changes part of the context. Midnight is looked at before anything else. */
  const change = <Params = undefined>(
    patch: (context: Context, event: PanelEvent, params: Params) => Partial<Context>,
  ) =>
    assigning<Context, PanelEvent, Params>(({ context, event }, params) => {
      const now = event.at ?? context.now;
      const memory = rules.closeAtMidnight(context.memory, now);
      const timed = { ...context, now, memory };
      return { now, memory, ...patch(timed, event, params) };
    });

  /** An action that changes nothing but what the machine remembers. */
  const remember = (patch: (memory: Memory, context: Context) => Memory) =>
    change((context) => ({ memory: patch(context.memory, context) }));

  return { change, remember };
}

/** What was picked from a list. */
export const picked = (event: PanelEvent): string => (event.type === 'PICK' ? event.id : '');

/** A list of accounts with one more or one less. */
export const toggled = (ids: readonly number[] | null, id: number): readonly number[] =>
  ids?.includes(id) ? ids.filter((one) => one !== id) : [...(ids ?? []), id];
