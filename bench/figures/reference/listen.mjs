// A program that does nothing but listen and answer: what Node itself takes to its first answer.
import { createServer } from 'node:net';
import process from 'node:process';

const server = createServer((socket) => socket.on('data', () => socket.write('here\n')));
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`scpi 127.0.0.1:${server.address().port}\n`),
);
