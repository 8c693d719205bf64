/** Characters that XML 1.0 cannot hold, not even as references. */
const unholdable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Control characters become their pictures (`␛`), anything else the replacement character. */
const visible = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\u{FFFD}';
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Any text as the content of an XML element; what XML cannot hold is replaced so that it shows. */
export const xmlText = (text: string): string =>
  text.replace(unholdable, visible).replace(/[&<>"\r]/g, (character) => escapes[character] ?? '');

/** The same for the value of an attribute, where line breaks and tabs would become blanks. */
export const xmlAttribute = (text: string): string =>
  xmlText(text).replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
