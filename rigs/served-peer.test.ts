import { expect, test } from 'vitest';
import type { Peer, PeerAnswer, PeerRequest } from '#core';
import { httpPeer } from '#fixtures';
import { servePeer } from './served-peer.ts';

const asked: PeerRequest = {
  method: 'POST',
  path: '/v1/meters/M1/sessions?x=1',
  headers: { 'idempotency-key': 'k1', 'content-type': 'application/json' },
  body: '{"name":"Łódź"}',
};

test.each<PeerAnswer>([
  { status: 'answered', code: 200, body: '{"a":"é"}' },
  { status: 'answered', code: 204, body: '' },
  { status: 'answered', code: 504, body: 'a 504 of the server itself' },
  { status: 'no answer' },
  { status: 'reset' },
])('a peer on a port answers as it does in-process: %o', async (answer) => {
  const heard: PeerRequest[] = [];
  const peer: Peer = {
    send: async (request) => {
      heard.push(request);
      return answer;
    },
  };
  await using port = await servePeer(peer);
  const { url, token } = port;
  expect(await httpPeer(url, { timeoutMs: 2 ** 31 - 1, token }).send(asked)).toEqual(answer);
  expect(heard).toEqual([{ ...asked, headers: expect.objectContaining(asked.headers) }]);
});

test('who does not have the token is not let in', async () => {
  const peer: Peer = { send: () => Promise.reject(new Error('it must not be asked')) };
  await using port = await servePeer(peer);
  const stranger = httpPeer(port.url, { timeoutMs: 60_000 });
  expect(await stranger.send(asked)).toMatchObject({ status: 'answered', code: 401 });
});
