import { setImmediate as turn } from 'node:timers/promises';
import { instantOf, randomFrom, SystemClock, VirtualClock } from '#core';
import { createStick, emulatedMeter, loadUsb, RamMedium } from '#emulator';
import { Slot } from '#emulator/link';
import {
  deviceIdOf,
  readImportReply,
  UsbipReplies,
  writeImportRequest,
  writeSubmit,
} from '#protocol/usbip';
import { writeMessageOut, writeRequestIn } from '#protocol/usbtmc';
import { operationPacket, transferPacket } from './usbip-packets.ts';

const { portsOf, UsbipConnection, UsbMeter } = await loadUsb();

export interface UsbipFuzz {
  readonly seed: number;
  readonly count: number;
}

/** What was found: figures, and what should not be. */
export interface UsbipFuzzFindings {
  readonly packets: number;
  /** Connections that the packets ended, or that came to their end. */
  readonly connections: number;
  /** Transfers that were answered, and questions after who it is among them. */
  readonly answers: number;
  readonly identified: number;
  readonly seconds: number;
  /** Bytes of heap after a collection: after the warm-up, and at the end. */
  readonly heap: readonly [before: number, after: number] | undefined;
  readonly problems: readonly string[];
}

/** A connection lives for so many packets at most. */
const connectionLife = 400;
const lookEvery = 2_000;
const mostGrowth = 4 * 1024 * 1024;
/** The most that one packet may make the server say: a read of the whole room that was offered. */
const mostAnswer = 17 * 1024 * 1024;

const busid = '1-1';
const encoder = new TextEncoder();
const nothing = new Uint8Array();

/**
 * Sends seeded packets to an emulated IS-440 over USB/IP. They change nothing of the meter: its
 * display, clock and memory must be the same after them, and a good question must be answered.
 */
export async function usbipFuzz({ seed, count }: UsbipFuzz): Promise<UsbipFuzzFindings> {
  const clock = new VirtualClock(
    instantOf({ year: 2026, month: 1, day: 5, hour: 9, minute: 0, second: 0 }),
  );
  const host = new SystemClock();
  const medium = new RamMedium();
  const stick = await createStick(clock);
  const meter = emulatedMeter('is-440', { clock, medium, stick, supervisorPin: '1234' });
  const problems: string[] = [];
  await using slot = new Slot({
    model: 'is-440',
    meter,
    stick,
    peerAt: () => {
      throw new Error('no packet of these names a server');
    },
    onError: (error) => problems.push(String(error)),
  });
  const ports = portsOf([new UsbMeter(slot)]);
  const offer = ports.get(busid)?.offer;
  if (!offer) throw new Error(`there is no ${busid}`);
  const deviceId = deviceIdOf(offer);
  const random = randomFrom(seed);
  let answers = 0;
  let identified = 0;
  let connections = 0;
  let said = 0;

  const opened = (hear: (bytes: Uint8Array) => void = () => undefined) => {
    connections += 1;
    let ended = false;
    const connection = new UsbipConnection({
      ports,
      send: (bytes) => {
        answers += 1;
        said += bytes.length;
        hear(bytes);
      },
      end: () => {
        ended = true;
      },
    });
    return { connection, ended: () => ended };
  };
  const imported = (hear?: (bytes: Uint8Array) => void) => {
    const cable = opened(hear);
    cable.connection.push(writeImportRequest(busid));
    return cable;
  };
  const good = async (after: string): Promise<void> => {
    const answer = await identity(deviceId, imported);
    if (answer.includes('IS-440')) identified += 1;
    else problems.push(`no answer after ${after}`);
  };
  const seen = async (): Promise<string> => {
    const banks = [medium.read('a'), medium.read('b')].map((bank) =>
      Buffer.from(bank).toString('base64'),
    );
    const { last } = slot.once;
    return JSON.stringify([await meter.frame(), meter.now(), last, stick.place(), banks]);
  };
  const heapNow = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };

  const began = host.now();
  const before = await seen();
  const warm = Math.floor(count / 10);
  let heapBefore = 0;
  let cable = imported();
  let life = 0;
  for (let sent = 0; sent < count; sent += 1) {
    const listens = random.below(100) === 0;
    const packet = listens ? operationPacket(random) : transferPacket(random, sent + 2, deviceId);
    said = 0;
    try {
      if (listens) {
        const visitor = opened().connection;
        visitor.push(packet);
        visitor.close();
      } else cable.connection.push(packet);
    } catch (error) {
      problems.push(`packet ${sent}: ${error instanceof Error ? error.stack : error}`);
    }
    if (said > mostAnswer) problems.push(`packet ${sent} was answered with ${said} bytes`);
    life += 1;
    const over = cable.ended() || life > connectionLife;
    // Questions to the meter are worked off in between, as on a socket.
    if (over || sent % 32 === 0) await turn();
    if (over || sent % lookEvery === 0 || sent === warm) {
      cable.connection.close();
      await good(`packet ${sent}`);
      if (sent === warm) heapBefore = heapNow();
      if (sent % lookEvery === 0 && (await seen()) !== before) {
        problems.push(`the meter has changed before packet ${sent}`);
      }
      if (problems.length > 20) break;
      cable = imported();
      if (random.below(20) > 0) {
        cable.connection.push(setConfiguration(deviceId));
        life = 0;
      }
    }
  }
  cable.connection.close();
  await good('the last packet');
  if ((await seen()) !== before) problems.push('the meter has changed');
  const heapAfter = heapNow();
  const heap = globalThis.gc ? ([heapBefore, heapAfter] as const) : undefined;
  if (heap && heapAfter - heapBefore > mostGrowth) problems.push('the heap has grown');
  const seconds = (host.now() - began) / 1000;
  return { packets: count, connections, answers, identified, seconds, heap, problems };
}

const setConfiguration = (deviceId: number): Uint8Array =>
  submit(deviceId, 1, 'out', 0, nothing, 0, Uint8Array.of(0, 9, 1, 0, 0, 0, 0, 0));

function submit(
  deviceId: number,
  seq: number,
  direction: 'in' | 'out',
  endpoint: number,
  data: Uint8Array,
  length = data.length,
  setup = new Uint8Array(8),
): Uint8Array {
  const flags = 0;
  return writeSubmit({
    kind: 'submit',
    seq,
    deviceId,
    direction,
    endpoint,
    flags,
    length,
    setup,
    data,
  });
}

/** Asks the instrument who it is, over a cable of its own; empty when nothing comes. */
async function identity(
  deviceId: number,
  plug: (hear: (bytes: Uint8Array) => void) => {
    readonly connection: InstanceType<typeof UsbipConnection>;
  },
): Promise<string> {
  const asked = 4;
  const replies = new UsbipReplies((seq) => seq === asked);
  let head: Uint8Array | undefined = nothing;
  let answer = '';
  const { connection } = plug((bytes) => {
    if (head) {
      head = Buffer.concat([head, bytes]);
      if (readImportReply(head)) head = undefined;
      return;
    }
    replies.push(bytes);
    for (let next = replies.next(); next; next = replies.next()) {
      if (next.kind === 'submitted' && next.seq === asked) {
        answer = Buffer.from(next.data).toString('latin1');
      }
    }
  });
  connection.push(setConfiguration(deviceId));
  connection.push(submit(deviceId, 2, 'out', 1, writeMessageOut(1, encoder.encode('*IDN?'), true)));
  connection.push(submit(deviceId, 3, 'out', 1, writeRequestIn(2, 256)));
  connection.push(submit(deviceId, asked, 'in', 1, nothing, 1024));
  for (let left = 1000; left > 0 && answer === ''; left -= 1) await turn();
  connection.close();
  return answer;
}
