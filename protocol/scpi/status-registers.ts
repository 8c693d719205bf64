/** Bits of the standard event status register (IEEE 488.2, 11.5.1). */
export const eventBit = {
  operationComplete: 0x01,
  queryError: 0x04,
  deviceError: 0x08,
  executionError: 0x10,
  commandError: 0x20,
  powerOn: 0x80,
} as const;

/** Bits of the status byte (IEEE 488.2, 11.2; SCPI-99 vol. 1, 9). */
export const statusBit = {
  errorAvailable: 0x04,
  messageAvailable: 0x10,
  eventSummary: 0x20,
  masterSummary: 0x40,
} as const;

/** The bit that an error sets; positive numbers are the device's own. */
export function eventBitOf(code: number): number {
  if (code > 0 || code <= -500 || (code <= -300 && code > -400)) return eventBit.deviceError;
  if (code <= -400) return eventBit.queryError;
  if (code <= -200) return eventBit.executionError;
  return code <= -100 ? eventBit.commandError : 0;
}

/** The status registers of one client; they begin as after power came on. */
export class StatusRegisters {
  #events: number = eventBit.powerOn;
  /** `*ESE`, 0…255. */
  eventEnable = 0;
  #requestEnable = 0;

  note(bits: number): void {
    this.#events |= bits;
  }

  /** `*ESR?`: reading empties it. */
  takeEvents(): number {
    const events = this.#events;
    this.#events = 0;
    return events;
  }

  /** `*SRE`, 0…255; bit 6 means nothing and reads 0. */
  get requestEnable(): number {
    return this.#requestEnable;
  }

  set requestEnable(mask: number) {
    this.#requestEnable = mask & ~statusBit.masterSummary;
  }

  /** `*STB?` */
  statusByte(errors: boolean, messageAvailable: boolean): number {
    const summary =
      (errors ? statusBit.errorAvailable : 0) |
      (messageAvailable ? statusBit.messageAvailable : 0) |
      (this.#events & this.eventEnable ? statusBit.eventSummary : 0);
    return summary | (summary & this.#requestEnable ? statusBit.masterSummary : 0);
  }

  /** `*CLS`: the enable masks stay. */
  clear(): void {
    this.#events = 0;
  }
}
