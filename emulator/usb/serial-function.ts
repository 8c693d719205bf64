import { InPipe } from './in-pipe.ts';
import { OutPipe } from './out-pipe.ts';
import type { Setup } from './setup.ts';
import type { UsbFunction } from './usb-function.ts';

/** Where the bytes of a serial line go: a client's line of the dialect. */
export interface SerialClient {
  push(bytes: Uint8Array): void;
  close(): void;
}

/** How a client's line sends, and makes the host wait. */
export interface SerialEnd {
  /** Resolves when the host has taken the bytes, or never will. */
  send(bytes: Uint8Array): Promise<void>;
  pause(): void;
  resume(): void;
}

export interface SerialEndpoints {
  /** The number of both bulk endpoints. */
  readonly bulk: number;
  readonly interrupt: number;
  readonly maxPacket: number;
}

const requests = { setLineCoding: 0x20, getLineCoding: 0x21, setLineState: 0x22, sendBreak: 0x23 };
const toInterface = 0x21;
const fromInterface = 0xa1;

/** 115200 8N1, of which the dialect knows nothing: it is kept because it can be asked for. */
const usualCoding = Uint8Array.of(0x00, 0xc2, 0x01, 0x00, 0, 0, 8);

/**
 * A serial line of the CDC-ACM class. A program that opens it raises DTR and is a new client; when
 * it closes the line DTR falls, and the client has gone.
 */
export class SerialFunction implements UsbFunction {
  readonly interfaces: readonly number[];
  readonly pipes: readonly (InPipe | OutPipe)[];
  readonly #out: OutPipe;
  readonly #in: InPipe;
  readonly #notices: InPipe;
  readonly #open: (end: SerialEnd) => SerialClient;
  #coding = usualCoding;
  #terminalReady = false;
  #client: SerialClient | undefined;
  #taken: (() => void)[] = [];

  /** `number` is the interface for control; data goes over the next one. */
  constructor(number: number, endpoints: SerialEndpoints, open: (end: SerialEnd) => SerialClient) {
    const { bulk, interrupt, maxPacket } = endpoints;
    this.interfaces = [number, number + 1];
    this.#out = new OutPipe(bulk, maxPacket);
    this.#in = new InPipe(bulk, maxPacket);
    this.#notices = new InPipe(interrupt, 16);
    this.pipes = [this.#out, this.#in, this.#notices];
    this.#open = open;
    this.#out.accept = (packet) => this.#line().push(packet);
    this.#in.onEmpty = () => this.#letGo();
  }

  reset(): void {
    this.#hangUp();
    this.#coding = usualCoding;
    this.#terminalReady = false;
    this.#notices.flush();
  }

  control(
    { requestType, request, value, length }: Setup,
    data: Uint8Array,
  ): Uint8Array | undefined {
    if (requestType === fromInterface && request === requests.getLineCoding) return this.#coding;
    if (requestType !== toInterface) return undefined;
    switch (request) {
      case requests.setLineCoding:
        if (length !== usualCoding.length) return undefined;
        this.#coding = Uint8Array.from(data);
        return new Uint8Array();
      case requests.setLineState:
        this.#setTerminalReady((value & 1) === 1);
        return new Uint8Array();
      case requests.sendBreak:
        return new Uint8Array();
      default:
        return undefined;
    }
  }

  #setTerminalReady(ready: boolean): void {
    if (ready === this.#terminalReady) return;
    this.#terminalReady = ready;
    if (!ready) this.#hangUp();
    // Carrier and data set ready, or neither (PSTN120 table 31).
    const state = ready ? 0x03 : 0x00;
    const [number = 0] = this.interfaces;
    this.#notices.flush();
    this.#notices.sendPacket(Uint8Array.of(0xa1, 0x20, 0, 0, number, 0, 2, 0, state, 0));
  }

  #line(): SerialClient {
    this.#client ??= this.#open({
      send: (bytes) => this.#send(bytes),
      pause: () => {
        this.#out.ready = false;
      },
      resume: () => {
        this.#out.ready = true;
      },
    });
    return this.#client;
  }

  #send(bytes: Uint8Array): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#taken.push(resolve);
    this.#in.sendWhole(bytes);
    return promise;
  }

  #letGo(): void {
    const taken = this.#taken;
    this.#taken = [];
    for (const resolve of taken) resolve();
  }

  #hangUp(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.close();
    this.#in.flush();
    this.#letGo();
    this.#out.ready = true;
  }
}
