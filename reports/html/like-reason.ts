/**
 * What reasons that are alike have in common: their first line without what differs from scenario to
 * scenario, which are quoted texts, numbers and the keys that were pressed.
 */
export const likeReason = (reason: string): string =>
  (reason.split('\n', 1)[0] ?? '')
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/after the keys: .*$/, 'after the keys: …')
    .replace(/\d+(?:[.,:]\d+)*/g, '#')
    .slice(0, 300);
