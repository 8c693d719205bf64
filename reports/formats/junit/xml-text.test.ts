import { expect, test } from 'vitest';
import { xmlAttribute, xmlText } from './xml-text.ts';

test.each([
  ['a <b> & "c" ]]>', 'a &lt;b&gt; &amp; &quot;c&quot; ]]&gt;'],
  ['bell \u0007 and escape \u001b', 'bell ␇ and escape ␛'],
  ['half a pair \ud83d!', 'half a pair \u{FFFD}!'],
  ['a whole pair 😀 and \ufffe', 'a whole pair 😀 and \u{FFFD}'],
  ['lines\nand\ttabs\r\n', 'lines\nand\ttabs&#13;\n'],
])('%j becomes %j as content', (text, escaped) => {
  expect(xmlText(text)).toBe(escaped);
});

test('line breaks of an attribute are kept', () => {
  expect(xmlAttribute('one\n\ttwo')).toBe('one&#10;&#9;two');
});
