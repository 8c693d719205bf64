const methods = /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|TRACE|CONNECT|PRI) /;

/**
 * True for the beginning of what a browser sends. Its methods are told at once: the rest of its first
 * line may hold quotes, which hide line ends.
 */
export function looksLikeHttp(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const [line = ''] = text.split('\n');
  return methods.test(line) || / HTTP\/\d/.test(line);
}
