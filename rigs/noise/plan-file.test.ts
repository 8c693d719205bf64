import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyPlan } from './noise.test-data.ts';
import { loadNoisePlan, writeNoisePlan } from './plan-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'noise-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (text: string): string => {
  const path = join(folder, 'plan.yaml');
  writeFileSync(path, text);
  return path;
};

const refused = (fault: string): string => {
  try {
    loadNoisePlan(written(`version: 1\nfaults:\n  - ${fault}\n`));
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('the file of a noise plan', () => {
  test('is read as it was written', async () => {
    await fc.assert(
      fc.property(fc.nat(0xffff_ffff), (seed) => {
        const plan = anyPlan(seed);
        expect(loadNoisePlan(written(writeNoisePlan(plan)))).toEqual(plan);
      }),
    );
  });

  test('comes along with examples that are valid', () => {
    const here = fileURLToPath(new URL('.', import.meta.url));
    const files = readdirSync(here).filter((name) => name.endsWith('.yaml'));
    expect(files).toContain('lossy.yaml');
    for (const file of files) expect(loadNoisePlan(join(here, file)).faults).not.toEqual([]);
  });

  test('says when a fault strikes in exactly one way', () => {
    expect(refused('{ kind: drop }')).toContain('faults.0.rate: exactly one of');
    expect(refused('{ kind: drop, nth: 1, every: 2 }')).toContain('exactly one of');
    expect(refused('{ kind: drop, nth: 1, unit: byte }')).toContain(
      'faults.0.nth: counts messages',
    );
    expect(refused('{ kind: drop, at: 1, unit: message }')).toContain('faults.0.at: counts bytes');
    expect(refused('{ kind: merge, at: 1 }')).toContain('messages are merged, not bytes');
    expect(refused('{ kind: split, at: 1, bytes: 2 }')).toContain('a byte has no pieces');
    expect(refused('{ kind: drop, at: 1, place: 2 }')).toContain('is a place in a message');
  });

  test('may have only the keys of each kind', () => {
    expect(refused('{ kind: drop, nth: 1, mask: 3 }')).toMatch(
      /faults\.0: .*"mask".*FB_NOISE_PLAN/s,
    );
    expect(refused('{ kind: delay, nth: 1 }')).toContain('faults.0.ms');
    expect(refused('{ kind: lose, nth: 1 }')).toContain('faults.0.kind');
    expect(refused('{ kind: drop, rate: 1.5 }')).toContain('faults.0.rate');
    expect(refused('{ kind: drop, nth: 1 }')).toBe('accepted');
  });

  test('is named when it is not there or is not YAML', () => {
    expect(() => loadNoisePlan(join(folder, 'none.yaml'))).toThrow(/Cannot read .*none\.yaml/);
    expect(refused('{ kind: drop')).toContain('is not YAML');
  });
});
