import type { Peer } from '#core';
import type { ServerAt } from '#emulator/link';

/** How long an emulated meter waits for a server on the network, in the host's time. */
const serverTimeoutMs = 10_000;

/** The way to a server on the network. */
export async function peerAt({ url, token }: ServerAt): Promise<Peer> {
  const { httpPeer } = await import('#fixtures');
  return httpPeer(url, { timeoutMs: serverTimeoutMs, ...(token === undefined ? {} : { token }) });
}
