import process from 'node:process';
import { parseArgs } from 'node:util';
import { usbipFuzz } from './usbip-fuzz.ts';

/**
 * `node --expose-gc scripts/fuzz-usbip.ts [--seed N] [--count 1000000]`: seeded random and mutated USB/IP
 * packets at an emulated meter, and what they left. Exits with 1 when something is as it should not be.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '440' },
    count: { type: 'string', default: '1000000' },
  },
});

const found = await usbipFuzz({ seed: Number(values.seed), count: Number(values.count) });
const number = (value: number): string => value.toLocaleString('en').padStart(12);
const row = (what: string, value: string): string => `${what.padEnd(40)}${value}\n`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`.padStart(12);

process.stdout.write(
  [
    row('packets', number(found.packets)),
    row('connections', number(found.connections)),
    row('answers', number(found.answers)),
    row('good questions answered among them', number(found.identified)),
    row('seconds', found.seconds.toFixed(1).padStart(12)),
    ...(found.heap
      ? [
          row('heap after the warm-up', megabytes(found.heap[0])),
          row('heap at the end', megabytes(found.heap[1])),
        ]
      : []),
    ...found.problems.slice(0, 20).map((problem) => `${problem}\n`),
    row('problems', number(found.problems.length)),
  ].join(''),
);
process.exitCode = found.problems.length === 0 ? 0 : 1;
