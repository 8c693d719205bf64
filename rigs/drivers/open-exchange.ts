import { SystemClock } from '#core';
import { linkName, type WireLink } from '../link-name.ts';
import { noiseOf, withNoise, withNoiseSocket } from '../noise/index.ts';
import type { OpenCarrier } from './byte-carrier.ts';
import type { Exchange } from './exchange.ts';
import type { LinkLimits } from './limits.ts';
import type { OnLink } from './link-event.ts';

/** A link that carries SCPI. */
export type ByteLink = Exclude<WireLink, { readonly kind: 'ws' }>;

// Each way loads a library of its own: only rigs that take it pay.

/** Opens the carrier of a link, with its noise. Errors: FB_LINK_OPEN, FB_SERIAL_BUSY, FB_USB_ACCESS. */
export function carrierOf(link: ByteLink, limits: LinkLimits): OpenCarrier {
  const noise = noiseOf(link);
  const open = quietCarrierOf(link, limits);
  return noise ? async () => withNoise(await open(), noise) : open;
}

const quietCarrierOf =
  (link: ByteLink, limits: LinkLimits): OpenCarrier =>
  async () => {
    switch (link.kind) {
      case 'tcp': {
        const { openTcp } = await import('./tcp-carrier.ts');
        return openTcp({ ...link, connectMs: limits.connectMs });
      }
      case 'serial': {
        const { openSerial } = await import('./serial-carrier.ts');
        return openSerial(link);
      }
      case 'usbtmc': {
        const { openUsbtmc } = await import('./usbtmc-carrier.ts');
        return openUsbtmc({ ...link, transferMs: limits.timeoutMs });
      }
      default:
        return link satisfies never;
    }
  };

/** Opens the exchange of a link. Errors: those of its carrier, FB_LINK_…, FB_RIG_BUSY. */
export async function openExchange(
  link: WireLink,
  limits: LinkLimits,
  onLink?: OnLink,
): Promise<Exchange> {
  const name = linkName(link);
  const common = { name, limits, ...(onLink ? { onLink } : {}) };
  if (link.kind === 'ws') {
    const { jsonExchange } = await import('./json-exchange.ts');
    const { openSocket } = await import('./socket.ts');
    const { url, token } = link;
    const noise = noiseOf(link);
    const open = async () => {
      const socket = await openSocket({ url, token, connectMs: limits.connectMs });
      return noise ? withNoiseSocket(socket, noise) : socket;
    };
    return jsonExchange({ ...common, openSocket: open }).open();
  }
  const { scpiExchange } = await import('./scpi-exchange.ts');
  const firstTag = 1 + (new SystemClock().now() % 255);
  return scpiExchange({ ...common, openCarrier: carrierOf(link, limits), firstTag }).open();
}
