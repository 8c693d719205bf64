import { expect, test } from 'vitest';
import { darkScreen, type Screen } from '#core';
import { screenDigest } from './screen-digest.ts';

const screen: Screen = {
  ...darkScreen,
  display: 'lcd',
  title: 'Home',
  rows: [{ text: 'Credit', role: 'text' }],
  field: { label: 'Postage', value: '0.00', maxLength: 4, secret: false, mode: 'digits' },
};

test('the order in which the parts of a screen came makes no difference', () => {
  const turned = Object.fromEntries(Object.entries(screen).reverse()) as unknown as Screen; // the same
  expect(screenDigest(turned)).toBe(screenDigest(screen));
});

test('whatever a person could see makes a difference', () => {
  const changes: readonly Partial<Screen>[] = [
    { display: 'touch' },
    { title: 'Menu' },
    { rows: [] },
    { rows: [{ text: 'Credit', role: 'item' }] },
    { rows: [{ text: 'Credit', role: 'text', selected: true }] },
    { rows: [{ text: 'Credit', role: 'text', checked: true }] },
    { rows: [{ text: 'Credit', role: 'text', rect: [0, 0, 1, 1] }] },
    { more: { above: true, below: false } },
    { more: { above: false, below: true } },
    { field: { label: 'Postage', value: '1.00', maxLength: 4, secret: false, mode: 'digits' } },
    { busy: true },
    { beeps: 1 },
    { language: 'fr-CA' },
  ];
  const digests = changes.map((change) => {
    // Right before it, so that what is known of its rows is of another screen.
    const before = screenDigest(screen);
    const digest = screenDigest({ ...screen, ...change });
    expect(digest, JSON.stringify(change)).not.toBe(before);
    return digest;
  });
  expect(new Set(digests).size).toBe(changes.length);
});
