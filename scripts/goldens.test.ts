import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGolden } from '#bench';
import { displayPng } from '#displays';
import { families } from '#models';
import { goldenUses } from './golden-uses.ts';

const golden = await loadGolden();

const folder = golden.usualGoldens;
const uses = goldenUses();
const places = golden.goldenPlaces(folder);

/** Whether a feature can mean the golden screen: one of its family, or of all machines. */
const isUsed = (place: string): boolean => {
  const parts = place.split('/');
  const isFamily = (subject: string): boolean => families.some((family) => family === subject);
  return uses.some(
    ({ subject, name }) => name === parts.at(-1) && (subject === parts[0] || !isFamily(subject)),
  );
};

test('a feature uses every golden screen', () => {
  expect(places.length).toBeGreaterThan(16);
  expect(places.filter((place) => !isUsed(place))).toEqual([]);
  expect(isUsed('is400/A Screen That Nobody Names')).toBe(false);
  expect(isUsed('connect-plus/Supervisor Menu')).toBe(false);
});

test('every golden screen that a feature of a family uses is there', () => {
  const missing = uses.filter(
    ({ subject, name }) =>
      !places.some((place) => place.startsWith(`${subject}/`) && place.endsWith(`/${name}`)),
  );
  expect(uses.length).toBeGreaterThan(16);
  expect(missing).toEqual([]);
});

test('the picture of a golden screen is of the screen beside it', async () => {
  for (const place of places) {
    const { png, screen } = golden.readGolden(join(folder, place)) ?? {};
    expect(screen, place).toBeDefined();
    if (screen) expect(Buffer.compare(await displayPng(screen), png ?? Buffer.of()), place).toBe(0);
  }
});

test('the picture of every golden screen is the one that was accepted last', () => {
  const { accepted } = JSON.parse(readFileSync(join(folder, 'accepted.json'), 'utf8')) as {
    accepted: { golden: string; sha256: string; by: string }[];
  };
  for (const place of places) {
    const last = accepted.findLast((one) => one.golden === place);
    const { png } = golden.readGolden(join(folder, place)) ?? {};
    expect(last?.sha256, place).toBe(
      createHash('sha256')
        .update(png ?? '')
        .digest('hex'),
    );
    expect(last?.by, place).toMatch(/\w/);
  }
});

test('every mask of a family can be read, and is for a golden screen', () => {
  for (const family of families) {
    for (const { screens = [] } of golden.readRules(folder, family).masks) {
      const unknown = screens.filter(
        (name) =>
          !places.some((place) => place.startsWith(`${family}/`) && place.endsWith(`/${name}`)),
      );
      expect(unknown, family).toEqual([]);
    }
  }
});
