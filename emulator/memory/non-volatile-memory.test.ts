import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBank } from './bank.ts';
import { RamMedium } from './medium.ts';
import { NonVolatileMemory } from './non-volatile-memory.ts';
import { PowerCut } from './power-cut.ts';

const json = fc.json();
/** How many bytes a commit of this text writes. */
const bytesOf = (payload: string): number => encodeBank({ sequence: 1, payload }).length;

/** A medium that counts what is written to it. */
class CountingMedium extends RamMedium {
  written = 0;

  override write(bank: 'a' | 'b', bytes: Uint8Array): void {
    this.written += bytes.length;
    super.write(bank, bytes);
  }
}

/** The power comes back: a new firmware starts on the same medium. */
const restarted = (medium: RamMedium): NonVolatileMemory => new NonVolatileMemory(medium);

test('memory that was never written is fresh', () => {
  expect(restarted(new RamMedium()).load()).toBeUndefined();
});

test('the last text comes back after any number of commits', async () => {
  await fc.assert(
    fc.property(fc.array(json, { minLength: 1, maxLength: 20 }), (texts) => {
      const medium = new RamMedium();
      const memory = restarted(medium);
      for (const text of texts) memory.commit(text);
      expect(restarted(medium).load()).toBe(texts.at(-1));
    }),
  );
});

test('a commit of the same text writes nothing', () => {
  const medium = new CountingMedium();
  const memory = restarted(medium);
  memory.commit('{"a":1}');
  const { written } = medium;
  memory.commit('{"a":1}');
  restarted(medium).commit('{"a":1}');
  expect(medium.written).toBe(written);
  memory.commit('{"a":2}');
  expect(medium.written).toBe(written + bytesOf('{"a":2}'));
});

test('a cut at any byte of a commit leaves the old text or the new', async () => {
  await fc.assert(
    fc.property(json, json, fc.nat(), (old, next, at) => {
      const medium = new RamMedium();
      const memory = restarted(medium);
      memory.commit(old);
      const cut = at % (bytesOf(next) + 1);
      memory.cutAfter(cut);
      const whole = old === next || cut >= bytesOf(next);
      if (whole) memory.commit(next);
      else expect(() => memory.commit(next)).toThrow(PowerCut);
      const loaded = restarted(medium).load();
      expect([old, next]).toContain(loaded);
      if (whole) expect(loaded).toBe(next);
    }),
    { numRuns: 500 },
  );
});

test('a cut at every byte of the very first commit leaves fresh memory or the new text', () => {
  const text = '{"registers":[1,2,3]}';
  for (let cut = 0; cut <= 2 * bytesOf(text); cut += 1) {
    const medium = new RamMedium();
    const memory = restarted(medium);
    memory.cutAfter(cut);
    if (cut < 2 * bytesOf(text)) expect(() => memory.commit(text)).toThrow(PowerCut);
    else memory.commit(text);
    expect(restarted(medium).load()).toBe(cut < bytesOf(text) ? undefined : text);
  }
});

test('through any row of commits and cuts a text that was kept is never lost', async () => {
  const row = fc.array(fc.tuple(json, fc.option(fc.nat(120))), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.property(row, (commits) => {
      const medium = new RamMedium();
      let kept: string | undefined;
      for (const [text, cut] of commits) {
        const memory = restarted(medium);
        expect(memory.load()).toBe(kept);
        if (cut !== null) memory.cutAfter(cut);
        try {
          memory.commit(text);
          kept = text;
        } catch (error) {
          expect(error).toBeInstanceOf(PowerCut);
          const left = restarted(medium).load();
          expect([kept, text]).toContain(left);
          kept = left;
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a flipped bit anywhere in the newest bank brings back the text before it', () => {
  const [old, next] = ['{"total":100}', '{"total":145}'];
  for (let bit = 0; bit < 8 * bytesOf(next); bit += 1) {
    const medium = new RamMedium();
    const memory = restarted(medium);
    memory.commit(old);
    memory.commit(next);
    const newest = Uint8Array.from(medium.read('a'));
    newest[bit >> 3] = (newest[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    medium.write('a', newest);

    const after = restarted(medium);
    expect(after.load()).toBe(old);
    after.commit(next);
    expect(restarted(medium).load()).toBe(next);
  }
});

test('damage in both banks is an error and not a meter as new', () => {
  const medium = new RamMedium();
  restarted(medium).commit('{}');
  for (const bank of ['a', 'b'] as const) medium.write(bank, new Uint8Array([0]));
  expect(() => restarted(medium).load()).toThrow(
    expect.objectContaining({ code: 'FB_MEMORY_FILE' }),
  );
});

test('without power nothing is written until the memory is loaded again', () => {
  const medium = new RamMedium();
  const memory = restarted(medium);
  memory.commit('1');
  memory.cutAfter(3);
  expect(() => memory.commit('2')).toThrow(PowerCut);
  expect(() => memory.commit('3')).toThrow(PowerCut);
  expect(memory.load()).toBe('1');
  memory.commit('3');
  expect(restarted(medium).load()).toBe('3');
});

test('the bytes to a cut are counted over several commits', () => {
  const medium = new RamMedium();
  const memory = restarted(medium);
  memory.commit('1');
  memory.cutAfter(bytesOf('2') + 1);
  memory.commit('2');
  expect(() => memory.commit('3')).toThrow(PowerCut);
  expect(restarted(medium).load()).toBe('2');
});

test('the newest bank is told although the sequence number wraps', () => {
  const medium = new RamMedium();
  medium.write('a', encodeBank({ sequence: 0xffff_ffff, payload: 'old' }));
  medium.write('b', encodeBank({ sequence: 0, payload: 'new' }));
  expect(restarted(medium).load()).toBe('new');
});
