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

  /** Types a number of the installation, and leaves it unconfirmed. */
  async typeInstallation(installation: string): Promise<Frame> {
    const { page } = this.#sections;
    await this.#toChoice();
    await page.tap('byInstallation');
    return page.bench.type(installation);
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

  /** Registers equipment as it should be, the meter on the desk unless another is named. */
  async make(installation: string = usualEquipment.installation): Promise<void> {
    await this.byInstallation(installation);
    await this.answerAddress(true);
    await this.#sections.page.tap('ok');
  }

  /** The page shows the equipment as the portal knows it, and asks whether its address is right. */
  expectAddress(address: string): void {
    const { page } = this.#sections;
    page.expectSays('equipmentAddress', { address });
    page.expectSays('isAddressRight');
  }

  /** The equipment is registered, as this serial number. */
  async expectRegistered(serial: string): Promise<void> {
    const { page } = this.#sections;
    await this.open();
    page.expectSays('equipmentRegistered');
    page.bench.expectSame('serial number', serial, page.valueOf('serial'));
  }

  /** Nothing is registered: the page asks for numbers anew. */
  async expectNone(): Promise<void> {
    await this.open();
    this.#sections.page.expectSays('registerBy');
  }
}
