import type { Peer } from '#core';
import { type FixtureServer, type Outcome, type Port, ServerFaults, serve } from '#fixtures';

/**
 * A server of this process on a port of its own, for a meter in another process: the same answers as
 * in this one, and `no answer` is said at once, since the meter's time is virtual.
 */
export const servePeer = (peer: Peer): Promise<Port> =>
  serve(serverOf(peer), { noAnswer: 'at once' });

const answered = (code: number, body: string): Outcome => ({
  status: 'answered',
  answer: { code, headers: {}, body },
  afterMs: 0,
});

const serverOf = (peer: Peer): FixtureServer => ({
  // What goes wrong is decided behind the peer.
  faults: new ServerFaults(),
  carryOut: async ({ method, path, headers, body }) => {
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT') return answered(501, '');
    const answer = await peer.send({
      method,
      path,
      headers,
      ...(method === 'GET' ? {} : { body: new TextDecoder().decode(body) }),
    });
    switch (answer.status) {
      case 'answered':
        return answered(answer.code, answer.body);
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
