import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breaches } from './boundaries.ts';
import { importPatterns, roomNames, rooms, testRooms, timelessRooms, wings } from './rooms.ts';
import { importsOf, root, sourceFiles } from './source.ts';

const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const inFile = (path: string, text: string) => breaches([{ path, text }]);

test('the tree keeps to the table of rooms', () => {
  const files = sourceFiles();
  expect(files.map(({ path }) => path)).toContain('core/index.ts');
  expect(breaches(files)).toEqual([]);
});

describe('a breach is found:', () => {
  test.each([
    ['a room that may not be imported', 'models/a.ts', "import { b } from '#bench';"],
    ['a type of such a room', 'core/a.ts', "import type { B } from\n  '#models';"],
    ['an import type', 'core/a.ts', "type B = import('#models').B;"],
    ['a dynamic import', 'reports/a.ts', "const b = await import('#bench');"],
    ['an export from', 'emulator/a.ts', "export * from '#bench';"],
    ['a file behind a public face', 'bench/a.ts', "import { c } from '#core/clock.ts';"],
    ['a path into another room', 'models/is400/a.ts', "import '../../core/clock.ts';"],
    ['a wing of a room that may not be imported', 'protocol/a.ts', "import '#emulator/link';"],
    ['a wing of its own room', 'emulator/a.ts', "import { b } from '#emulator/link';"],
    ['a room by its own name', 'core/a.ts', "import { b } from '#core';"],
    ['a module of Node in a pure room', 'models/a.ts', "import { readFileSync } from 'node:fs';"],
    ['a timer module of Node', 'bench/a.ts', "import { setTimeout } from 'node:timers/promises';"],
    ['a package of another room', 'models/a.ts', "import { pino } from 'pino';"],
    ['a room of tests outside tests', 'bench/a.ts', "import { b } from '#emulator';"],
    ['a test package outside tests', 'models/a.ts', "import { test } from 'vitest';"],
    ['the time of the host', 'bench/a.ts', 'const now = Date.now();'],
    ['a date of now', 'emulator/a.ts', 'const now = new Date();'],
    ['a timer', 'emulator/a.ts', 'setTimeout(() => press(), 5);'],
    ['a global timer', 'emulator/a.ts', 'globalThis.setTimeout(() => press(), 5);'],
    ['chance', 'protocol/a.ts', 'const n = Math.random();'],
    ['any date in a model', 'models/a.ts', 'const year = new Date(0).getFullYear();'],
  ])('%s', (_what, path, text) => {
    expect(inFile(path, text)).toHaveLength(1);
  });

  test('a cycle between files, also through a public face', () => {
    const cycle = breaches([
      { path: 'core/index.ts', text: "export * from './a.ts';" },
      { path: 'core/a.ts', text: "import { b } from './b.ts';" },
      { path: 'core/b.ts', text: "export * from './index.ts';" },
    ]);
    expect(cycle).toEqual(['a cycle: core/index.ts -> core/a.ts -> core/b.ts -> core/index.ts']);
  });
});

describe('what is allowed passes:', () => {
  test.each([
    ['rooms of the table', 'bench/a.ts', "import { b } from '#models';"],
    ['a wing of such a room', 'emulator/a.ts', "import { b } from '#models/identity';"],
    ['a path within the room', 'models/is400/a.ts', "import { b } from '../b.ts';"],
    ['a test package in a test', 'models/a.test.ts', "import { test } from 'vitest';"],
    ['a room of tests in a test', 'bench/a.test.ts', "import { b } from '#emulator';"],
    ['words in comments and quotes', 'models/a.ts', "// Date.now()\nconst a = 'Date.now()';"],
    ['the timer of a clock', 'emulator/a.ts', 'clock.setTimeout(() => press(), 5);'],
    ['a clock', 'emulator/a.ts', 'setTimeout(fire: () => void, delay: Millis): TimerId {}'],
    ['a date of a given instant', 'emulator/a.ts', 'const date = new Date(instant);'],
    ['the host where it is measured', 'bench/figures/a.ts', 'const now = performance.now();'],
  ])('%s', (_what, path, text) => {
    expect(inFile(path, text)).toEqual([]);
  });
});

test('types may refer to each other within a room', () => {
  const files = [
    { path: 'core/a.ts', text: "import type { B } from './b.ts';" },
    { path: 'core/b.ts', text: "import { a } from './a.ts';" },
  ];
  expect(breaches(files)).toEqual([]);
});

test('the table itself has no cycle', () => {
  const seen = new Set<string>();
  const settled = () =>
    roomNames.filter((name) => !seen.has(name) && rooms[name].rooms.every((to) => seen.has(to)));
  for (let next = settled(); next.length > 0; next = settled())
    for (const name of next) seen.add(name);
  expect([...seen].sort()).toEqual([...roomNames].sort());
});

test('every form of import is read, and nothing else is', () => {
  const text = `
    import a, { b } from 'one';
    import type {
      C,
    } from "two";
    import 'three';
    export { d } from 'four';
    export const e = "x from 'not'"; // import 'not'
    const f = await import('five');
    const quote = /['"]/; import('six');
  `;
  expect([...importsOf(text)].sort()).toEqual(['five', 'four', 'one', 'six', 'three', 'two']);
});

test('the linter has the same table', () => {
  const { overrides } = json('biome.json');
  const ruled = overrides.flatMap(
    ({ includes, linter }: { includes: string[]; linter: Override }) => {
      const rule = linter.rules.style?.noRestrictedImports;
      return rule ? [{ includes, patterns: rule.options.patterns }] : [];
    },
  );
  const tested = roomNames.filter((name) => testRooms[name]);
  expect(ruled).toEqual([
    ...roomNames.map((name) => ({ includes: [`${name}/**`], patterns: importPatterns(name) })),
    // After the others: the last rule that fits a file is the one that holds.
    ...tested.map((name) => ({
      includes: [`${name}/**/*.test.ts`],
      patterns: importPatterns(name, testRooms[name]),
    })),
  ]);
  const timeless = overrides.find(
    ({ linter }: { linter: Override }) =>
      typeof linter.rules.style?.noRestrictedGlobals === 'object',
  );
  expect(timeless.includes).toEqual(timelessRooms.map((name) => `${name}/**`));
});

test('each room and each wing with a public face has its #name, and no other has one', () => {
  const faces = roomNames.filter((name) => rooms[name].face);
  expect(json('package.json').imports).toEqual(
    Object.fromEntries([
      ...faces.map((name) => [`#${name}`, `./${name}/index.ts`]),
      ...Object.entries(wings).map(([name, path]) => [`#${name}`, `./${path}`]),
    ]),
  );
});

interface Override {
  readonly rules: {
    readonly style?: {
      readonly noRestrictedImports?: { readonly options: { readonly patterns: unknown } };
      readonly noRestrictedGlobals?: unknown;
    };
  };
}
