import {
  BulkOutReader,
  bulkHeaderLength,
  controlRequests,
  controlStatus,
  writeCapabilities,
  writeMessageIn,
  writeNotice,
} from '#protocol/usbtmc';
import { InPipe, type PacketSource, packetsOf } from './in-pipe.ts';
import { OutPipe } from './out-pipe.ts';
import type { Setup } from './setup.ts';
import type { TmcDialogue } from './tmc-dialogue.ts';
import type { UsbFunction } from './usb-function.ts';

export interface TmcEndpoints {
  /** The number of both bulk endpoints. */
  readonly bulk: number;
  readonly interrupt: number;
  readonly maxPacket: number;
}

/** The host has asked for a part of the response. */
interface Asked {
  readonly tag: number;
  readonly length: number;
  readonly termChar: number | undefined;
}

const capabilities = writeCapabilities({
  termChar: true,
  indicatorPulse: false,
  is4882: true,
  remoteLocal: false,
  trigger: false,
  scpi: true,
  serviceRequest: true,
});

/** `bmRequestType` of a class request that answers: to an interface, and to an endpoint. */
const toInterface = 0xa1;
const toEndpoint = 0xa2;

/** A USBTMC interface of the USB488 subclass, on whose other side a 488.2 session sits. */
export class TmcFunction implements UsbFunction {
  readonly interfaces: readonly number[];
  readonly pipes: readonly (InPipe | OutPipe)[];
  readonly #out: OutPipe;
  readonly #in: InPipe;
  readonly #interrupt: InPipe;
  readonly #reader: BulkOutReader;
  readonly #dialogue: TmcDialogue;
  /** What the host has asked for and has not got whole. */
  #asked: Asked | undefined;
  #sentOfAsked = 0;
  #statusByte = 0;

  constructor(number: number, endpoints: TmcEndpoints, dialogue: TmcDialogue) {
    const { bulk, interrupt, maxPacket } = endpoints;
    this.interfaces = [number];
    this.#out = new OutPipe(bulk, maxPacket);
    this.#in = new InPipe(bulk, maxPacket);
    this.#interrupt = new InPipe(interrupt, 8);
    this.pipes = [this.#out, this.#in, this.#interrupt];
    this.#reader = new BulkOutReader(maxPacket);
    this.#dialogue = dialogue;
    this.#out.accept = (packet) => this.#packet(packet);
    dialogue.onChange = () => this.#goOn();
  }

  reset(): void {
    this.#dropTransfers();
    this.#dialogue.end();
    this.#statusByte = 0;
  }

  control(setup: Setup): Uint8Array | undefined {
    const answer =
      setup.requestType === toInterface
        ? this.#ofInterface(setup)
        : setup.requestType === toEndpoint
          ? this.#ofEndpoint(setup)
          : undefined;
    return typeof answer === 'number' ? Uint8Array.of(answer) : answer;
  }

  #ofInterface({ request, value }: Setup): Uint8Array | number | undefined {
    switch (request) {
      case controlRequests.getCapabilities:
        return capabilities;
      case controlRequests.initiateClear:
        this.#dropTransfers();
        this.#dialogue.clear();
        this.#out.halt();
        return controlStatus.success;
      case controlRequests.checkClearStatus:
        return Uint8Array.of(controlStatus.success, 0);
      case controlRequests.readStatusByte:
        return this.#tellStatusByte(value);
      default:
        return undefined;
    }
  }

  #ofEndpoint({ request, value, index }: Setup): Uint8Array | undefined {
    const isOut = index === this.#out.endpoint;
    if (!isOut && index !== (this.#in.endpoint | 0x80)) return undefined;
    const needsOut =
      request === controlRequests.initiateAbortBulkOut ||
      request === controlRequests.checkAbortBulkOutStatus;
    if (needsOut !== isOut) return undefined;
    switch (request) {
      case controlRequests.initiateAbortBulkOut:
        return this.#abortOut(value & 0xff);
      case controlRequests.checkAbortBulkOutStatus:
        return counted(controlStatus.success, 0, this.#reader.received);
      case controlRequests.initiateAbortBulkIn:
        return this.#abortIn(value & 0xff);
      case controlRequests.checkAbortBulkInStatus:
        return this.#in.empty
          ? counted(controlStatus.success, 0, this.#sentOfAsked)
          : counted(controlStatus.pending, 1, 0);
      default:
        return undefined;
    }
  }

  #packet(packet: Uint8Array): void {
    const event = this.#reader.packet(packet);
    switch (event?.kind) {
      case undefined:
        return;
      case 'piece':
        this.#dialogue.push(event.bytes, event.ends);
        break;
      case 'request':
        if (this.#asked) {
          this.#out.halt();
          return;
        }
        this.#asked = event;
        this.#sentOfAsked = 0;
        break;
      case 'malformed':
        this.#dialogue.forgetPiece();
        this.#out.halt();
        return;
      default:
        event satisfies never;
    }
    this.#goOn();
  }

  /** Answers what was asked for as soon as there is something, and asks for service. */
  #goOn(): void {
    this.#out.ready = this.#dialogue.ready;
    const asked = this.#asked;
    if (asked && this.#in.empty) {
      const part = this.#dialogue.take(asked.length, asked.termChar);
      if (part) this.#in.send(this.#response(asked, part.bytes, part.ends));
    }
    const statusByte = this.#dialogue.statusByte();
    const isNew = (statusByte & ~this.#statusByte & 0x40) !== 0;
    this.#statusByte = statusByte;
    if (isNew && this.#interrupt.empty) {
      this.#interrupt.sendPacket(writeNotice({ kind: 'service', statusByte }));
    }
  }

  /** The transfer, counted as the host takes it. */
  *#response(asked: Asked, bytes: Uint8Array, ends: boolean): PacketSource {
    const whole = bulkHeaderLength + bytes.length;
    const packets = packetsOf(writeMessageIn(asked.tag, bytes, ends), this.#in.maxPacket);
    for (let step = packets.next(); ; step = packets.next()) {
      this.#sentOfAsked = Math.min(this.#sentOfAsked + step.value.length, whole);
      if (step.done) {
        this.#asked = undefined;
        return step.value;
      }
      yield step.value;
    }
  }

  #abortOut(tag: number): Uint8Array {
    const underWay = this.#reader.tag;
    if (underWay === undefined) return Uint8Array.of(controlStatus.failed, this.#reader.lastTag);
    if (underWay !== tag) return Uint8Array.of(controlStatus.transferNotInProgress, underWay);
    this.#reader.abort();
    this.#dialogue.forgetPiece();
    this.#out.halt();
    return Uint8Array.of(controlStatus.success, tag);
  }

  /** Ends the transfer with a short packet, which the host reads until it comes. */
  #abortIn(tag: number): Uint8Array {
    if (!this.#asked) return Uint8Array.of(controlStatus.failed, this.#reader.lastTag);
    if (this.#asked.tag !== tag) {
      return Uint8Array.of(controlStatus.transferNotInProgress, this.#asked.tag);
    }
    this.#asked = undefined;
    this.#in.flush();
    this.#in.sendPacket(new Uint8Array());
    return Uint8Array.of(controlStatus.success, tag);
  }

  #tellStatusByte(value: number): Uint8Array {
    const tag = value & 0x7f;
    if (tag < 2 || tag !== value) return Uint8Array.of(controlStatus.failed, tag, 0);
    if (!this.#interrupt.empty) return Uint8Array.of(controlStatus.interruptInBusy, tag, 0);
    const statusByte = this.#dialogue.statusByte();
    this.#interrupt.sendPacket(writeNotice({ kind: 'status', tag, statusByte }));
    return Uint8Array.of(controlStatus.success, tag, 0);
  }

  #dropTransfers(): void {
    this.#reader.abort();
    this.#asked = undefined;
    this.#in.flush();
    this.#interrupt.flush();
  }
}

/** A status with a count of bytes. */
function counted(status: number, holdsData: number, count: number): Uint8Array {
  const bytes = Uint8Array.of(status, holdsData, 0, 0, 0, 0, 0, 0);
  new DataView(bytes.buffer).setUint32(4, count, true);
  return bytes;
}
