/** The bytes in a definite-length block as a client saved its answer: `#`, digits, length, bytes. */
export function blockIn(answer: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(answer.subarray(0, 12));
  const digits = Number(/^#([1-9])/.exec(text)?.[1]);
  const length = Number(text.slice(2, 2 + digits));
  const bytes = answer.subarray(2 + digits, 2 + digits + length);
  if (!Number.isInteger(length) || bytes.length !== length) {
    throw new Error(`no whole block: ${JSON.stringify(text)} and ${answer.length} bytes in all`);
  }
  return bytes;
}
