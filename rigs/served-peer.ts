import type { Peer } from '#core';
import { type FixtureServer, type Port, ServerFaults, serve } from '#fixtures';

/**
 * A server of this process on a port of its own, for a meter in another process: the same answers as
 * in this one, and `no answer` is said at once, since the meter's time is virtual.
 */
export const servePeer = (peer: Peer): Promise<Port> =>
  serve(serverOf(peer), { noAnswer: 'at once' });

const serverOf = (peer: Peer): FixtureServer => ({
  // What goes wrong is decided behind the peer.
  faults: new ServerFaults(),
  carryOut: async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT') {
      return { status: 'answered', response: new Response(null, { status: 501 }), afterMs: 0 };
    }
    const headers = Object.fromEntries(request.headers);
    const body = method === 'GET' ? undefined : await request.text();
    const answer = await peer.send({
      method,
      path: `${pathname}${search}`,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    switch (answer.status) {
      case 'answered': {
        const empty = answer.code === 204 || answer.code === 304;
        const response = new Response(empty ? null : answer.body, { status: answer.code });
        return { status: 'answered', response, afterMs: 0 };
      }
      case 'no answer':
        return answer;
      case 'reset':
      case 'unreachable':
        return { status: 'reset' };
      default:
        return answer satisfies never;
    }
  },
});
