/** One entry of an archive: a folder, a file or a link, with its Unix mode. */
export interface CpioEntry {
  /** Its path in the archive, without a leading slash. */
  readonly path: string;
  /** File type and permissions as in `stat`: 0o100644, 0o040755, 0o120777. */
  readonly mode: number;
  /** What is in the file, or where the link points. */
  readonly data: Uint8Array;
}

/** Folder, file and link as the kernel wants them in an initramfs; all belong to root. */
export const cpioEntry = {
  folder: (path: string): CpioEntry => ({ path, mode: 0o040755, data: new Uint8Array() }),
  file: (path: string, data: Uint8Array | string, mode = 0o644): CpioEntry => ({
    path,
    mode: 0o100000 | mode,
    data: typeof data === 'string' ? Buffer.from(data) : data,
  }),
  link: (path: string, target: string): CpioEntry => ({
    path,
    mode: 0o120777,
    data: Buffer.from(target),
  }),
} as const;

/**
 * The pieces of an archive in the "newc" format, which the kernel unpacks as its first root folder.
 * Source: Documentation/driver-api/early-userspace/buffer-format.rst.
 */
export function* cpio(entries: Iterable<CpioEntry>): Generator<Uint8Array> {
  let inode = 1;
  for (const entry of entries) yield* member(entry, inode++);
  yield* member({ path: 'TRAILER!!!', mode: 0, data: new Uint8Array() }, 0);
}

function* member({ path, mode, data }: CpioEntry, inode: number): Generator<Uint8Array> {
  const name = Buffer.from(`${path}\0`);
  // inode, mode, uid, gid, links, time, size, device ×2, device of a node ×2, length of name, checksum
  const numbers = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, name.length, 0];
  const header = numbers.map((number) => number.toString(16).padStart(8, '0')).join('');
  yield padded(Buffer.concat([Buffer.from(`070701${header}`), name]));
  yield data;
  yield new Uint8Array(-data.length & 3);
}

const padded = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes, new Uint8Array(-bytes.length & 3)]);
