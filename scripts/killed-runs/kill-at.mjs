// Loaded before the program: kills it at a key, or in the middle of writing the record.
import { subscribe } from 'node:diagnostics_channel';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const { key, write, share } = JSON.parse(process.env.FRANKBENCH_KILL_AT);
const isOfRecord = (bytes) => bytes.subarray(0, 7).equals(Buffer.from('{"seq":'));
const die = () => process.kill(process.pid, 'SIGKILL');

if (key !== undefined) {
  let keys = 0;
  subscribe('frankbench:key', () => {
    keys += 1;
    if (keys === key) die();
  });
}

if (write !== undefined) {
  const { writeSync } = fs;
  let writes = 0;
  fs.writeSync = (file, text, ...rest) => {
    const bytes = Buffer.from(text);
    if (isOfRecord(bytes)) writes += 1;
    if (writes !== write) return writeSync(file, text, ...rest);
    writeSync(file, bytes.subarray(0, Math.floor(bytes.length * share)));
    die();
    return 0;
  };
  syncBuiltinESMExports();
}
