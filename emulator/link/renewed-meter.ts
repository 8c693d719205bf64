import { BenchError, type Peer, VirtualClock } from '#core';
import type { Installation } from '#models';
import { LinkRefusal, type Renewal } from '#protocol';
import { readRenewal } from '#protocol/renewal';
import { emulatedMeter } from '../emulate.ts';
import { faultNamed } from '../faults/fault-named.ts';
import { createStick } from '../stick/index.ts';
import { isLoopback } from './listening.ts';
import type { SlotContent } from './slot.ts';

/** Where a server is, and what lets a meter in. */
export interface ServerAt {
  readonly url: string;
  readonly token?: string;
}

interface Terms {
  readonly model: string;
  readonly peerAt: (server: ServerAt) => Peer | Promise<Peer>;
  readonly beyondLoopback: boolean;
}

/** A meter as new with its stick, as a `Renewal` describes them. Errors: -221, -224. */
export async function renewedMeter(renewal: unknown, terms: Terms): Promise<SlotContent> {
  const described = readRenewal(renewal);
  const { version: _, model, start, stick: format, fault, pcAccounts, ...more } = described;
  const { accounting, dataCentre, ...installation } = more;
  if (model !== terms.model) throw new LinkRefusal(-221, `this slot takes ${terms.model} only`);
  const instant = Date.parse(`${start}Z`);
  if (Number.isNaN(instant)) throw new LinkRefusal(-224, 'start is no moment of the calendar');
  const peerOf = async (name: string, server: Renewal['accounting']): Promise<Peer | undefined> => {
    if (server === undefined) return undefined;
    checkServer(name, server.url, terms);
    const { url, token } = server;
    return terms.peerAt(token === undefined ? { url } : { url, token });
  };
  const peer = await peerOf('accounting', accounting);
  const dataCentrePeer = await peerOf('dataCentre', dataCentre);
  const clock = new VirtualClock(instant);
  const stick = format === undefined ? undefined : await createStick(clock, { kind: format });
  try {
    const meter = emulatedMeter(model, {
      clock,
      // What a renewal leaves out is not there at all: the schema gives no value of `undefined`.
      ...(installation as Installation),
      ...(stick ? { stick } : {}),
      ...(pcAccounts ? { remoteAccounts: pcAccounts } : {}),
      ...(peer ? { peer } : {}),
      ...(dataCentrePeer ? { dataCentrePeer } : {}),
      ...(fault === undefined ? {} : { fault: await faultNamed(model, fault) }),
    });
    return { meter, stick };
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What a meter of ours says to strangers it should not say to other machines. */
function checkServer(name: string, url: string, { beyondLoopback }: Terms): void {
  const { hostname, username } = new URL(url);
  if (username !== '') throw new LinkRefusal(-224, `${name}.url must not say who asks`);
  if (beyondLoopback || isLoopback(hostname)) return;
  throw new LinkRefusal(-224, `${name}.url must be on this machine`);
}

/** The first sentence of why there is no such meter; what the renewal says is not repeated. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof BenchError)) return error;
  const [sentence = ''] = error.message.split('\n');
  return new LinkRefusal(-224, sentence.replace(/ \(FB_\w+\)$/, ''));
}
