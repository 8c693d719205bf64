import { BenchError, type Identity, type Meter } from '#core';
import { expectedIdentity } from '#emulator/any-machine';
import { isChanging, isEmulated, knownWords, type Operation, type Who } from '#protocol';
import type { Exchange } from './drivers/exchange.ts';
import { type LinkLimits, usualLimits } from './drivers/limits.ts';
import type { OnLink } from './drivers/link-event.ts';
import { LinkMeter } from './drivers/link-meter.ts';
import { loggedExchange, type OnWire } from './drivers/logged-exchange.ts';
import { hostTime, instantOf, type MeterTime, virtualTime } from './drivers/meter-time.ts';
import { openExchange } from './drivers/open-exchange.ts';
import { refusalCode } from './drivers/refused.ts';
import { folderStick } from './folder-stick.ts';
import { abilitiesOf } from './link-capabilities.ts';
import { linkName } from './link-name.ts';
import type { InProcessOptions } from './open-in-process.ts';
import { renewalOf } from './renewal-of.ts';
import type { Rig } from './rig.ts';
import { type ServedServers, serveServers } from './servers.ts';

/** What a rig controller says of itself and its meter. */
export interface RigIdentity extends Identity {
  /** The words of `SYSTem:CAPability?`. */
  readonly words: readonly string[];
}

/** Who is told of what happens on the link. */
export interface Told {
  readonly onLink?: OnLink;
  readonly onWire?: OnWire;
}

export interface Opening extends InProcessOptions {
  /** What is closed with the meter. */
  readonly closing?: AsyncDisposable;
}

/**
 * A rig with a link for the time of a run: the link stays open from one meter to the next. When it
 * breaks it is opened again once for each meter that is asked for; the first cause is kept.
 */
export class LinkSession implements AsyncDisposable {
  readonly rig: Rig;
  readonly #told: Told;
  #exchange: Exchange | undefined;
  /** Why the link is to be opened anew; the first of several. */
  #cause: BenchError | undefined;
  /** True once the meter that was as new has been worked on. */
  #used = false;

  constructor(rig: Rig, told: Told = {}) {
    this.rig = rig;
    this.#told = told;
  }

  /**
   * Opens the meter as new: `rig` is the session's, with another language if need be. A string is the
   * reason for which there can be none. Errors: those of the link, FB_RIG_…
   */
  async open(rig: Rig = this.rig, { closing, ...options }: Opening = {}): Promise<Meter | string> {
    const { words } = await this.identify();
    if (!knownWords(words).has('EMULator')) return this.#openMachine(rig, words, options, closing);
    const servers = await serveServers(rig);
    try {
      return await this.#renewed(rig, servers, options, closing);
    } catch (error) {
      await servers[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Asks who is in the slot. Errors: those of the link, FB_RIG_METER for another meter. */
  async identify(): Promise<RigIdentity> {
    const asked = [{ op: 'identify' }, { op: 'capabilities' }] as const;
    const [who, words] = await (await this.#ready()).exchange(asked);
    this.#checkModel(who, words);
    return { ...who, words, emulated: isEmulated(words, who.firmware) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    await exchange?.[Symbol.asyncDispose]();
  }

  async #renewed(
    rig: Rig,
    servers: ServedServers,
    { fault }: Opening,
    closing: AsyncDisposable | undefined,
  ): Promise<Meter> {
    const exchange = await this.#ready();
    const renewal = renewalOf(rig, servers.told, fault);
    const asked = [
      { op: 'renew', renewal },
      { op: 'capabilities' },
      { op: 'identify' },
      { op: 'date' },
      { op: 'time' },
    ] as const;
    const [, words, who, day, hour] = await exchange.exchange(asked).catch((error: unknown) => {
      throw noSuchMeter(rig, error);
    });
    const time = knownWords(words).has('CLOCk') ? virtualTime : hostTime;
    const { capabilities } = abilitiesOf(rig, words);
    const { accounting, dataCentre } = servers;
    return this.#meter(
      rig,
      { exchange, words, who, capabilities, time: time(instantOf(day, hour)) },
      {
        ...(accounting && capabilities.has('accounting') ? { accounting } : {}),
        ...(dataCentre && capabilities.has('data-centre') ? { dataCentre } : {}),
        close: async () => {
          await servers[Symbol.asyncDispose]();
          await closing?.[Symbol.asyncDispose]();
        },
      },
    );
  }

  /** A machine is as new once at most, when somebody has made it so. */
  async #openMachine(
    rig: Rig,
    words: readonly string[],
    { fault }: Opening,
    closing: AsyncDisposable | undefined,
  ): Promise<Meter | string> {
    if (fault !== undefined) {
      throw new BenchError('FB_MISSING_CAPABILITY', 'Only an emulated meter can have a fault.', {
        hint: 'leave --mutate out',
      });
    }
    if (this.#used) return 'the meter was as new once in this run, and the rig has no factory';
    if (!rig.isAsNew) {
      return 'nobody says that the meter is as new (meter.state in the rig file), and the rig has no factory';
    }
    const exchange = await this.#ready();
    const asked = [{ op: 'identify' }, { op: 'date' }, { op: 'time' }] as const;
    const [who, day, hour] = await exchange.exchange(asked);
    if (rig.meter.serial !== undefined && who.serial !== rig.meter.serial) {
      throw this.#otherMeter(`serial ${rig.meter.serial}`, `serial ${who.serial}`);
    }
    const { capabilities } = abilitiesOf(rig, words);
    const time = hostTime(instantOf(day, hour));
    return this.#meter(
      rig,
      { exchange, words, who, capabilities, time },
      {
        close: async () => closing?.[Symbol.asyncDispose](),
      },
    );
  }

  async #meter(
    rig: Rig,
    found: {
      readonly exchange: Exchange;
      readonly words: readonly string[];
      readonly who: Who;
      readonly capabilities: Meter['capabilities'];
      readonly time: MeterTime;
    },
    parts: Pick<Meter, 'accounting' | 'dataCentre'> & { readonly close: () => Promise<void> },
  ): Promise<Meter> {
    const { exchange, words, who, capabilities, time } = found;
    const place = capabilities.has('stick')
      ? (await exchange.exchange([{ op: 'stickPlace' }]))[0]
      : 'host';
    const stick =
      rig.stick?.kind === 'folder'
        ? folderStick({
            root: rig.stick.path,
            place,
            plug: async (to) => {
              await exchange.exchange([{ op: 'plugStick', place: to }]);
            },
          })
        : undefined;
    return new LinkMeter({
      exchange,
      identity: { ...who, emulated: isEmulated(words, who.firmware) },
      capabilities,
      words: knownWords(words),
      time,
      limits: limitsOf(rig),
      stickPlace: place,
      ...(stick ? { stick } : {}),
      ...parts,
    });
  }

  /** The open link. Errors: those of opening it; FB_RIG_BROKEN when it was broken before. */
  async #ready(): Promise<Exchange> {
    if (this.#exchange && !this.#cause) return this.#exchange;
    await this[Symbol.asyncDispose]();
    const { link } = this.rig;
    if (link.kind === 'in-process') {
      throw new BenchError('FB_INTERNAL', 'an in-process rig has no link');
    }
    try {
      const { onLink, onWire } = this.#told;
      const opened = await openExchange(link, limitsOf(this.rig), onLink);
      this.#cause = undefined;
      this.#exchange = this.#watched(onWire ? loggedExchange(opened, onWire) : opened);
      return this.#exchange;
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      const cause = this.#cause;
      this.#cause ??= error;
      if (!cause) throw error;
      throw new BenchError(
        'FB_RIG_BROKEN',
        `${linkName(link)} broke earlier and cannot be opened again: ${firstLine(cause)}`,
        { hint: `now it says: ${firstLine(error)}`, cause },
      );
    }
  }

  /** Notes when the link breaks, and when the meter is no longer as new. */
  #watched(exchange: Exchange): Exchange {
    return {
      name: exchange.name,
      exchange: async (operations, extraMs) => {
        this.#used ||= operations.some((each) => isChanging(each) && !isHarmless(each));
        try {
          return await exchange.exchange(operations, extraMs);
        } catch (error) {
          const broke = error instanceof BenchError && refusalCode(error) === undefined;
          if (broke && error.code !== 'FB_METER_CLOSED') this.#cause ??= error;
          throw error;
        }
      },
      [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
    };
  }

  #checkModel(who: Who, words: readonly string[]): void {
    const { model, serial } = this.rig.meter;
    const { designation } = expectedIdentity(model);
    if (who.model.toLowerCase() !== designation.toLowerCase()) {
      throw this.#otherMeter(`an ${designation}`, `an ${who.model}`);
    }
    // An emulated meter is given its serial number when it is made as new.
    if (knownWords(words).has('EMULator') || serial === undefined || who.serial === serial) return;
    throw this.#otherMeter(`serial ${serial}`, `serial ${who.serial}`);
  }

  #otherMeter(wanted: string, seen: string): BenchError {
    return new BenchError(
      'FB_RIG_METER',
      `${this.rig.path} is for ${wanted}; in the slot is ${seen}`,
      { hint: 'correct meter.model and meter.serial in the rig file, or its link' },
    );
  }
}

/** Puts nothing out of its factory state. */
const isHarmless = ({ op }: Operation): boolean => op === 'renew' || op === 'resetSequence';

/** How long the driver of a rig bears silence. */
const limitsOf = ({ link, limits }: Rig): LinkLimits => ({
  ...usualLimits,
  ...('timeoutMs' in link && link.timeoutMs !== undefined ? { timeoutMs: link.timeoutMs } : {}),
  ...limits,
});

function noSuchMeter(rig: Rig, error: unknown): unknown {
  if (refusalCode(error) !== -224 && refusalCode(error) !== -221) return error;
  return new BenchError(
    'FB_RIG_FILE',
    `${rig.path}: the emulator cannot make such a meter: ${error instanceof Error ? firstLine(error) : ''}`,
    { hint: 'correct "meter" in the rig file', cause: error },
  );
}

const firstLine = ({ message }: Error): string => message.split('\n')[0] ?? '';
