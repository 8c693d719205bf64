import { type Frame, minutes, type Pence } from '#core';
import type { MeterPages } from './meter.ts';
import type { Sections } from './sections.ts';

/** Longer than a meter waits for any answer. */
const longestMessage = minutes(2);

/** The messages of a synchronisation that come before the first piece: its opening, the inspection. */
const messagesBeforePieces = 2;

/** The calls of a meter that is set up, message by message. */
export class Calls {
  readonly #sections: Sections;
  readonly #meter: MeterPages;

  constructor(sections: Sections, meter: MeterPages) {
    this.#sections = sections;
    this.#meter = meter;
  }

  /** Begins a synchronisation and goes on as far as the screen of a piece, counted from 1. */
  async comeToPiece(piece: number): Promise<Frame> {
    let frame = await this.#meter.begin('synchronise');
    for (let passed = 0; passed < messagesBeforePieces + piece - 1; passed += 1) {
      frame = await this.#sections.page.bench.awaitFrame(longestMessage);
    }
    return frame;
  }

  /** A synchronisation is done, and sends so many messages to the Data Centre. */
  async expectMessages(count: number): Promise<void> {
    const { dataCentre, page } = this.#sections;
    const before = dataCentre.messages();
    const { status } = await this.#meter.call('synchronise');
    page.bench.expectSame('synchronisation', 'done', status);
    page.bench.expectSame('messages', count, dataCentre.messages() - before);
  }

  /** Puts letters through until one is not franked; why is on the display. */
  async useUp(): Promise<void> {
    const { page } = this.#sections;
    for (let left = await this.#meter.postage(); left >= 0; left -= 1) {
      if ((await page.bench.feed()) === undefined) return;
    }
    page.bench.check('last letter', false, 'not franked', 'franked');
  }

  /** What a refill offers before anything is typed. */
  async expectOffered(amount: Pence): Promise<void> {
    const { page } = this.#sections;
    await this.#meter.open();
    await page.tap('refill');
    page.bench.expectSame('offered amount', `${amount}`, page.frame.field?.value);
  }
}
