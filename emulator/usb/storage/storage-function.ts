import { type Drawn, InPipe } from '../in-pipe.ts';
import { OutPipe } from '../out-pipe.ts';
import type { Setup } from '../setup.ts';
import type { UsbFunction } from '../usb-function.ts';
import { type CommandWrapper, commandStatus, readCommand, writeStatus } from './bulk-only.ts';
import { blockLength } from './disk-answers.ts';
import type { ScsiDisk, ScsiPlan } from './scsi-disk.ts';

type OutPlan = Extract<ScsiPlan, { kind: 'out' }>;
type InPlan = Extract<ScsiPlan, { kind: 'in' }>;

/** Data that the host is sending for a command. */
interface Incoming {
  readonly command: CommandWrapper;
  readonly plan: OutPlan;
  readonly pending: Uint8Array;
  received: number;
  processed: number;
}

const maxLun = { request: 0xfe, requestType: 0xa1 };
const massStorageReset = { request: 0xff, requestType: 0x21 };

/**
 * A disk behind the Bulk-Only Transport 1.0: a command comes in, data goes one way or none, a status
 * goes back. The thirteen cases in which host and device disagree are those of its chapter 6.7.
 */
export class StorageFunction implements UsbFunction {
  readonly interfaces: readonly number[];
  readonly pipes: readonly (InPipe | OutPipe)[];
  readonly #out: OutPipe;
  readonly #in: InPipe;
  readonly #disk: ScsiDisk;
  #incoming: Incoming | undefined;
  /** After a command that is none, both pipes stay halted until the host resets the function. */
  #lost = false;

  constructor(number: number, endpoint: number, maxPacket: number, disk: ScsiDisk) {
    this.interfaces = [number];
    this.#out = new OutPipe(endpoint, maxPacket);
    this.#in = new InPipe(endpoint, maxPacket);
    this.pipes = [this.#out, this.#in];
    this.#disk = disk;
    this.#out.accept = (packet) => this.#packet(packet);
  }

  reset(): void {
    this.#disk.reset();
    this.#begin();
  }

  control({ requestType, request, value, length }: Setup): Uint8Array | undefined {
    if (value !== 0) return undefined;
    if (request === maxLun.request && requestType === maxLun.requestType) {
      return length === 1 ? Uint8Array.of(0) : undefined;
    }
    if (request !== massStorageReset.request || requestType !== massStorageReset.requestType) {
      return undefined;
    }
    if (length !== 0) return undefined;
    this.#in.flush();
    this.#begin();
    return new Uint8Array();
  }

  haltCleared(pipe: InPipe | OutPipe): void {
    if (this.#lost) pipe.halt();
  }

  #begin(): void {
    this.#incoming = undefined;
    this.#lost = false;
    this.#out.ready = true;
  }

  #packet(packet: Uint8Array): void {
    if (this.#incoming) {
      this.#data(this.#incoming, packet);
      return;
    }
    const command = readCommand(packet);
    if (command) this.#carryOut(command);
    else {
      this.#lost = true;
      this.#in.flush();
      this.#in.halt();
      this.#out.halt();
    }
  }

  #carryOut(command: CommandWrapper): void {
    // The next command waits until the host has fetched the status of this one.
    this.#out.ready = false;
    const plan = this.#disk.plan(command.block);
    const { length, direction } = command;
    if (plan.kind === 'in' && direction === 'in' && length > 0) {
      this.#in.send(this.#outgoing(command, plan));
    } else if (plan.kind === 'out' && direction === 'out' && length >= plan.length && length > 0) {
      this.#expect(command, plan);
    } else {
      const agrees = plan.kind === 'done' || plan.kind === 'failed' || plan.length === 0;
      const status = plan.kind === 'failed' ? commandStatus.failed : commandStatus.passed;
      this.#without(command, agrees ? status : commandStatus.phaseError);
    }
  }

  /** Ends a command without data, whatever the host has expected. */
  #without(command: CommandWrapper, status: number): void {
    if (command.length > 0 && command.direction === 'out') this.#out.halt();
    const halts = command.length > 0 && command.direction === 'in';
    this.#in.send(this.#status(command, command.length, status, halts));
  }

  *#status(
    command: CommandWrapper,
    residue: number,
    status: number,
    halts = false,
  ): Generator<'halt', Uint8Array> {
    if (halts) yield 'halt';
    this.#incoming = undefined;
    this.#out.ready = true;
    return writeStatus(command.tag, residue, status);
  }

  *#outgoing(command: CommandWrapper, plan: InPlan): Generator<Drawn, Uint8Array> {
    let sent = 0;
    for (const block of plan.blocks()) {
      const packet = block.subarray(0, command.length - sent);
      sent += packet.length;
      yield packet;
      if (sent === command.length) break;
    }
    const { failed, phaseError, passed } = commandStatus;
    const status = this.#disk.failed ? failed : plan.length > command.length ? phaseError : passed;
    const residue = command.length - sent;
    return yield* this.#status(command, residue, status, residue > 0);
  }

  #expect(command: CommandWrapper, plan: OutPlan): void {
    if (plan.length === 0) {
      this.#without(command, commandStatus.passed);
      return;
    }
    const pending = new Uint8Array(blockLength);
    this.#incoming = { command, plan, pending, received: 0, processed: 0 };
    this.#out.ready = true;
  }

  #data(incoming: Incoming, packet: Uint8Array): void {
    const { command, plan, pending } = incoming;
    for (let at = 0; at < packet.length && incoming.received < plan.length; ) {
      const filled = incoming.received % blockLength;
      const part = packet.subarray(at, at + blockLength - filled);
      pending.set(part, filled);
      at += part.length;
      incoming.received += part.length;
      if (filled + part.length < blockLength) continue;
      if (!plan.block(pending)) {
        this.#ended(incoming, commandStatus.failed);
        return;
      }
      incoming.processed += blockLength;
    }
    if (incoming.received === plan.length) this.#ended(incoming, commandStatus.passed);
    else if (packet.length < this.#out.maxPacket) this.#ended(incoming, commandStatus.phaseError);
    else if (incoming.received >= command.length) this.#ended(incoming, commandStatus.phaseError);
  }

  #ended({ command, received, processed }: Incoming, status: number): void {
    this.#incoming = undefined;
    this.#out.ready = false;
    if (received < command.length && status !== commandStatus.phaseError) this.#out.halt();
    this.#in.send(this.#status(command, command.length - processed, status));
  }
}
