import type { Forgery, Peer, PeerAnswer, PeerRequest } from '#core';

/** Somebody on the line between a meter and its Data Centre, who forges an answer when told to. */
export class ForgedAnswers {
  readonly #planned: Forgery[] = [];
  readonly #byKey = new Map<string, PeerAnswer>();

  /** Forges the next answer that can say so. */
  plan(forgery: Forgery): void {
    this.#planned.push(forgery);
  }

  /** What stood in the answer to the message with this key; `undefined` where it was left alone. */
  of(key: string): PeerAnswer | undefined {
    return this.#byKey.get(key);
  }

  /** The line as the meter has it. */
  on(peer: Peer): Peer {
    return {
      send: async (request) => {
        const answer = await peer.send(request);
        const [forgery] = this.#planned;
        const key = request.headers['idempotency-key'] ?? '';
        this.#byKey.delete(key);
        const forged = forgery && forgedAnswer(forgery, request, answer);
        if (!forged) return answer;
        this.#planned.shift();
        this.#byKey.set(key, forged);
        return forged;
      },
    };
  }
}

/** The answer with what is forged in it; `undefined` where it has nothing of the kind. */
function forgedAnswer(
  forgery: Forgery,
  { path }: PeerRequest,
  answer: PeerAnswer,
): PeerAnswer | undefined {
  if (answer.status !== 'answered' || answer.code !== 200) return undefined;
  const parts: Readonly<Record<string, unknown>> = JSON.parse(answer.body);
  const saying = (other: Readonly<Record<string, unknown>>): PeerAnswer => ({
    ...answer,
    body: JSON.stringify({ ...parts, ...other }),
  });
  const isGrant = path.endsWith('/funds') && parts.status === 'granted';
  switch (forgery) {
    case 'an earlier challenge':
      return path.endsWith('/sessions') ? saying({ nonce: 'c-0' }) : undefined;
    case 'other registers':
      return isGrant ? saying({ controlTotal: Number(parts.controlTotal) + 1 }) : undefined;
    case 'another amount':
      return isGrant ? saying({ amount: Number(parts.amount) * 2 }) : undefined;
    case 'nonsense':
      return { ...answer, body: '<html>' };
    default:
      return forgery satisfies never;
  }
}
