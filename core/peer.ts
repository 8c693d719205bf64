/** A message to a server that a meter reaches over its network: JSON over HTTP. */
export interface PeerRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path and query, with the slash at its beginning. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * What came of a message. `no answer`: the time-out of the one who asked ran out; `reset`: the
 * connection broke. After both nobody knows whether the server has carried the message out.
 */
export type PeerAnswer =
  | { readonly status: 'answered'; readonly code: number; readonly body: string }
  | { readonly status: 'no answer' }
  | { readonly status: 'reset' }
  | { readonly status: 'unreachable' };

/** A server at the other end of a meter's network cable. It never throws. */
export interface Peer {
  send(request: PeerRequest): Promise<PeerAnswer>;
}
