import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadRig } from './rig.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frankbench-rig-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const tcp = { kind: 'tcp', host: '127.0.0.1', port: 5025 };

const load = (more: object, env: Readonly<Record<string, string>> = {}) => {
  const path = join(folder, 'rig.yaml');
  const usual = { version: 1, description: 'x', clock: { start: '2026-01-05T09:00:00' } };
  writeFileSync(path, stringify({ ...usual, meter: { model: 'is-440' }, link: tcp, ...more }));
  return loadRig(path, env);
};

describe('an unknown key is told with the nearest one that is known at its place', () => {
  test.each<[string, object, RegExp]>([
    ['at the top', { lnk: 1 }, /\(top\): unknown "lnk" \(did you mean "link"\?\)/],
    ['of the meter', { meter: { model: 'x', seriel: '1' } }, /meter: .*"seriel".*"serial"/],
    ['of a link', { link: { ...tcp, hots: 'x' } }, /link: unknown "hots" .*"host"/],
    [
      'of a stick',
      { stick: { kind: 'folder', path: '/x', fromat: 1 } },
      /stick: .*"fromat".*"format"/,
    ],
    [
      'of the budgets',
      { budgets: { postagePense: 1 } },
      /budgets: .*"postagePense".*"postagePence"/,
    ],
    [
      'in a list',
      { pc: { accounts: [{ number: '1', name: 'x', activ: true }] } },
      /pc\.accounts\.0.*"activ".*"active"/s,
    ],
  ])('%s', (_name, more, message) => {
    expect(() => load(more)).toThrow(message);
    expect(() => load(more)).toThrow(/FB_RIG_FILE/);
  });
});

test.each([
  [{ kind: 'tcp', host: '127.0.0.1', port: 0 }],
  [{ kind: 'serial' }],
  [{ kind: 'ws', url: 'http://127.0.0.1/panel', token: 'x' }],
  [{ kind: 'carrier pigeon' }],
])('a link that cannot be is refused: %o', (link) => {
  expect(() => load({ link })).toThrow(/link.*FB_RIG_FILE/s);
});

test('what a link leaves out is as usual', () => {
  expect(load({ link: { kind: 'serial', path: '/dev/x' } }).link).toEqual({
    kind: 'serial',
    path: '/dev/x',
    baudRate: 115_200,
  });
  expect(load({ link: { kind: 'usbtmc' } }).link).toMatchObject({ vendorId: 0x1209, productId: 1 });
});

test('the token of a web socket comes from the environment and is nowhere else', () => {
  const link = { kind: 'ws', url: 'ws://127.0.0.1:1/panel', token: { env: 'TOKEN' } };
  expect(load({ link }, { TOKEN: 'secret' }).link).toMatchObject({ token: 'secret' });
  expect(() => load({ link })).toThrow(/the variable TOKEN does not hold a token/);
});

test('paths in a rig file begin where the file is', () => {
  const rig = load({ link: { ...tcp, noise: 'n.yaml' }, stick: { kind: 'folder', path: 'usb' } });
  expect(rig.link).toMatchObject({ noise: join(folder, 'n.yaml') });
  expect(rig.stick).toEqual({ kind: 'folder', path: join(folder, 'usb') });
});

test('whether a meter is as new is said of the rig, and not given to the meter', () => {
  const rig = load({ meter: { model: 'is-440', state: 'as-new' } });
  expect(rig).toMatchObject({ isAsNew: true, meter: { model: 'is-440' } });
  expect(rig.meter).not.toHaveProperty('state');
  expect(load({}).isAsNew).toBe(false);
});
