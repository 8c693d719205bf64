import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ServedMeter, serveMeter } from '#fixtures';
import { needing, typeByFile } from '#judges';
import { blockIn } from './block-in.ts';

// Clients that nobody here wrote: what they get is what the document of the panel link promises.

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const list = '1;Default;Active\r\n1201;ADG;Active\r\n';
const newMeter = ['--start', '2026-01-05T09:00:00', '--supervisor-pin', '1234'];

async function withMeter(
  flags: readonly string[],
  use: (served: ServedMeter, folder: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-clients-'));
  try {
    await using served = await serveMeter('is-440', [...newMeter, ...flags]);
    use(served, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a program prints; it throws when the program is not content. */
const said = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', timeout: 60_000 });

// Debian's own Python: others on the path do not see its packages.
const python = '/usr/bin/python3';

const tcp = needing(['pyvisa-info', 'file'], 'PyVISA at the panel over TCP');

test.skipIf(tcp.skip)(tcp.title, async () => {
  await withMeter(['--scpi', '127.0.0.1:0'], ({ addresses: { scpi = '' } }, folder) =>
    operate(`TCPIP::${scpi.replace(':', '::')}::SOCKET`, folder),
  );
});

const serial = needing(
  ['pyvisa-info', 'pyserial-miniterm', 'file'],
  'PyVISA at the panel over a serial line',
);

test.skipIf(serial.skip)(serial.title, async () => {
  await withMeter(['--pty'], ({ addresses: { pty } }, folder) =>
    operate(`ASRL${pty}::INSTR`, folder),
  );
});

function operate(resource: string, folder: string): void {
  const seen = JSON.parse(said(python, [here('with-pyvisa.py'), resource, folder]));
  expect(seen).toMatchObject({
    identity: 'Quadient,IS-440,440000123,1.0.0-emu',
    home: 'Home',
    created: ['Number: 1201', 'Name: ADG', 'Status: Active'],
    exported: ['Accounts exported: 2', 'You may now remove the USB key.'],
    refusal: expect.stringMatching(/^-221,"Settings conflict/),
    unknown: expect.stringMatching(/^-113,"Undefined header/),
    end: '0,"No error"',
    sequence: '31',
  });
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe(list);
  expect(typeByFile(readFileSync(join(folder, 'display.png')))).toContain('PNG image data');
}

const lxi = needing(['lxi', 'file'], 'lxi-tools at the panel, one connection a line');

test.skipIf(lxi.skip)(lxi.title, async () => {
  await withMeter(['--scpi', '127.0.0.1:0'], ({ addresses: { scpi = '' } }, folder) => {
    const [host = '', port = ''] = scpi.split(':');
    const output = said('bash', [here('with-lxi-tools.sh'), host, port, folder]);
    expect(output).toContain('identity Quadient,IS-440,440000123,1.0.0-emu');
    expect(output).toMatch(/^created .*Number: 1201.*Name: ADG.*Status: Active/m);
    expect(output).toMatch(/^sequence 31$/m);
    expect(new TextDecoder().decode(blockIn(readFileSync(join(folder, 'list.block'))))).toBe(list);
    const picture = blockIn(readFileSync(join(folder, 'display.block')));
    expect(typeByFile(picture)).toContain('PNG image data');
  });
});
