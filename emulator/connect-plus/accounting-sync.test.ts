import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Millis, type Peer, type PeerRequest, seconds, VirtualClock } from '#core';
import {
  type AccountingServer,
  type Fault,
  inProcessPeer,
  openAccountingServer,
  ServerFaults,
  seededFaults,
} from '#fixtures';
import { connectPlus } from '#models';
import { Work } from '../work.ts';
import { AccountingSync } from './accounting-sync.ts';

const model = connectPlus.connectPlusModel('connect-plus');
const { profile, rules } = model.sources;
const { syncMs, uploadRetryFirstMs, uploadRetryMostMs, uploadTimeoutMs } = profile;
const latency = seconds(2);
const hour = 3_600_000;

const account = (id: number): connectPlus.Memory['accounts'][number] => ({
  id,
  parent: null,
  name: `Account ${id}`,
  code: `${id}`,
  description: '',
  active: true,
  password: null,
});

const job = { account: 1, user: null, carrier: 'Royal Mail', class: '1st Class' };
const piece = { grams: 20, band: 0, postage: 165, fees: 0 };

/** A machine that is nothing but its memory and its way to an accounting server. */
class Machine {
  readonly clock = new VirtualClock(0);
  readonly work = new Work();
  readonly server: AccountingServer;
  /** When each message left the machine, and under which key. */
  readonly sent: { readonly at: Millis; readonly key: string }[] = [];
  plugged = true;
  memory: connectPlus.Memory;
  #sync: AccountingSync;
  readonly #peer: Peer;

  constructor(server: AccountingServer, accounts = 1) {
    this.server = server;
    // The model gives its own memory out as `unknown`.
    const factory = model.factoryMemory({ serial: '7' }) as connectPlus.Memory;
    this.memory = {
      ...factory,
      accounts: Array.from({ length: accounts }, (_, index) => account(index + 1)),
    };
    const peer = inProcessPeer(server);
    this.#peer = {
      send: (request: PeerRequest) => {
        this.sent.push({ at: this.clock.now(), key: request.headers['idempotency-key'] ?? '' });
        return peer.send(request);
      },
    };
    this.#sync = this.#start();
  }

  get sync(): AccountingSync {
    return this.#sync;
  }

  #start(): AccountingSync {
    const sync = new AccountingSync({
      clock: this.clock,
      work: this.work,
      profile,
      latency,
      peer: () => (this.plugged ? this.#peer : undefined),
      memory: () => this.memory,
      tell: (event) => {
        if (event.type === 'UPLOAD.BEGUN') this.remember(rules.beginUpload(this.memory));
        if (event.type === 'UPLOAD.CONFIRMED') {
          this.remember(rules.confirm(this.memory, event.items));
        }
      },
    });
    return sync;
  }

  remember(memory: connectPlus.Memory): void {
    this.memory = memory;
    this.#sync.look();
  }

  frank(): void {
    const { clock } = this;
    const whole = { ...job, jobId1: '', jobId2: '' };
    this.remember(rules.closeBatch(rules.frank(this.memory, whole, piece, clock.now())));
  }

  powerCut(): void {
    this.#sync.stop();
    this.memory = JSON.parse(JSON.stringify(this.memory)) as connectPlus.Memory;
    this.#sync = this.#start();
    this.#sync.look();
  }

  async pass(duration: Millis): Promise<void> {
    const end = this.clock.now() + duration;
    await this.work.settled();
    for (let due = this.clock.nextDue(); due !== undefined && due <= end; ) {
      this.clock.advanceTo(due);
      await this.work.settled();
      due = this.clock.nextDue();
    }
    this.clock.advanceTo(end);
  }

  get agrees(): boolean {
    const { totals } = this.server.ledger.figures('7');
    return (
      totals.pieces === this.memory.transactions.length &&
      totals.postage === this.memory.registers.ascending &&
      !connectPlus.uploadWaits(this.memory)
    );
  }
}

const machine = async (faults: readonly (Fault | undefined)[] = [], accounts = 1) => {
  const planned = faults.flatMap((fault, index) => (fault ? [{ at: index + 1, fault }] : []));
  const server = await openAccountingServer({ faults: new ServerFaults(planned) });
  return new Machine(server, accounts);
};

/** The accounts are known, nothing waits. */
const settled = async (faults: readonly (Fault | undefined)[] = []) => {
  const made = await machine([undefined, ...faults]);
  made.sync.ask();
  await made.pass(hour);
  made.sent.length = 0;
  return made;
};

describe('an upload', () => {
  test('begins a while after something waits, once', async () => {
    const meter = await settled();
    meter.frank();
    await meter.pass(syncMs - 1);
    expect(meter.sent).toHaveLength(0);
    await meter.pass(1);
    expect(meter.sent).toHaveLength(1);
    await meter.pass(latency - 1);
    expect(meter.agrees).toBe(false);
    await meter.pass(1);
    expect(meter.agrees).toBe(true);
    await meter.pass(100 * hour);
    expect(meter.sent).toHaveLength(1);
  });

  test('begins at once when it is asked for, and not at all when nothing waits', async () => {
    const meter = await settled();
    meter.sync.ask();
    await meter.pass(hour);
    expect(meter.sent).toHaveLength(0);
    meter.frank();
    meter.sync.ask();
    await meter.pass(latency);
    expect(meter.agrees).toBe(true);
  });

  test('that is asked for while one is on its way follows it at once', async () => {
    const meter = await settled();
    meter.frank();
    meter.sync.ask();
    await meter.pass(latency / 2);
    meter.frank();
    meter.sync.ask();
    await meter.pass(2 * latency);
    expect(meter.sent).toHaveLength(2);
    expect(meter.agrees).toBe(true);
  });

  test('of thousands of accounts and transactions goes out in messages that a server takes', async () => {
    const meter = await machine([], 3000);
    for (let count = 0; count < 1200; count += 1) meter.frank();
    meter.sync.ask();
    await meter.pass(10 * 2 * latency);
    expect(meter.sent).toHaveLength(8);
    expect(meter.agrees).toBe(true);
    expect(meter.server.ledger.figures('7').accounts).toHaveLength(3000);
  });
});

describe('a failed upload', () => {
  const failures: readonly Fault[] = [
    { kind: 'status', code: 500 },
    { kind: 'status', code: 503 },
    { kind: 'reset' },
    { kind: 'lost answer' },
    { kind: 'no answer', carriedOut: false },
    { kind: 'no answer', carriedOut: true },
  ];

  test.each(failures)('is tried again under its key: $kind', async (fault) => {
    const meter = await settled([fault, fault]);
    meter.frank();
    meter.sync.ask();
    await meter.pass(hour);
    expect(new Set(meter.sent.map(({ key }) => key)).size).toBe(1);
    expect(meter.sent).toHaveLength(3);
    expect(meter.agrees).toBe(true);
  });

  test('is tried again later each time, up to once an hour', async () => {
    const meter = await settled(Array<Fault>(12).fill({ kind: 'status', code: 500 }));
    meter.frank();
    meter.sync.ask();
    await meter.pass(12 * hour);
    const pauses = meter.sent.map(
      ({ at }, index) => at - (meter.sent[index - 1]?.at ?? 0) - latency,
    );
    const expected = pauses.map((_pause, index) =>
      Math.min(uploadRetryFirstMs * 2 ** (index - 1), uploadRetryMostMs),
    );
    expect(pauses.slice(1)).toEqual(expected.slice(1));
    expect(meter.agrees).toBe(true);
  });

  test('begins with the shortest pause again after one that went well', async () => {
    const error: Fault = { kind: 'status', code: 500 };
    const meter = await settled([error, error, error, undefined, error]);
    meter.frank();
    meter.sync.ask();
    await meter.pass(hour);
    meter.sent.length = 0;
    meter.frank();
    meter.sync.ask();
    await meter.pass(hour);
    const [first, second] = meter.sent;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(latency + uploadRetryFirstMs);
  });

  test('is waited for no longer than the time-out', async () => {
    const meter = await settled([{ kind: 'no answer', carriedOut: false }]);
    meter.frank();
    meter.sync.ask();
    await meter.pass(uploadTimeoutMs + uploadRetryFirstMs - 1);
    expect(meter.sent).toHaveLength(1);
    await meter.pass(1);
    expect(meter.sent).toHaveLength(2);
  });

  test('is tried at once when it is asked for', async () => {
    const meter = await settled(Array<Fault>(6).fill({ kind: 'status', code: 500 }));
    meter.frank();
    meter.sync.ask();
    await meter.pass(hour);
    const before = meter.sent.length;
    meter.sync.ask();
    await meter.pass(0);
    expect(meter.sent).toHaveLength(before + 1);
  });

  test.each(['', 'null', '[]', '{"accepted":3}', '{"accepted":[null]}', '<html>'])(
    'may also be an answer that makes no sense: %j',
    async (body) => {
      const meter = await settled();
      const nonsense: Peer = { send: async () => ({ status: 'answered', code: 200, body }) };
      const clock = new VirtualClock(0);
      const work = new Work();
      meter.frank();
      const memory = rules.beginUpload(meter.memory);
      const told: string[] = [];
      const sync = new AccountingSync({
        clock,
        work,
        profile,
        latency,
        peer: () => nonsense,
        memory: () => memory,
        tell: ({ type }) => told.push(type),
      });
      sync.ask();
      clock.advanceTo(0);
      await work.settled();
      clock.advanceTo(latency);
      expect(told).toEqual(['UPLOAD.BEGUN']);
      sync.stop();
    },
  );
});

describe('power', () => {
  test('that goes while an answer is on its way leaves the message to be sent again as it comes back', async () => {
    const meter = await settled();
    meter.frank();
    meter.sync.ask();
    await meter.pass(latency / 2);
    meter.powerCut();
    await meter.pass(latency);
    expect(meter.sent.map(({ key }) => key)).toEqual(['7-2', '7-2']);
    expect(meter.agrees).toBe(true);
  });

  test('that has gone sends nothing any more', async () => {
    const meter = await settled();
    meter.frank();
    meter.sync.stop();
    meter.sync.ask();
    meter.sync.look();
    await meter.pass(100 * hour);
    expect(meter.sent).toHaveLength(0);
  });
});

test('days without a network are made up for once it is back', async () => {
  const meter = await settled();
  meter.plugged = false;
  for (let day = 0; day < 20; day += 1) {
    meter.frank();
    await meter.pass(24 * hour);
  }
  expect(meter.sent).toHaveLength(0);
  meter.plugged = true;
  await meter.pass(uploadRetryMostMs + syncMs + 2 * latency);
  expect(meter.agrees).toBe(true);
});

test('whatever the server does and whenever the power goes, all arrives once', async () => {
  const step = fc.constantFrom('frank', 'ask', 'second', 'minute', 'hour', 'cut', 'plug');
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      async (steps, seed) => {
        const faults = new ServerFaults(seededFaults(seed, { messages: 30, oneIn: 2 }));
        const meter = new Machine(await openAccountingServer({ faults }));
        for (const what of steps) {
          if (what === 'frank') meter.frank();
          if (what === 'ask') meter.sync.ask();
          if (what === 'second') await meter.pass(1000);
          if (what === 'minute') await meter.pass(60_000);
          if (what === 'hour') await meter.pass(hour);
          if (what === 'cut') meter.powerCut();
          if (what === 'plug') meter.plugged = !meter.plugged;
        }
        meter.plugged = true;
        meter.sync.look();
        await meter.pass(48 * hour);
        expect(meter.agrees).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
