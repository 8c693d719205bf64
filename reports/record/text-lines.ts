import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 1 << 18;
const lineFeed = 10;

/** Asked at the end of what was read of a file: whether to look once more, perhaps after a while. */
export type GoesOn = () => boolean;

/**
 * The whole lines of a file, without their line feeds, whatever its size; of one that is being written,
 * as long as it goes on. `state.torn` says at the end whether a last one had none. Errors: those of
 * `node:fs`.
 */
export function* textLines(
  path: string,
  state = { torn: false },
  goesOn: GoesOn = () => false,
): Generator<Buffer> {
  for (const block of textBlocks(path, state, goesOn)) {
    let begin = 0;
    for (let end = block.indexOf(lineFeed); end !== -1; end = block.indexOf(lineFeed, begin)) {
      yield block.subarray(begin, end);
      begin = end + 1;
    }
  }
}

/** The same by the block: many whole lines, each with its line feed. */
export function* textBlocks(
  path: string,
  state = { torn: false },
  goesOn: GoesOn = () => false,
): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const read = readSync(file, chunk);
      if (read === 0) {
        if (goesOn()) continue;
        break;
      }
      const bytes =
        rest.length === 0
          ? chunk.subarray(0, read)
          : Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = bytes.lastIndexOf(lineFeed) + 1;
      yield bytes.subarray(0, end);
      rest = bytes.subarray(end);
    }
    state.torn = rest.length > 0;
  } finally {
    closeSync(file);
  }
}
