import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { readImportReply, writeImportRequest } from '#protocol/usbip';

const controller = '/sys/devices/platform/vhci_hcd.0';

/**
 * Plugs a device of a USB/IP server on this machine into the kernel. The kernel keeps the connection;
 * this process must be the one that holds it, not its parent or child.
 */
export async function attach(serverPath: string, busid: string): Promise<void> {
  const socket = connect(serverPath);
  await once(socket, 'connect');
  socket.write(writeImportRequest(busid));
  const { deviceId, speed } = await imported(socket, busid);
  const port = freePort();
  writeFileSync(`${controller}/attach`, `${port} ${descriptor(socket)} ${deviceId} ${speed}`);
  // Closes it here alone: the kernel has its own reference.
  socket.destroy();
}

async function imported(socket: Socket, busid: string) {
  let bytes = Buffer.alloc(0);
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    bytes = Buffer.concat([bytes, chunk]);
    const read = readImportReply(bytes);
    if (read === undefined) continue;
    if (read.reply.status === 'imported') return read.reply;
    throw new Error(`the server does not hand out ${busid}: status ${read.reply.code}`);
  }
  throw new Error(`the server ended while ${busid} was imported`);
}

/** Reading stops here: what comes from now on is the kernel's. */
function descriptor(socket: Socket): number {
  // Node has no other way to the number of a socket.
  const { _handle: handle } = socket as unknown as {
    readonly _handle: { readonly fd: number; readStop(): void };
  };
  handle.readStop();
  return handle.fd;
}

/** The first port for high-speed devices that nothing is on: `hs  0002 004 000 …`. */
function freePort(): number {
  const status = readFileSync(`${controller}/status`, 'utf8');
  const free = /^hs +(\d+) +004 /m.exec(status)?.[1];
  if (free === undefined) throw new Error('no free port for a high-speed device');
  return Number(free);
}
