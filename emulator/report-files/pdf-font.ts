import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Where the font files are; their letters are embedded, as no viewer is sure to have them. */
export const fontFiles = (): Readonly<Record<'regular' | 'bold', string>> => ({
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
});

/** The part of pdfkit's embedded font that its types leave out. */
export interface EmbeddedFont {
  readonly id: string;
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  /** Hexadecimal codes and places of a text's glyphs; from then on they are in the file. */
  encode(text: string): [codes: string[], positions: { advanceWidth: number }[]];
  /** Its object in the file. */
  ref(): unknown;
}

interface Glyph {
  readonly code: string;
  /** In thousandths of the font size. */
  readonly advance: number;
}

/** What stands in a PDF for a character that cannot be printed: its number between these two. */
export const numbered = (character: string): string =>
  `\u27e8${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`;

/** Printed at the end of a line that is broken within a word. Not the `-` of the keyboard. */
export const wordBreak = '\u2010';

/** The same on paper and in every reader, whatever the font. */
const plain = /^[\x20-\x7e]*$/;

const looseSpaces = /^ | $| {2}/;

/**
 * Letters that need an engine to be put in order or joined, those that viewers leave out or change
 * into others (marks, controls, spaces other than the plain one), and our own signs.
 */
const unprintable =
  /[\p{C}\p{M}\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}\u2010\u27e8\u27e9\ufff9-\ufffd]/u;

/**
 * One font of a document: a glyph a character, without kerning and ligatures, so that each is looked
 * up once and a reader finds the letters that were written.
 */
export class PdfFont {
  readonly #font: EmbeddedFont;
  readonly #glyphs = new Map<string, Glyph>();
  readonly #signs = new Map<string, string>();

  constructor(font: EmbeddedFont) {
    this.#font = font;
  }

  /** Its name on the pages. */
  get id(): string {
    return this.#font.id;
  }

  /** Its object, which each page that uses it has to name. */
  get object(): unknown {
    return this.#font.ref();
  }

  /** Whether a character had to be printed as its number. */
  get numbers(): boolean {
    return [...this.#signs].some(([character, sign]) => character !== sign);
  }

  /**
   * The text as it can be printed: never with a wrong letter, but perhaps with its number. Several
   * spaces become one, as a reader cannot tell how many a gap is.
   */
  printable(text: string): string {
    const tight = looseSpaces.test(text) ? text.replace(/ +/g, ' ').replace(/^ | $/g, '') : text;
    if (plain.test(tight)) return tight;
    let printed = '';
    for (const character of tight) printed += this.#sign(character);
    return printed;
  }

  /** In thousandths of the font size. */
  width(text: string): number {
    let width = 0;
    for (const character of text) width += this.#glyph(character).advance;
    return width;
  }

  /** A printable text as a PDF string. */
  encoded(text: string): string {
    let codes = '';
    for (const character of text) codes += this.#glyph(character).code;
    return `<${codes}>`;
  }

  #sign(character: string): string {
    let sign = this.#signs.get(character);
    if (sign === undefined) {
      const known = this.#font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      sign = known && !unprintable.test(character) ? character : numbered(character);
      this.#signs.set(character, sign);
    }
    return sign;
  }

  #glyph(character: string): Glyph {
    let glyph = this.#glyphs.get(character);
    if (!glyph) {
      const [codes, positions] = this.#font.encode(character);
      glyph = { code: codes.join(''), advance: positions[0]?.advanceWidth ?? 0 };
      this.#glyphs.set(character, glyph);
    }
    return glyph;
  }
}
