import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadNoisePlan } from '#rigs/noise';

const root = fileURLToPath(new URL('../../', import.meta.url));

const frankbench = (...args: readonly string[]) =>
  spawn(process.execPath, ['cli/frankbench.mjs', ...args], { cwd: root });

const rig = (port: number): string => `version: 1
description: A controller that carries messages out again
meter: { model: is-440, serial: "440000123", supervisorPin: "2468", creditPence: 10000 }
link: { kind: tcp, host: 127.0.0.1, port: ${port}, timeoutMs: 400 }
clock: { start: "2026-01-05T09:00:00" }
`;

const plan = `version: 1
faults:
  - { kind: drop, direction: to-bench, every: 9 }
  - { kind: split, every: 4 }
`;

test('a plan is shrunk to the one lost answer that a controller without exactly-once cannot bear', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'noise-shrink-'));
  const fault = 'replays-nothing-with-once';
  const meter = frankbench('emulate', 'is-440', '--scpi', '127.0.0.1:0', '--link-fault', fault);
  const gone = once(meter, 'close');
  try {
    let port = 0;
    for await (const line of createInterface({ input: meter.stdout })) {
      port = Number(/^scpi 127\.0\.0\.1:(\d+)$/.exec(line)?.[1] ?? port);
      if (line === 'ready') break;
    }
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('rig.yaml'), rig(port));
    writeFileSync(path('plan.yaml'), plan);
    const files = [
      '--plan',
      path('plan.yaml'),
      '--rig',
      path('rig.yaml'),
      '--out',
      path('out.yaml'),
    ];
    const child = frankbench('noise', 'shrink', ...files, 'features/is400/sessions.feature:39');
    const [said, complaint, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect([code, complaint]).toEqual([0, '']);
    expect(said).toMatch(/^1 fault after \d+ runs: nothing can be left out$/m);
    const { faults } = loadNoisePlan(path('out.yaml'));
    expect(faults).toEqual([{ kind: 'drop', direction: 'to-bench', nth: expect.any(Number) }]);
  } finally {
    meter.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true });
  }
}, 60_000);
