import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssString, escapeHtml, scriptJson } from './safe-text.ts';

const anyText = fc.string({ unit: 'binary' });
const hostile = fc.constantFrom(
  '</script>',
  '<!--',
  '-->',
  '\u2028',
  '"',
  "'",
  '\\',
  '\n',
  '*/',
  '}',
);

test('no text is markup, or ends an attribute', async () => {
  await fc.assert(
    fc.property(anyText, hostile, (a, b) => {
      expect(escapeHtml(a + b + a)).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

test('no text ends a script, begins a comment in it, or changes on the way', async () => {
  await fc.assert(
    fc.property(anyText, hostile, (a, b) => {
      const json = scriptJson({ text: a + b + a });
      expect(json).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual({ text: a + b + a });
    }),
  );
});

test('no text ends a string of CSS', async () => {
  await fc.assert(
    fc.property(anyText, hostile, (a, b) => {
      expect(cssString(a + b)).toMatch(/^"(?:[ \w.,:·()-]|\\[0-9a-f]+ )*"$/u);
    }),
  );
});
