import type { Capability, Identity, Meter } from '#core';
import type { LinkWord } from '#protocol';
import { Mismatch, type Need, Unmade } from './case.ts';
import { type Hands, handsOfMeter, Operator } from './hands.ts';
import { scpiAsker } from './scpi-asker.ts';
import type { Subject } from './subject.ts';
import type { Toggle } from './toggle.ts';
import { Wire } from './wire.ts';

export interface KitLimits {
  /** How long an answer may take. */
  readonly answerMs: number;
  /** How long a case may take; a serial line needs most for a large file. */
  readonly caseMs: number;
  /** The longest file that is written to the stick, in bytes. */
  readonly largestFile: number;
}

export const usualLimits: KitLimits = { answerMs: 5000, caseMs: 60_000, largestFile: 65_537 };

/** What was learned of a rig before the cases. */
export interface Survey {
  readonly identity: Identity | undefined;
  readonly capabilities: ReadonlySet<Capability>;
  /** What the controller says that it can; `undefined` where there is none between. */
  readonly words: ReadonlySet<LinkWord> | undefined;
  readonly toggle: Toggle | undefined;
}

/** Nothing is known of a rig whose meter cannot be opened: the cases about bytes are still made. */
export const nothingLearned: Survey = {
  identity: undefined,
  capabilities: new Set(),
  words: undefined,
  toggle: undefined,
};

/** What a case works with. All that it opens is closed after it, in the reverse order. */
export class Workbench {
  readonly subject: Subject;
  readonly survey: Survey;
  readonly limits: KitLimits;
  readonly #closers: (() => Promise<void>)[] = [];

  constructor(subject: Subject, survey: Survey, limits: KitLimits) {
    this.subject = subject;
    this.survey = survey;
    this.limits = limits;
  }

  /** The meter through its driver. */
  async meter(): Promise<Meter> {
    const meter = await this.subject.openMeter();
    let open = true;
    this.after(async () => {
      if (open) await meter[Symbol.asyncDispose]();
      open = false;
    });
    return meter;
  }

  /** A new connection of the dialect that nobody has said anything on. */
  async rawWire(): Promise<Wire> {
    const { openCarrier } = this.subject;
    if (!openCarrier) throw new Unmade('the link does not speak SCPI');
    const wire = new Wire(await openCarrier(), this.limits.answerMs);
    this.after(() => wire.close());
    return wire;
  }

  /** A connection of the dialect at a clean line, with an empty error queue. */
  async wire(): Promise<Wire> {
    const wire = await this.rawWire();
    await wire.begin(this.subject.carrier !== 'tcp');
    return wire;
  }

  /** Such a connection that holds the panel and counts from 1. */
  async wireInCharge(): Promise<Wire> {
    const wire = await this.wire();
    const { code, text } = await new Operator(scpiAsker(wire), this.limits.answerMs).patiently({
      op: 'resetSequence',
    });
    if (code !== 0) throw new Mismatch('PANel:SEQuence:RESet is carried out', `${code} ${text}`);
    return wire;
  }

  /** A connection for operations, which holds the panel and counts from 1. */
  async operator(): Promise<Operator> {
    const operator = await this.watcher();
    const { code, text } = await operator.patiently({ op: 'resetSequence' });
    if (code !== 0) throw new Mismatch('PANel:SEQuence:RESet is carried out', `${code} ${text}`);
    return operator;
  }

  /** A connection for operations that has changed nothing yet. */
  async watcher(): Promise<Operator> {
    const { openAsker, openCarrier } = this.subject;
    if (openCarrier) return new Operator(scpiAsker(await this.wire()), this.limits.answerMs);
    if (!openAsker) throw new Unmade('the meter is in this process: nothing lies between');
    const asker = await openAsker();
    this.after(() => asker.close());
    return new Operator(asker, this.limits.answerMs);
  }

  /** Keys and display: as the link tells of them, or in the same process through the driver. */
  async hands(): Promise<Hands> {
    const { words } = this.survey;
    return words ? (await this.operator()).hands(words) : handsOfMeter(await this.meter());
  }

  /** Two harmless keys. */
  toggle(): Toggle {
    const { toggle } = this.survey;
    if (toggle) return toggle;
    throw new Unmade('no two keys were found that only lead away and back');
  }

  /** Puts something back after the case, however it ends. */
  after(work: () => Promise<void>): void {
    this.#closers.push(work);
  }

  /** Puts a new meter with a new stick into the slot when all that the case has opened is closed. */
  renewAfter(): void {
    const { renew } = this.subject;
    if (!renew) throw new Unmade('there is no new meter to be had');
    this.#closers.unshift(renew);
  }

  /** Why a case cannot be made here; `undefined` when it can. */
  lacks(needs: readonly Need[]): string | undefined {
    for (const need of needs) {
      const why = this.#lacks(need);
      if (why) return why;
    }
    return undefined;
  }

  #lacks(need: Need): string | undefined {
    const { subject, survey } = this;
    const between = subject.openCarrier ?? subject.openAsker;
    switch (need) {
      case 'operations':
      case 'reopen':
        return between ? undefined : 'the meter is in this process: nothing lies between';
      case 'scpi':
        return subject.openCarrier ? undefined : `${subject.carrier} does not speak SCPI`;
      case 'stream':
        if (!subject.openCarrier) return `${subject.carrier} does not speak SCPI`;
        return subject.carrier === 'usbtmc' ? 'USBTMC marks the end of messages itself' : undefined;
      case 'two clients':
        return subject.twoClients ? undefined : `${subject.carrier} takes one client at a time`;
      case 'guarded messages':
        return survey.words?.has('ONCE') ? undefined : 'ONCE is not among the capabilities';
      case 'harmless keys':
        return survey.toggle ? undefined : 'no two keys were found that only lead away and back';
      case 'new meter':
        return subject.renew ? undefined : 'it spoils the stick, and there is no new one to be had';
      case 'leave to feed':
        return subject.mayFeed ? undefined : 'an envelope costs postage: allow it with --feed';
      default:
        return survey.capabilities.has(need) ? undefined : `the rig has no ${need}`;
    }
  }

  /** Closes what was opened and puts back what was moved. */
  async close(): Promise<void> {
    const problems: unknown[] = [];
    for (const closer of this.#closers.splice(0).reverse()) {
      await closer().catch((error: unknown) => problems.push(error));
    }
    if (problems.length > 0) throw problems[0];
  }
}
