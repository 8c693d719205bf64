import { execFile } from 'node:child_process';
import { glob, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { redactSecrets } from '#core';
import { loadRig } from '#rigs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const launcher = join(root, 'cli/frankbench.mjs');
const start = promisify(execFile);

async function filesOf(pattern: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) paths.push(join(root, path));
  return paths;
}

/** The whole PINs and passwords that a feature names. */
const pinsOf = (text: string): readonly string[] => [
  ...new Set(
    [
      ...text.matchAll(
        /(?:PIN "(\d{4,})"|(?:password|security answer|mot de passe|réponse de sécurité) "(\w{4,})")/g,
      ),
    ].map(([, pin, password]) => pin ?? password ?? ''),
  ),
];

const textsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).map((name) => join(folder, name));

/** Every text in a value read from JSON. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const saying = (pins: readonly string[]): RegExp => new RegExp(`\\b(?:${pins.join('|')})\\b`);

test('no step names a PIN or a password in a way that the record would keep', async () => {
  for (const path of await filesOf('features/**/*.feature')) {
    const text = await readFile(path, 'utf8');
    const pins = pinsOf(text);
    if (pins.length === 0) continue;
    const told = text
      .split('\n')
      .map(redactSecrets)
      .filter((line) => saying(pins).test(line));
    // The rows of a table are not written down.
    expect(told.filter((line) => !line.trimStart().startsWith('|'))).toEqual([]);
  }
});

test("no feature has a rig's supervisor PIN in it", async () => {
  const rigs = await filesOf('rigs/*.yaml');
  const secrets = { ...process.env, FRANKBENCH_WS_TOKEN: 'a token' };
  const pins = rigs.flatMap((path) => loadRig(path, secrets).meter.supervisorPin ?? []);
  expect(pins.length).toBeGreaterThan(0);
  for (const path of await filesOf('features/**/*.feature')) {
    expect(await readFile(path, 'utf8')).not.toMatch(saying(pins));
  }
});

test.each([
  ['is400', 'is440', ['pins', 'sessions']],
  ['connect-plus', 'connect-plus', ['account-passwords', 'log-in', 'users']],
  ['onboarding', 'onboarding', ['profile', 'profil.fr']],
])(
  'the record of a run on %s, and what is made of it, hold no secret of its features',
  { timeout: 120_000 },
  async (machine, rig, names) => {
    const features = names.map((name) => `features/${machine}/${name}.feature`);
    const args = ['run', ...features, '--format', 'junit,messages,ctrf,allure'];
    const run = await start(process.execPath, [launcher, ...args], { cwd: root });
    const report = /^Report: (.+)$/m.exec(run.stdout)?.[1];
    expect(report).toBeDefined();
    const folder = dirname(join(root, report ?? ''));
    const record = (await readFile(join(folder, 'record.ndjson'), 'utf8')).trimEnd().split('\n');
    const told = await Promise.all(
      [
        ...['junit.xml', 'messages.ndjson', 'ctrf.json'].map((name) => join(folder, name)),
        ...(await textsIn(join(folder, 'allure-results'))),
      ].map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
    );
    await rm(folder, { recursive: true });
    const texts = await Promise.all(features.map((path) => readFile(join(root, path), 'utf8')));
    const { supervisorPin } = loadRig(join(root, `rigs/emulator.${rig}.yaml`), {}).meter;
    const pin = saying([...texts.flatMap(pinsOf), ...(supervisorPin ? [supervisorPin] : [])]);
    expect(record.length).toBeGreaterThan(100);
    expect(
      record.filter((line) => textsOf(JSON.parse(line)).some((text) => pin.test(text))),
    ).toEqual([]);
    // Numbers of things and instants are no PINs, whatever digits they have.
    const numbers = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|"(?:seconds|nanos)":\d+/g;
    expect(
      told.flatMap(({ path, text }) => (pin.exec(text.replace(numbers, '')) ? [path] : [])),
    ).toEqual([]);
  },
);
