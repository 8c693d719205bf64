import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const margin = 50;
const size = { title: 18, heading: 12, text: 9, small: 7.5 } as const;
const grey = '#555555';
const labelWidth = 165;

export interface LineStyle {
  readonly bold?: boolean;
  readonly small?: boolean;
  readonly colour?: string;
  readonly indent?: number;
}

/** What stands at the top and the foot of every page. */
export interface Margins {
  readonly title: string;
  readonly badge: string;
  readonly foot: string;
}

/**
 * A4 pages of a formal report: flowing text in an embedded font, fields with labels, and on every page
 * what it belongs to and which of how many it is. No time of the host goes into the file.
 */
export class ReportPages {
  readonly #document: PDFKit.PDFDocument;
  readonly #parts: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  readonly #margins: Margins;

  private constructor(document: PDFKit.PDFDocument, margins: Margins) {
    this.#document = document;
    this.#margins = margins;
    this.#ended = new Promise((resolve, reject) => {
      document.on('data', (part: Uint8Array) => this.#parts.push(part));
      document.on('end', resolve);
      document.on('error', reject);
    });
  }

  /** `made` is the date that the file bears. */
  static async open(margins: Margins, made: Date): Promise<ReportPages> {
    const { default: PDFDocument } = await import('pdfkit');
    const regular = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
    const document = new PDFDocument({
      size: 'A4',
      margins: { top: margin + 25, bottom: margin + 15, left: margin, right: margin },
      bufferPages: true,
      font: regular,
      info: { Title: margins.title, CreationDate: made, ModDate: made },
    });
    document.registerFont('regular', regular);
    document.registerFont('bold', require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));
    return new ReportPages(document, margins);
  }

  title(text: string): void {
    this.#document.font('bold').fontSize(size.title).fillColor('black').text(printable(text));
    this.#document.moveDown(0.4);
  }

  heading(text: string): void {
    this.#keepTogether(60);
    this.#document.moveDown(0.9).font('bold').fontSize(size.heading).fillColor('black');
    this.#document.text(printable(text), margin).moveDown(0.3);
  }

  line(text: string, { bold, small, colour, indent = 0 }: LineStyle = {}): void {
    this.#document
      .font(bold ? 'bold' : 'regular')
      .fontSize(small ? size.small : size.text)
      .fillColor(colour ?? (small ? grey : 'black'))
      .text(printable(text), margin + indent, this.#document.y, { width: this.#width - indent });
  }

  /** A label, and beside it what there is to say. */
  field(label: string, value: string): void {
    const document = this.#document;
    document.font('regular').fontSize(size.text);
    const text = printable(value);
    const heights = [
      document.heightOfString(text, { width: this.#width - labelWidth }),
      document.heightOfString(label, { width: labelWidth - 8 }),
    ];
    const height = Math.max(...heights);
    this.#keepTogether(height);
    const { y } = document;
    document.fillColor(grey).text(label, margin, y, { width: labelWidth - 8 });
    document.fillColor('black');
    document.text(text, margin + labelWidth, y, { width: this.#width - labelWidth });
    document.x = margin;
    document.y = y + height + 3;
  }

  /** What nobody must overlook, in a frame. */
  warning(text: string): void {
    const document = this.#document;
    document.font('bold').fontSize(size.text);
    const inside = this.#width - 16;
    const height = document.heightOfString(printable(text), { width: inside }) + 12;
    this.#keepTogether(height);
    const { y } = document;
    document.lineWidth(1.5).rect(margin, y, this.#width, height).stroke('#b00020');
    document.fillColor('#b00020').text(printable(text), margin + 8, y + 6, { width: inside });
    document.x = margin;
    document.y = y + height + 6;
  }

  /** The end mark, then the file. */
  async finish(endMark: string): Promise<Uint8Array> {
    this.#document.moveDown(1.5);
    this.line(endMark, { bold: true });
    const { start, count } = this.#document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.#document.switchToPage(page);
      this.#frame(page - start + 1, count);
    }
    this.#document.end();
    await this.#ended;
    return Buffer.concat(this.#parts);
  }

  #frame(page: number, of: number): void {
    const document = this.#document;
    const { title, badge, foot } = this.#margins;
    // Below the lower margin the library would begin another page.
    document.page.margins.bottom = 0;
    const write = (text: string, y: number, align: 'left' | 'right'): void => {
      document.text(printable(text), margin, y, { width: this.#width, align, lineBreak: false });
    };
    document.font('regular').fontSize(size.small).fillColor(grey);
    write(title, margin - 5, 'left');
    const bottom = document.page.height - margin;
    write(foot, bottom, 'left');
    write(`Page ${page} of ${of}`, bottom, 'right');
    document.font('bold').fontSize(size.text).fillColor('#b00020');
    write(badge, margin - 6, 'right');
  }

  get #width(): number {
    return this.#document.page.width - 2 * margin;
  }

  #keepTogether(height: number): void {
    const { page, y } = this.#document;
    if (y + height > page.height - page.margins.bottom) this.#document.addPage();
  }
}

/** Line breaks stay; other controls would be boxes. */
const printable = (text: string): string => text.replace(/[^\P{C}\n]/gu, ' ');
