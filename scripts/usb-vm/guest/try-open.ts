import process from 'node:process';
import { SerialPort } from 'serialport';
import { RawInstrument } from './raw-instrument.ts';

/** An ordinary user's program: asks a meter who it is, over USBTMC and over its serial line. */
async function overUsb(serial: string): Promise<string> {
  await using raw = await RawInstrument.open(serial);
  return raw.ask('*IDN?');
}

function overTty(path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const port = new SerialPort({ path, baudRate: 115_200 }, (error) => {
    if (error) reject(error);
    else port.write('*IDN?\n');
  });
  let heard = '';
  port.on('data', (bytes: Buffer) => {
    heard += bytes.toString();
    if (heard.includes('\n')) port.close(() => resolve(heard.trim()));
  });
  return promise;
}

const say = (way: string, asked: Promise<string>): Promise<void> =>
  asked.then(
    (answer) => void process.stdout.write(`${way}: ${answer}\n`),
    (error: unknown) => void process.stdout.write(`${way}: refused: ${String(error)}\n`),
  );

const [serial = '', tty = ''] = process.argv.slice(2);
await say('usb', overUsb(serial));
await say('tty', overTty(tty));
process.exit();
