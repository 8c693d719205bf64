import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const here = (name: string): string => new URL(name, import.meta.url).href;

/** Prints what `frankbench emulate` loads, and as what. */
const program = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => {
  loaded.push(context.format + ' ' + url);
  return next(url, context);
} });
if (process.argv.includes('own')) {
  const { resolveOwnFiles } = await import('${here('own-files.mjs')}');
  resolveOwnFiles(new URL('${here('../')}'));
  loaded.length = 0;
}
const { main } = await import('${here('main.ts')}');
await import('${here('emulate/serve-meter.ts')}');
await import('${here('emulate/open-meter.ts')}');
await main(['emulate', '--version']);
process.stdout.write(loaded.join('\\n'));
`;

async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const flags = ['--input-type=module', '--eval', program, '--', ...args];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: 1e7 });
  // Node's own modules are loaded once, by whoever comes first.
  return stdout.split('\n').filter((line) => line.includes(' file:'));
}

test('the files that are found without a search are those that Node finds, in one language', async () => {
  const found = await loadedBy('own');
  const languages = /\/zod\/v4\/locales\/(?!en\.js)/;
  const searched = await loadedBy();
  expect(searched.filter((line) => languages.test(line)).length).toBeGreaterThan(50);
  expect(found).toEqual(searched.filter((line) => !languages.test(line)));
  expect(found.length).toBeGreaterThan(300);
}, 60_000);

test('what the runner of the features would print with or be configured by is not loaded', async () => {
  const running = `
    const { resolveOwnFiles } = await import('${here('own-files.mjs')}');
    resolveOwnFiles(new URL('${here('../')}'));
    const { registerHooks } = await import('node:module');
    registerHooks({ load: (url, context, next) => {
      process.stdout.write(url + '\\n');
      return next(url, context);
    } });
    await import('@cucumber/cucumber/api');
  `;
  const flags = ['--input-type=module', '--eval', running];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: 1e7 });
  for (const name of [
    'nothing',
    'match-indices',
    'assertion-error-formatter',
    'cucumber-expressions',
    'definition-place',
    'error-stack-parser',
    'event-data-collector',
    'paths',
    'table',
  ]) {
    expect(stdout).toContain(`/stand-ins/${name}.ts`);
  }
  expect(stdout).not.toMatch(
    /node_modules\/(.*(pretty|html|assertion-error)-formatter|regexp-|diff\/|yup\/|stackframe\/|cli-table3\/|luxon\/|mime\/)/,
  );
}, 60_000);

test.each(['is400', 'connect-plus', 'onboarding'])(
  'the steps of %s are the same, and defined at the same places',
  async (family) => {
    const listing = `
    if (process.argv.includes('own')) {
      const { resolveOwnFiles } = await import('${here('own-files.mjs')}');
      resolveOwnFiles(new URL('${here('../')}'));
    }
    const { loadFeatures, loadSteps } = await import('${here('run/cucumber.ts')}');
    const root = new URL('${here('../')}');
    const loaded = loadFeatures({
      root,
      family: '${family}',
      features: ['features/${family}'],
      names: [],
    });
    for (const { pattern, uri, line } of (await loadSteps(loaded)).stepDefinitions) {
      process.stdout.write(uri + ':' + line + ' ' + pattern + '\\n');
    }
  `;
    const listed = async (...args: readonly string[]) => {
      const flags = ['--input-type=module', '--eval', listing, '--', ...args];
      return (await promisify(execFile)(process.execPath, flags)).stdout.split('\n');
    };
    const own = await listed('own');
    expect(own).toEqual(await listed());
    expect(own.filter((line) => /^steps\/\S+\.steps\.ts:\d+ /.test(line)).length).toBeGreaterThan(
      100,
    );
  },
  60_000,
);

test('a file that is not there is named', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-own-files-'));
  const place = pathToFileURL(`${folder.path}/`);
  await writeFile(new URL('package.json', place), '{ "type": "module", "imports": {} }');
  await writeFile(new URL('a.ts', place), "import './b.ts';");
  const failing = `
    const { resolveOwnFiles } = await import('${here('own-files.mjs')}');
    resolveOwnFiles(new URL('${place}'));
    await import('${new URL('a.ts', place)}');
  `;
  const flags = ['--input-type=module', '--eval', failing];
  await expect(promisify(execFile)(process.execPath, flags)).rejects.toThrow(/ENOENT.*b\.ts/);
}, 60_000);
