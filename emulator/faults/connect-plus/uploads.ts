import type { Peer, PeerAnswer, PeerRequest } from '#core';
import type { connectPlus } from '#models';
import type { MeterFault } from '../fault.ts';
import { atPowerOn, editState, inChart, inProfile, inRules, withConfig } from './seeding.ts';

type Upload = {
  readonly transactions: readonly { readonly id: number; readonly revision: number }[];
};

const uploadIn = ({ body }: PeerRequest): Upload => JSON.parse(body ?? '{}') as Upload;

const isRefused = (answer: PeerAnswer): boolean =>
  answer.status !== 'answered' || answer.code !== 200;

/** What a server would have answered that took everything. */
const receiptFor = (request: PeerRequest): PeerAnswer => ({
  status: 'answered',
  code: 200,
  body: JSON.stringify({
    accepted: uploadIn(request).transactions.map(({ id, revision }) => ({ id, revision })),
  }),
});

/** Ids that no transaction has come to. */
const beyondAll = 1_000_000;

/** A program that sends what it sends again under a new key, its transactions under new ids. */
function doubling(peer: Peer): Peer {
  let last: string | undefined;
  let again = 0;
  return {
    send: async (request) => {
      const key = request.headers['idempotency-key'] ?? '';
      const repeated = key === last;
      last = key;
      if (!repeated) return peer.send(request);
      again += 1;
      const upload = uploadIn(request);
      const transactions = upload.transactions.map((one) => ({
        ...one,
        id: one.id + again * beyondAll,
      }));
      const answer = await peer.send({
        ...request,
        headers: { ...request.headers, 'idempotency-key': `${key}-${again}` },
        body: JSON.stringify({ ...upload, transactions }),
      });
      return isRefused(answer) ? answer : receiptFor(request);
    },
  };
}

/** Takes what waits for uploaded, whatever has become of it. */
const forgetful = (memory: connectPlus.Memory): connectPlus.Memory => ({
  ...memory,
  outbox: null,
  transactions: memory.transactions.map((one) => ({
    ...one,
    confirmed: one.revision,
    reported: one.account,
  })),
});

/** Faults between the machine and its accounting server. */
export const uploadFaults: readonly MeterFault[] = [
  {
    name: 'upload-doubled-by-a-retry',
    description: 'An upload that is tried again counts as new transactions.',
    peer: doubling,
  },
  {
    name: 'upload-lost-after-an-error',
    description: 'An answer of the server counts as a receipt, whatever it says.',
    peer: (peer) => ({
      send: async (request) => {
        const answer = await peer.send(request);
        return answer.status === 'answered' && isRefused(answer) ? receiptFor(request) : answer;
      },
    }),
  },
  {
    name: 'broken-connection-taken-for-done',
    description: 'An upload whose connection broke is never tried again.',
    peer: (peer) => ({
      send: async (request) => {
        const answer = await peer.send(request);
        return answer.status === 'reset' ? receiptFor(request) : answer;
      },
    }),
  },
  {
    name: 'silent-server-taken-for-done',
    description: 'An upload that nobody answers is never tried again.',
    peer: (peer) => ({
      send: async (request) => {
        const answer = await peer.send(request);
        return answer.status === 'no answer' ? receiptFor(request) : answer;
      },
    }),
  },
  {
    name: 'upload-a-penny-short',
    description: 'Of each uploaded transaction a penny of its postage is missing.',
    peer: (peer) => ({
      send: (request) => {
        const upload = JSON.parse(request.body ?? '{}') as {
          readonly transactions: readonly { readonly postage: number }[];
        };
        const transactions = upload.transactions.map((one) => ({
          ...one,
          postage: Math.max(0, one.postage - 1),
        }));
        return peer.send({ ...request, body: JSON.stringify({ ...upload, transactions }) });
      },
    }),
  },
  inProfile(
    'failed-upload-given-up',
    'An upload that failed is not tried again for a year.',
    () => ({
      uploadRetryFirstMs: 365 * 24 * 3_600_000,
      uploadRetryMostMs: 365 * 24 * 3_600_000,
    }),
  ),
  inProfile('back-off-forgotten', 'A failed upload is tried again every second.', () => ({
    uploadRetryFirstMs: 1000,
    uploadRetryMostMs: 1000,
  })),
  inProfile(
    'back-off-without-end',
    'Each failure doubles the time to the next try, for ever.',
    () => ({
      uploadRetryMostMs: Number.MAX_SAFE_INTEGER,
    }),
  ),
  inProfile(
    'never-synchronised-by-itself',
    'Nothing is uploaded unless Manage Accounts is opened.',
    () => ({
      syncMs: 365 * 24 * 3_600_000,
    }),
  ),
  inProfile('synchronised-at-once', 'What is accounted for is uploaded within a minute.', () => ({
    syncMs: 60_000,
  })),
  inChart(
    'manage-accounts-does-not-upload',
    'Opening Manage Accounts ends the batch and uploads nothing.',
    (machine) =>
      withConfig(machine, (config) =>
        editState(config, ['Manage Accounts', 'Menu'], (state) => ({
          ...state,
          entry: ['toTop', 'closeForUpload'],
        })),
      ),
  ),
  inChart(
    'upload-leaves-the-batch-open',
    'Opening Manage Accounts uploads without the batch that is open.',
    (machine) =>
      withConfig(machine, (config) =>
        editState(config, ['Manage Accounts', 'Menu'], (state) => ({ ...state, entry: ['toTop'] })),
      ),
  ),
  inRules(
    'changed-account-not-uploaded',
    'An account that the server knows is not uploaded when it changes.',
    ({ beginUpload }) => ({
      beginUpload: (memory) => {
        const after = beginUpload(memory);
        const { outbox } = after;
        if (!outbox || outbox === memory.outbox) return after;
        const known = new Set(memory.uploadedAccounts.map(({ id }) => id));
        const accounts = outbox.accounts.filter(({ id }) => !known.has(id));
        return { ...after, outbox: { ...outbox, accounts } };
      },
    }),
  ),
  inRules(
    'account-waits-for-a-transaction',
    'New and changed accounts are uploaded with the next transaction only.',
    ({ beginUpload }) => ({
      beginUpload: (memory) => {
        const after = beginUpload(memory);
        return after.outbox?.items.length === 0 ? { ...after, outbox: memory.outbox } : after;
      },
    }),
  ),
  atPowerOn(
    'waiting-upload-lost-at-power-cut',
    'What waits to be uploaded as the power goes counts as uploaded when it comes back.',
    forgetful,
  ),
];
