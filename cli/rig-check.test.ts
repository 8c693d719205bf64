import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { VirtualClock } from '#core';
import { emulatedMeter } from '#emulator';
import { listenTcp, Slot } from '#emulator/link';
import { checkRig } from './rig-check.ts';
import { checkLines } from './rig-check-lines.ts';
import type { Shell } from './shell.ts';

const root = new URL('../', import.meta.url);
// Nothing else of a shell is used by a check.
const shell = { root, env: {} } as unknown as Shell;

test('what an emulated machine in this process can do, by the features about it', async () => {
  const check = await checkRig(shell, fileURLToPath(new URL('rigs/emulator.is440.yaml', root)));
  expect(check).toMatchObject({
    link: 'in-process',
    identity: { model: 'IS-440', emulated: true },
    features: ['features/is400', 'features/funds'],
    // A person is not part of the rig.
    skipped: 1,
    notes: [],
  });
  const of = (name: string) => check.abilities.find(({ capability }) => capability === name);
  expect(of('stick-fat16')).toMatchObject({ can: true, why: null });
  expect(of('stick-fat16')?.scenarios).toBeGreaterThan(0);
  expect(of('touch')).toMatchObject({ can: false, scenarios: 0 });
});

test('what a rig behind a link lacks, and why, and how many scenarios need it', async () => {
  const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9));
  await using slot = new Slot({
    model: 'is-440',
    meter: emulatedMeter('is-440', { clock, supervisorPin: '1234' }),
    peerAt: () => Promise.reject(new Error('there is no server')),
  });
  await using server = await listenTcp(slot);
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-check-'));
  const file = join(folder.path, 'rig.yaml');
  const rig = {
    version: 1,
    description: 'x',
    meter: { model: 'is-440', serial: '440000777', supervisorPin: '2468' },
    link: { kind: 'tcp', host: '127.0.0.1', port: server.port },
    clock: { start: '2026-01-05T09:00:00' },
    power: 'none',
  };
  await writeFile(file, stringify(rig));
  const check = await checkRig(shell, file);
  const why = (name: string) => check.abilities.find(({ capability }) => capability === name)?.why;
  expect(check.identity.serial).toBe('440000777');
  expect(why('power')).toBe('the rig file says "power: none"');
  expect(why('stick')).toMatch(/STICk is not among the words|no "stick"/);
  expect(why('data-centre')).toBe('the rig file has no "dataCentre"');
  expect(why('clock')).toBeNull();
  const lacking = check.abilities.filter(({ can }) => !can).map(({ scenarios }) => scenarios);
  expect(check.skipped).toBeGreaterThanOrEqual(Math.max(...lacking));
  expect(check.skipped).toBeLessThan(check.scenarios);
  const lines = checkLines(check).join('\n');
  expect(lines).toContain(`tcp 127.0.0.1:${server.port}`);
  expect(lines).toMatch(/^- power +\d+ scenarios need it; the rig file says/m);
  expect(lines).toContain(`${check.skipped} would be skipped`);
});
