import { writeSync } from 'node:fs';
import process from 'node:process';
import { RunRecord } from '#bench';

// Loaded before the program: adds up how long it is in the recorder, and says so at its end.
let inside = false;
let recording = 0n;
const began = process.hrtime.bigint();

for (const name of ['write', 'frame', 'flush']) {
  const method = RunRecord.prototype[name];
  RunRecord.prototype[name] = function (...args) {
    if (inside) return method.apply(this, args);
    inside = true;
    const from = process.hrtime.bigint();
    try {
      return method.apply(this, args);
    } finally {
      recording += process.hrtime.bigint() - from;
      inside = false;
    }
  };
}

process.on('exit', () => {
  const share = Number(recording) / Number(process.hrtime.bigint() - began);
  writeSync(1, `\nrecording ${share.toFixed(4)}\n`);
});
