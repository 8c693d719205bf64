import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackageLabel } from '#core';
import { packageOf, pieceOf, ratesPackage, settings } from './fake-data-centre.test-data.ts';
import { assembled, install, labelFault, packageFault, takePiece } from './packages.ts';
import { factoryPostal, type PostalService, ratesInForce } from './postal.ts';

const factory = factoryPostal('factory', '1.0.0');
const today = '2026-01-15';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Some bytes, and where they are cut into pieces that are never empty. */
const cutUp = fc
  .uint8Array({ minLength: 1, maxLength: 200 })
  .chain((bytes) =>
    fc.tuple(
      fc.constant(bytes),
      fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, bytes.length - 1) }), { maxLength: 8 }),
    ),
  )
  .map(([bytes, cuts]) => {
    const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
    const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
    return { bytes, pieces };
  });

/** Takes pieces one after the other; what the last of them has brought. */
function takeAll(
  label: PackageLabel,
  pieces: readonly string[],
  from: PostalService = factory,
): ReturnType<typeof takePiece> {
  let taken: ReturnType<typeof takePiece> = { postal: from };
  for (const piece of pieces) {
    if (taken.note) return taken;
    taken = takePiece(taken.postal, label, piece, today);
  }
  return taken;
}

test('any way to cut a package into pieces gives the same package', async () => {
  await fc.assert(
    fc.property(cutUp, ({ bytes, pieces }) => {
      expect([...assembled(pieces.map(base64))]).toEqual([...bytes]);
      const { label } = packageOf('software', '2.0.0', bytes, pieces.length);
      const { postal, note } = takeAll(label, pieces.map(base64));
      expect(note).toEqual({ kind: 'installed', label });
      expect(postal).toEqual({
        ...factory,
        installed: { ...factory.installed, software: '2.0.0' },
      });
    }),
  );
});

test('a package of which any byte was changed is refused, and nothing of it stays', async () => {
  const flaw = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
  await fc.assert(
    fc.property(cutUp, flaw, ({ bytes, pieces }, { at, by }) => {
      const { label } = packageOf('software', '2.0.0', bytes, pieces.length);
      const index = at % bytes.length;
      let before = 0;
      const spoilt = pieces.map((piece) => {
        const own = index - before;
        before += piece.length;
        return piece.map((byte, place) => (place === own ? byte ^ by : byte));
      });
      const { postal, note } = takeAll(label, spoilt.map(base64));
      expect(note).toEqual({ kind: 'package refused', label, reason: 'digest' });
      expect(postal).toEqual(factory);
    }),
  );
});

test('pieces of another package in between are refused', () => {
  const one = packageOf('software', '2.0.0', new Uint8Array(90).fill(1), 3);
  const other = packageOf('graphics', 'Logo', new Uint8Array(90).fill(1), 3);
  const first = takePiece(factory, one.label, pieceOf(one, 0), today);
  const changed = takePiece(first.postal, other.label, pieceOf(other, 0), today);
  expect(changed.postal.download).toEqual({ label: other.label, pieces: [pieceOf(other, 0)] });
});

describe('a package is refused', () => {
  const bytes = new Uint8Array(30).map((_byte, index) => index);
  const { label } = packageOf('software', '2.0.0', bytes);
  const arriving = (arrived: Uint8Array, announced: Partial<PackageLabel> = {}) =>
    takePiece(factory, { ...label, ...announced }, base64(arrived), today).note;

  test.each([
    ['shorter than announced', bytes.subarray(0, 29), {}, 'size'],
    ['longer than announced', new Uint8Array([...bytes, 0]), {}, 'size'],
    ['as soon as it is longer', new Uint8Array([...bytes, 0]), { pieces: 3 }, 'size'],
    ['as soon as a piece brings nothing', new Uint8Array(), { pieces: 3 }, 'size'],
    ['with another digest', bytes.toReversed(), {}, 'digest'],
  ])('%s', (_what, arrived, announced, reason) => {
    expect(arriving(arrived, announced)).toMatchObject({ kind: 'package refused', reason });
  });

  test.each([
    ['that is no table', '{"version":1}'],
    ['that is no JSON', 'rates'],
    ['of another name', ratesText('R3', '2026-02-01')],
    ['that begin on no day', ratesText('R2', '2026-02-30')],
    ['that begin at an hour', ratesText('R2', '2026-02-01T00:00:00')],
    ['with a part of a penny', ratesText('R2', '2026-02-01').replace('100', '100.5')],
    ['with a price beyond counting', ratesText('R2', '2026-02-01').replace('100', '1e300')],
    ['with a price below zero', ratesText('R2', '2026-02-01').replace('100', '-100')],
    ['with a class without prices', ratesText('R2', '2026-02-01').replace('[100,200]', '[]')],
  ])('with rates %s', (_what, text) => {
    const content = new TextEncoder().encode(text);
    const rates = packageOf('rates', 'R2', content);
    const { postal, note } = takePiece(factory, rates.label, base64(content), today);
    expect(note).toMatchObject({ kind: 'package refused', reason: 'content' });
    expect(postal).toEqual(factory);
  });

  test('before anything of it is fetched where its label makes no sense', () => {
    const { packageBytes } = settings;
    expect(labelFault(label, packageBytes)).toBeUndefined();
    expect(labelFault({ ...label, size: packageBytes }, packageBytes)).toBeUndefined();
    expect(labelFault({ ...label, size: packageBytes + 1 }, packageBytes)).toBe('too large');
    expect(labelFault({ ...label, pieces: 1e9 }, packageBytes)).toBe('too large');
    expect(labelFault({ ...label, pieces: 30 }, packageBytes)).toBeUndefined();
    expect(labelFault({ ...label, pieces: 31 }, packageBytes)).toBe('size');
    expect(labelFault({ ...label, size: 0, pieces: 1 }, packageBytes)).toBeUndefined();
  });
});

function ratesText(id: string, effective: string): string {
  return new TextDecoder().decode(ratesPackage(id, effective).bytes);
}

test('an empty package is a package', () => {
  const { label, bytes } = packageOf('features', 'Nothing', new Uint8Array());
  expect(packageFault(label, bytes)).toBeUndefined();
  expect(takePiece(factory, label, '', today).note).toEqual({ kind: 'installed', label });
});

test('features and graphics are added to those that are there, each once', () => {
  let postal = factory;
  for (const id of ['Logo', 'Frame', 'Logo']) {
    const { label, bytes } = packageOf('graphics', id, new Uint8Array(3));
    const result = install(postal, label, bytes, today);
    if (result.status === 'installed') ({ postal } = result);
  }
  expect(postal.installed).toEqual({ ...factory.installed, graphics: ['Logo', 'Frame'] });
});

describe('rates', () => {
  /** Installs tables, each on a day: `R1@2026-01-01 on 2025-12-20`. */
  function installed(...all: readonly (readonly [id: string, effective: string, on: string])[]) {
    let postal = factory;
    for (const [id, effective, on] of all) {
      const { label, bytes } = ratesPackage(id, effective);
      const result = install(postal, label, bytes, on);
      if (result.status === 'refused') throw new Error(result.reason);
      ({ postal } = result);
    }
    return postal;
  }
  const on = (postal: PostalService, day: string) => ratesInForce(postal, day)?.id;

  test('hold from their first day on, and those of the factory until then', () => {
    const postal = installed(['R1', '2026-02-01', today]);
    expect(on(postal, '2026-01-31')).toBeUndefined();
    expect(on(postal, '2026-02-01')).toBe('R1');
    expect(on(postal, '2030-01-01')).toBe('R1');
  });

  test('in force stay so while two tables are to come', () => {
    const postal = installed(
      ['R1', '2026-01-01', '2026-01-02'],
      ['R2', '2026-02-01', today],
      ['R3', '2026-03-01', today],
    );
    expect(postal.rates.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3']);
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    expect(days.map((day) => on(postal, day))).toEqual(['R1', 'R2', 'R2', 'R3']);
  });

  test('that were replaced are forgotten', () => {
    const postal = installed(
      ['R1', '2026-01-01', '2026-01-02'],
      ['R2', '2026-02-01', '2026-01-20'],
      ['R3', '2026-03-01', '2026-02-02'],
    );
    expect(postal.rates.map(({ id }) => id)).toEqual(['R2', 'R3']);
  });

  test('that come last hold from their first day on, whatever was to come', () => {
    const postal = installed(['R3', '2026-03-01', today], ['R2', '2026-02-01', today]);
    expect(on(postal, '2026-03-01')).toBe('R2');
    const corrected = installed(['R2', '2026-02-01', today], ['R2a', '2026-02-01', today]);
    expect(corrected.rates.map(({ id }) => id)).toEqual(['R2a']);
  });

  test('that come last with a first day in the past replace those in force', () => {
    const postal = installed(['R2', '2026-01-10', today], ['R1', '2026-01-05', today]);
    expect(on(postal, today)).toBe('R1');
  });

  test('whatever comes: from its first day on the last one holds, and today loses no rates', async () => {
    const day = fc.integer({ min: 10, max: 28 }).map((number) => `2026-01-${number}`);
    await fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 6 }), (tables) => {
        let postal = factory;
        const days = tables.map(([, arrival]) => arrival).sort();
        for (const [index, [effective]] of tables.entries()) {
          const arrival = days[index] ?? today;
          const before = on(postal, arrival);
          const { label, bytes } = ratesPackage(`R${index}`, effective);
          const result = install(postal, label, bytes, arrival);
          if (result.status === 'refused') throw new Error(result.reason);
          ({ postal } = result);
          expect(on(postal, '2027-01-01')).toBe(label.id);
          expect(on(postal, arrival)).toBe(effective <= arrival ? label.id : before);
          const effectives = postal.rates.map((table) => table.effective);
          expect(effectives).toEqual([...new Set(effectives)].sort());
        }
      }),
    );
  });
});
