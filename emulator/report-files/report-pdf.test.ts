import { inflateSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { Column, Table } from '#core';
import { needing, textByPdftotext } from '#judges';
import { writePdf } from './report-pdf.ts';

const options = { made: Date.UTC(2026, 0, 5, 9), maker: 'Connect+' };
const text = (heading: string): Column => ({ heading, kind: 'text' });

async function bytesOf(table: Table): Promise<Uint8Array> {
  const file = await writePdf(table, options);
  if (file.status !== 'written') throw new Error(file.status);
  return file.bytes;
}

/** What is printed on each page: where, in which size, how many signs. */
function printed(document: Uint8Array) {
  const file = Buffer.from(document).toString('latin1');
  const streams = [...file.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)];
  const pages = streams
    .map(([, data = '']) => inflateSync(Buffer.from(data, 'latin1')).toString('latin1'))
    .filter((content) => content.includes(' Tj ET'));
  const line = /BT \/(F\d) (\S+) Tf (\S+) (\S+) Td <([0-9a-f]*)> Tj ET/g;
  return pages.map((content) =>
    [...content.matchAll(line)].map(([, font, size, x, y, codes = '']) => ({
      font,
      size: Number(size),
      x: Number(x),
      y: Number(y),
      signs: codes.length / 4,
    })),
  );
}

const wide: Table = {
  title: 'Accounts',
  notes: [],
  columns: [text('Name'), text('Code'), text('Description'), { heading: 'Spent', kind: 'money' }],
  rows: [['N'.repeat(75), 'C'.repeat(75), 'a description '.repeat(11).slice(0, 150), 123_456]],
};

test('the same report is the same bytes, whatever the time of the host', async () => {
  const first = await bytesOf(wide);
  vi.useFakeTimers({ now: Date.UTC(2040, 1, 1), toFake: ['Date'] });
  try {
    expect(Buffer.compare(await bytesOf(wide), first)).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('long texts are broken so that every line is within the paper, and the header is on each page', async () => {
  const rows = Array.from({ length: 40 }, () => wide.rows[0] ?? []);
  const pages = printed(await bytesOf({ ...wide, rows }));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    for (const { x, y } of page) {
      expect(x).toBeGreaterThanOrEqual(36);
      expect(x).toBeLessThan(842 - 36);
      expect(y).toBeGreaterThanOrEqual(35.9);
    }
    // Four headings in bold, on one line.
    const bold = page.filter(({ font, size }) => font === 'F2' && size < 12);
    expect(bold.map(({ signs }) => signs)).toEqual([4, 4, 11, 5]);
  }
});

test('a row that no page could hold goes on on the next one', async () => {
  const endless = 'word '.repeat(3_000).trim();
  const pages = printed(await bytesOf({ ...wide, rows: [[endless, '', '', 1]] }));
  expect(pages.length).toBeGreaterThan(1);
});

test('more columns than can be read side by side are refused', async () => {
  const columns = Array.from({ length: 60 }, (_, index) => text(`A long heading ${index}`));
  expect(await writePdf({ title: '', notes: [], columns, rows: [] }, options)).toMatchObject({
    status: 'too many columns',
    columns: 60,
    most: expect.any(Number),
  });
});

describe('letters', () => {
  const judge = needing(['pdftotext'], 'those of the font are printed, others stand as numbers');
  test.skipIf(judge.skip)(judge.title, async () => {
    const names = [
      'Łódź €',
      'fi ﬁ',
      '日本',
      'שלום',
      'e\u0301',
      '⟨x⟩',
      'no\u00a0break',
      'co\u2010op',
    ];
    const table = { ...wide, columns: [text('Name')], rows: names.map((name) => [name]) };
    const lines = textByPdftotext(await bytesOf(table))
      .split('\n')
      .map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['Łódź €', 'fi ﬁ', '⟨65E5⟩⟨672C⟩', '⟨05E9⟩⟨05DC⟩⟨05D5⟩⟨05DD⟩', 'e⟨0301⟩'],
        ...['⟨27E8⟩x⟨27E9⟩', 'no⟨00A0⟩break', 'co⟨2010⟩op'],
        expect.stringMatching(/^Signs that cannot be printed stand as .* Page 1 of 1$/),
      ]),
    );
  });

  test.skipIf(judge.skip)('without numbers there is no note about them', async () => {
    expect(textByPdftotext(await bytesOf({ ...wide, rows: [] }))).not.toContain('Signs');
  });
});
