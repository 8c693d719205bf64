import type { Frame } from '#core';
import type { Sections } from './sections.ts';

/** What the meter on the desk is registered by. */
export const usualEquipment = { productCode: '1P00', installation: '12345678901' } as const;

/** The pages on which equipment is registered. */
export class EquipmentPages {
  readonly #sections: Sections;

  constructor(sections: Sections) {
    this.#sections = sections;
  }

  async open(): Promise<Frame> {
    return this.#sections.open('equipment');
  }

  /** Types a number of the installation and confirms it; waits where the page sends it. */
  async byInstallation(installation: string): Promise<Frame> {
    const { page } = this.#sections;
    await this.#toChoice();
    await page.tap('byInstallation');
    await page.enter(installation);
    return this.#sections.awaitPortal();
  }

  async byProductCode(productCode: string, serial: string): Promise<Frame> {
    const { page } = this.#sections;
    await this.#toChoice();
    await page.tap('byProductCode');
    await page.enter(productCode);
    await page.enter(serial);
    return this.#sections.awaitPortal();
  }

  async #toChoice(): Promise<void> {
    const { page } = this.#sections;
    await page.dismiss();
    if (!page.offers('byInstallation')) await this.open();
    if (page.offers('registerAnother')) await page.tap('registerAnother');
  }

  async answerAddress(right: boolean): Promise<Frame> {
    return this.#sections.page.tap(right ? 'yes' : 'no');
  }

  /** Registers the meter on the desk as it should be. */
  async make(): Promise<void> {
    await this.byInstallation(usualEquipment.installation);
    await this.answerAddress(true);
    await this.#sections.page.tap('ok');
  }
}
