/** A copy in which the bits of the mask are turned over, in `from ≤ place < to`. */
export const turned = (bytes: Uint8Array, mask: number, from = 0, to = bytes.length): Uint8Array =>
  bytes.map((value, at) => (at >= from && at < to ? value ^ mask : value));
