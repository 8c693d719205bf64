import type { StickSocket } from './fault.ts';

/** A socket with another way to begin a file. */
export const writingBy = (
  socket: StickSocket,
  beginWrite: StickSocket['beginWrite'],
): StickSocket => ({
  get insertion() {
    return socket.insertion;
  },
  listRoot: () => socket.listRoot(),
  listFolders: (path) => socket.listFolders(path),
  readFile: (name) => socket.readFile(name),
  removeFile: (name) => socket.removeFile(name),
  beginWrite,
});

/** A socket that keeps the part of a file which fits when the stick gets full. */
export const keepingHalves = (socket: StickSocket): StickSocket =>
  writingBy(socket, (name, bytes) => {
    const begun = socket.beginWrite(name, bytes);
    if (begun.status !== 'writing') return begun;
    const { write } = begun;
    return {
      status: 'writing',
      write: {
        step: (maxBytes) => {
          const stepped = write.step(maxBytes);
          const full = stepped.status === 'failed' && stepped.reason === 'full';
          if (full) leaveWhatFits(socket, name, bytes);
          return stepped;
        },
        abort: () => write.abort(),
        abandon: () => write.abandon(),
      },
    };
  });

/** Writes the longest beginning of a file, by halves, that the stick has room for. */
function leaveWhatFits(socket: StickSocket, name: string, bytes: Uint8Array): void {
  for (let length = Math.floor(bytes.length / 2); ; length = Math.floor(length / 2)) {
    const begun = socket.beginWrite(name, bytes.subarray(0, length));
    if (begun.status !== 'writing') return;
    if (begun.write.step(Math.max(1, length)).status === 'done' || length === 0) return;
  }
}
