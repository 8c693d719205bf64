/** The eight bytes of a control request (USB 2.0 table 9-2). */
export interface Setup {
  readonly requestType: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  readonly length: number;
}

/** Where in `requestType` it stands what kind of request it is, and to whom. */
export const requestKinds = { mask: 0x60, standard: 0x00, class: 0x20 } as const;
export const recipients = { mask: 0x1f, device: 0, interface: 1, endpoint: 2 } as const;

/** The bit of `requestType`, and of an endpoint's address, for data that comes in. */
export const inBit = 0x80;

export function readSetup(bytes: Uint8Array): Setup {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    requestType: view.getUint8(0),
    request: view.getUint8(1),
    value: view.getUint16(2, true),
    index: view.getUint16(4, true),
    length: view.getUint16(6, true),
  };
}
