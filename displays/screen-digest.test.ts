import { expect, test } from 'vitest';
import { darkScreen, type Frame, type Screen } from '#core';
import { screenDigest } from './screen-digest.ts';

const list: Screen = {
  ...darkScreen,
  display: 'lcd',
  title: 'Account List',
  rows: [{ text: '1201 Marketing', role: 'item' }],
  language: 'en-GB',
};

test('what a person sees decides, not the number of a frame, a beep or an order of keys', () => {
  const frame: Frame = { ...list, v: 1, frame: 7, beeps: 2 };
  expect(screenDigest(list)).toMatch(/^[0-9a-f]{64}$/);
  expect(screenDigest(frame)).toBe(screenDigest(list));
  const { title, ...rest } = list;
  const rows = [{ role: 'item', text: '1201 Marketing', selected: false, checked: false } as const];
  expect(screenDigest({ ...rest, title, rows })).toBe(screenDigest(list));
});

test('each thing that is to be seen makes another digest', () => {
  const row = { text: '1201 Marketing', role: 'item' } as const;
  const field = { label: 'N', value: '', maxLength: 4, secret: false, mode: 'digits' } as const;
  const changes: Partial<Screen>[] = [
    {},
    { title: 'Other' },
    { display: 'touch' },
    { busy: true },
    { language: 'fr-CA' },
    { more: { above: true, below: false } },
    { rows: [] },
    { rows: [{ ...row, selected: true }] },
    { rows: [{ ...row, checked: true }] },
    { rows: [{ ...row, role: 'button' }] },
    { rows: [{ ...row, rect: [0, 0, 10, 10] }] },
    { field },
    { field: { ...field, mode: 'upper' } },
  ];
  const digests = changes.map((change) => screenDigest({ ...list, ...change }));
  expect(new Set(digests).size).toBe(changes.length);
});
