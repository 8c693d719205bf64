import type { Clock } from '#core';
import type { OpenCarrier } from './byte-carrier.ts';
import type { LinkLimits } from './limits.ts';
import type { OnLink } from './link-event.ts';
import { type Dialect, LinkExchange } from './link-exchange.ts';
import { ScpiLine } from './scpi-line.ts';
import { guardedMessage, type ScpiMessage, taggedMessage } from './scpi-message.ts';

export interface ScpiExchangeOptions {
  /** What is at the other end, as messages name it. */
  readonly name: string;
  readonly openCarrier: OpenCarrier;
  readonly limits: LinkLimits;
  readonly onLink?: OnLink;
  readonly clock?: Clock;
  /** The mark of the first message without a number, 1…255: an answer to an earlier run has another. */
  readonly firstTag?: number;
}

/** Operations over a carrier of bytes, in SCPI; opened by `open`. */
export function scpiExchange(options: ScpiExchangeOptions): LinkExchange<ScpiMessage> {
  const { name, openCarrier, limits, onLink, clock } = options;
  let tag = options.firstTag ?? 1;
  const dialect: Dialect<ScpiMessage> = {
    guarded: (seq, operations) => guardedMessage(seq, operations, name),
    plain: (operations) => {
      tag = (tag % 255) + 1;
      return taggedMessage(tag, operations);
    },
  };
  return new LinkExchange({
    name,
    dialect,
    openLine: async () => new ScpiLine(await openCarrier(), clock),
    limits,
    ...(onLink ? { onLink } : {}),
    ...(clock ? { clock } : {}),
  });
}
