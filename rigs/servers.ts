import { type AccountingControl, type DataCentreControl, once, type Peer } from '#core';
import { factoryLedgers, loadMachine } from '#emulator/any-machine';
import type { Rig } from './rig.ts';

/** The servers of a rig in this process: how a meter reaches each, and the rig's hold on it. */
export interface Servers {
  readonly peer?: Peer;
  readonly accounting?: AccountingControl;
  readonly dataCentrePeer?: Peer;
  readonly dataCentre?: DataCentreControl;
}

// A server costs time to load: only rigs that have one pay.
const accounting = once(() => import('./accounting.ts'));
const dataCentre = once(() => import('./data-centre.ts'));
const servedPeer = once(() => import('./served-peer.ts'));

/** Opens what the rig file says, knowing nothing yet. */
export async function openServers(rig: Rig): Promise<Servers> {
  const { model, ...installation } = rig.meter;
  await loadMachine(model);
  return {
    ...(rig.accounting ? await (await accounting()).openAccounting(installation.serial ?? '') : {}),
    ...(rig.dataCentre
      ? await (await dataCentre()).openDataCentreOf(
          rig.dataCentre,
          factoryLedgers(model, installation),
        )
      : {}),
  };
}

/** A server as a meter in another process is told of it. */
export interface ServerAt {
  readonly url: string;
  readonly token: string;
}

/** The servers of a rig on ports of their own, for the time of one meter. */
export interface ServedServers extends AsyncDisposable {
  readonly told: { readonly accounting?: ServerAt; readonly dataCentre?: ServerAt };
  readonly accounting?: AccountingControl;
  readonly dataCentre?: DataCentreControl;
}

/** Opens the servers of a rig on the loopback interface. Errors: FB_PORT. */
export async function serveServers(rig: Rig): Promise<ServedServers> {
  const { peer, accounting, dataCentrePeer, dataCentre } = await openServers(rig);
  await using opened = new AsyncDisposableStack();
  const at = async (server: Peer | undefined): Promise<ServerAt | undefined> => {
    if (!server) return undefined;
    const { servePeer } = await servedPeer();
    const { url, token } = opened.use(await servePeer(server));
    return { url, token };
  };
  const [accountingAt, dataCentreAt] = [await at(peer), await at(dataCentrePeer)];
  const ports = opened.move();
  return {
    told: {
      ...(accountingAt ? { accounting: accountingAt } : {}),
      ...(dataCentreAt ? { dataCentre: dataCentreAt } : {}),
    },
    ...(accounting ? { accounting } : {}),
    ...(dataCentre ? { dataCentre } : {}),
    [Symbol.asyncDispose]: () => ports.disposeAsync(),
  };
}
