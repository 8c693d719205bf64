import { readdirSync, readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Spool } from './spool.ts';

test('what waits in a spool goes into one that is kept, and leaves no file where the program is killed', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-spool-'));
  using waiting = new Spool(join(folder.path, 'waiting'));
  const page = new Spool(join(folder.path, 'page'), { kept: true });
  waiting.write('b'.repeat(600_000));
  page.write('a');
  expect(readdirSync(folder.path)).toEqual(['page']);
  waiting.pourInto(page);
  page.close();
  expect(readFileSync(join(folder.path, 'page'), 'utf8')).toBe(`a${'b'.repeat(600_000)}`);
});
