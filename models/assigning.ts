import { type AnyMachineSnapshot, assign, type EventObject, type MachineContext } from 'xstate';

/**
 * An action that changes part of the context, and nothing else: XState's `assign`, which works out anew
 * each time in which states the chart is, and tags with it, though no assignment changes that. Here the
 * snapshot stays what it was but for its context.
 */
export function assigning<Context extends MachineContext, Event extends EventObject, Params>(
  patch: (
    now: { readonly context: Context; readonly event: Event },
    params: Params,
  ) => Partial<Context>,
) {
  const action = assign<Context, Event, Params, Event, never>(patch);
  // As XState calls what its own actions are made of.
  const resolve = (
    _scope: unknown,
    snapshot: AnyMachineSnapshot,
    { event }: { readonly event: Event },
    params: Params,
  ) => {
    const context = { ...snapshot.context, ...patch({ context: snapshot.context, event }, params) };
    return [{ ...snapshot, context }, undefined, undefined];
  };
  return Object.assign(action, { resolve });
}
