import type { Frame } from '#core';
import * as connectPlus from '#models/connect-plus';
import type { ReportScreens } from './reports.ts';
import type { TouchScreen } from './screen.ts';

const { texts } = connectPlus;

/** What is entered to export a report. */
export interface ExportOrder {
  readonly fileName: string;
  /** `Reports/2026`; '' is the root of the USB drive. */
  readonly folder: string;
  readonly type: connectPlus.FileType;
}

/** Actions > Export report. */
export class ExportScreens {
  readonly #screen: TouchScreen;
  readonly #reports: ReportScreens;

  constructor(screen: TouchScreen, reports: ReportScreens) {
    this.#screen = screen;
    this.#reports = reports;
  }

  /** From the settings of a report, or the report itself. */
  async open(): Promise<Frame> {
    return this.#reports.act('exportReport');
  }

  async name(fileName: string): Promise<Frame> {
    await this.#screen.tapLabel(texts.fileName);
    return this.#screen.enter(fileName);
  }

  /** Opens the drive on the display; the folders that are in it. */
  async openDrive(): Promise<Frame> {
    const screen = this.#screen;
    await screen.tapLabel(texts.exportTo.replace(/:$/, ''));
    await screen.tap(texts.usbDrive);
    return this.openMarked();
  }

  /** Opens what is marked in the list. */
  async openMarked(): Promise<Frame> {
    await this.#screen.tap(texts.open);
    return this.#screen.bench.awaitDone();
  }

  /** Opens the drive and all folders but the last of a path, and selects that one. */
  async place(folder: string): Promise<Frame> {
    const screen = this.#screen;
    await this.openDrive();
    const parts = folder.split('/').filter((part) => part !== '');
    for (const [index, part] of parts.entries()) {
      if (screen.refused) return screen.frame;
      await screen.tap(part);
      if (index < parts.length - 1) await this.openMarked();
    }
    return screen.refused ? screen.frame : screen.tap(texts.selectFolder);
  }

  async type(type: connectPlus.FileType): Promise<Frame> {
    await this.#screen.tapLabel(texts.fileType);
    return this.#screen.tap(type.toUpperCase());
  }

  /** Fills the form up to OK; stops where the machine refuses. */
  async fill({ fileName, folder, type }: ExportOrder): Promise<Frame> {
    await this.name(fileName);
    if (!this.#screen.refused) await this.place(folder);
    if (!this.#screen.refused) await this.type(type);
    return this.#screen.frame;
  }

  /** The same, and OK: the machine is busy then, or refuses. */
  async begin(order: ExportOrder): Promise<Frame> {
    await this.open();
    await this.fill(order);
    return this.#screen.refused ? this.#screen.frame : this.#screen.tap(texts.ok);
  }

  async run(order: ExportOrder): Promise<Frame> {
    await this.begin(order);
    return this.#screen.bench.awaitDone();
  }

  /** After a refusal: the form is still filled, and OK tries again. */
  async again(): Promise<Frame> {
    await this.#screen.dismiss();
    await this.#screen.tap(texts.ok);
    return this.#screen.bench.awaitDone();
  }
}
