// Answers each line with so many bytes, on a TCP port, a web socket or a pseudo terminal: what a
// carrier takes by itself. Usage: echo.mjs tcp|ws|pty BYTES; prints where it is.
import { createServer } from 'node:net';
import process from 'node:process';
import { ReadStream } from 'node:tty';

const [kind, bytes] = process.argv.slice(2);
const answer = Buffer.alloc(Number(bytes), '.');
answer[answer.length - 1] = 0x0a;

function lines(chunk, send) {
  for (const byte of chunk) if (byte === 0x0a) send(answer);
}

if (kind === 'tcp') {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', (chunk) => lines(chunk, (line) => socket.write(line)));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`127.0.0.1:${server.address().port}\n`));
} else if (kind === 'ws') {
  const { WebSocketServer } = await import('ws');
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => socket.on('message', () => socket.send(answer.toString())));
  server.on('listening', () => process.stdout.write(`ws://127.0.0.1:${server.address().port}/\n`));
} else {
  const { createRequire } = await import('node:module');
  const name = `@lydell/node-pty-${process.platform}-${process.arch}/pty.node`;
  const { master, slave, pty } = createRequire(import.meta.url)(name).open(80, 24);
  new ReadStream(slave).setRawMode(true).pause();
  const line = new ReadStream(master);
  line.on('data', (chunk) => lines(chunk, (bytes) => line.write(bytes)));
  process.stdout.write(`${pty}\n`);
}
