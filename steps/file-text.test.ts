import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountLines,
  bytesOf,
  encoded,
  fileOf,
  instantOfText,
  nameOfInstant,
  shownBytes,
} from './file-text.ts';

describe('the notation of bytes', () => {
  test('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...bytesOf(shownBytes(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  test('gives back a long file too', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    expect([...bytesOf(shownBytes(bytes))]).toEqual([...bytes]);
  });

  test('shows what cannot be seen', () => {
    expect(shownBytes(Uint8Array.of(0x31, 0x3b, 0xe9, 0, 0x5c, 0x0d, 0x0a, 9))).toBe(
      '1;\\xE9\\x00\\\\\\r\\n\\t',
    );
  });

  test('takes the breaks of its own lines for layout', () => {
    expect(shownBytes(bytesOf('1\\r\\n\n2'))).toBe('1\\r\\n2');
  });

  test.each(['é', '\\q', '\\x1', 'a\tb'])('is not guessed at: %j', (notation) => {
    expect(() => bytesOf(notation)).toThrow('not the notation of bytes');
  });
});

describe('encodings', () => {
  test('Windows-1252 is what the platform reads back', () => {
    const text = 'Müller Œuvres ŠŽœžŸ’ß';
    expect(new TextDecoder('windows-1252').decode(encoded(text, 'Windows-1252'))).toBe(text);
  });

  test('a letter that Windows-1252 has not is no question mark', () => {
    expect(() => encoded('Ω', 'Windows-1252')).toThrow('Windows-1252 has no "Ω"');
    expect(() => encoded('\u0081', 'Windows-1252')).toThrow('Windows-1252 has no');
  });
});

test('a file ends its last line too', () => {
  expect(shownBytes(fileOf(accountLines(2, 7), 'LF'))).toBe(
    '7;Account 7;Active\\n8;Account 8;Active\\n',
  );
});

test('a name is the moment in local time, each part with all of its digits', () => {
  expect(nameOfInstant(instantOfText('2028-02-29 03:04:05') + 999)).toBe('ACS_20280229_030405.CSV');
});
