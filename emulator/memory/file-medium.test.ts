import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileMedium } from './file-medium.ts';
import { NonVolatileMemory } from './non-volatile-memory.ts';
import { PowerCut } from './power-cut.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frankbench-memory-'));
  path = join(folder, 'meter.nvm');
});
afterEach(() => rmSync(folder, { recursive: true }));

const memoryError = (...words: readonly string[]): unknown =>
  expect.objectContaining({
    code: 'FB_MEMORY_FILE',
    message: expect.stringMatching(new RegExp(words.join('.*'), 's')),
  });

function withMemory<Value>(use: (memory: NonVolatileMemory) => Value): Value {
  const memory = new NonVolatileMemory(new FileMedium(path));
  try {
    return use(memory);
  } finally {
    memory.close();
  }
}

test('a text outlives the meter that committed it, in two files and no more', () => {
  withMemory((memory) => memory.commit('{"long":"a longer text than the next"}'));
  withMemory((memory) => memory.commit('{"short":1}'));
  withMemory((memory) => memory.commit('{"short":2}'));
  expect(withMemory((memory) => memory.load())).toBe('{"short":2}');
  expect(readdirSync(folder).sort()).toEqual(['meter.nvm.a', 'meter.nvm.b']);
});

test('a cut at every byte leaves the old text or the new', () => {
  withMemory((memory) => memory.commit('"old"'));
  for (let cut = 0; cut < 25; cut += 1) {
    withMemory((memory) => {
      const old = memory.load();
      memory.cutAfter(cut);
      expect(() => memory.commit(`"${cut + 100}"`)).toThrow(PowerCut);
      expect([old, `"${cut + 100}"`]).toContain(memory.load());
    });
  }
  withMemory((memory) => memory.commit('"new"'));
  expect(withMemory((memory) => memory.load())).toBe('"new"');
});

test('one damaged file falls back to the other, two are an error that names them', () => {
  withMemory((memory) => memory.commit('"old"'));
  withMemory((memory) => memory.commit('"new"'));
  const flip = (file: string): void => {
    const bytes = readFileSync(file);
    bytes[22] = (bytes[22] ?? 0) ^ 4;
    writeFileSync(file, bytes);
  };
  flip(`${path}.a`);
  expect(withMemory((memory) => memory.load())).toBe('"old"');
  flip(`${path}.b`);
  expect(() => withMemory((memory) => memory.load())).toThrow(memoryError('meter.nvm', 'damaged'));
});

test('a path that cannot be used is named', () => {
  path = join(folder, 'nowhere', 'meter.nvm');
  expect(() => new FileMedium(path)).toThrow(memoryError('nowhere', 'meter.nvm', 'Hint'));
  path = join(folder, 'meter.nvm');
  writeFileSync(join(folder, 'file'), '');
  expect(() => new FileMedium(join(folder, 'file', 'meter.nvm'))).toThrow(memoryError('file'));
});

test('memory that another meter of this process uses is refused until that one is closed', () => {
  const first = new FileMedium(path);
  expect(() => new FileMedium(path)).toThrow(memoryError('in use', String(process.pid)));
  first.close();
  first.close();
  new FileMedium(path).close();
});

test('memory that another live process uses is refused', () => {
  writeFileSync(`${path}.lock`, String(process.ppid));
  expect(() => new FileMedium(path)).toThrow(memoryError('in use', String(process.ppid), 'Hint'));
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(String(process.ppid));
});

test.each(['of a process that has died', 'without a number in it'])(
  'a lock %s is taken over',
  (kind) => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(`${path}.lock`, kind.startsWith('of') ? String(pid) : '');
    withMemory((memory) => memory.commit('1'));
    expect(existsSync(`${path}.lock`)).toBe(false);
  },
);

test('a file is written in place, as memory is', () => {
  const medium = new FileMedium(path);
  medium.write('a', new Uint8Array([1, 2, 3, 4]));
  medium.write('a', new Uint8Array([5]));
  expect([...medium.read('a')]).toEqual([5, 2, 3, 4]);
  medium.close();
});
