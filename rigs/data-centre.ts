import {
  BenchError,
  type DataCentreControl,
  type LedgerFigures,
  type Peer,
  type PeerAnswer,
} from '#core';
import { type DataCentre, inProcessPeer, type OnAnswer, openDataCentre } from '#fixtures';
import { ForgedAnswers } from './forged-answers.ts';
import type { RigFile } from './schema.ts';
import { troubles } from './troubles.ts';

/** The Data Centre of a rig as its file describes it. */
export type DataCentreRig = NonNullable<RigFile['dataCentre']>;

/**
 * A Data Centre in this process: how the meters of a rig reach it, and the rig's hold on it. It
 * knows these meters as they stand; the first of them is the one on the rig.
 */
export async function openDataCentreOf(
  rig: DataCentreRig,
  meters: readonly LedgerFigures[],
): Promise<{ readonly dataCentrePeer: Peer; readonly dataCentre: DataCentreControl }> {
  const { prepaidPence: prepaid, creditPence: credit, equipment, userNames = [] } = rig;
  const answers = new KeptAnswers();
  const forged = new ForgedAnswers();
  const server = await openDataCentre({
    meters: meters.map(({ serial, registers, sequence }) => ({
      serial,
      controlTotal: registers.controlTotal,
      sequence,
    })),
    account: {
      ...(prepaid === undefined ? {} : { prepaid }),
      ...(credit === undefined ? {} : { credit }),
    },
    ...(equipment ? { equipment } : {}),
    onAnswer: answers.keep,
  });
  for (const userName of userNames) server.portal.createProfile(customerNamed(userName));
  const own = meters.at(0)?.serial ?? '';
  return {
    dataCentrePeer: forged.on(inProcessPeer(server)),
    dataCentre: holdOn(server, answers, forged, own),
  };
}

/** A customer of whom nothing matters but the user name. */
const customerNamed = (userName: string) => ({
  userName,
  securityQuestion: 'firstPet',
  name: userName,
  company: userName,
  telephone: '0000000000',
});

/** So many answers are kept: a call has far fewer messages. */
const answersKept = 1000;

/** What a server made of the newest messages, by their keys. */
class KeptAnswers {
  readonly #byKey = new Map<string, PeerAnswer>();

  readonly keep: OnAnswer = ({ headers }, { code, body }) => {
    const key = headers['idempotency-key'];
    if (key === undefined) return;
    this.#byKey.delete(key);
    this.#byKey.set(key, { status: 'answered', code, body });
    const [oldest] = this.#byKey.keys();
    if (oldest !== undefined && this.#byKey.size > answersKept) this.#byKey.delete(oldest);
  };

  of(key: string): PeerAnswer | undefined {
    return this.#byKey.get(key);
  }
}

function holdOn(
  { ledger, shelf, faults }: DataCentre,
  answers: KeptAnswers,
  forged: ForgedAnswers,
  own: string,
): DataCentreControl {
  return {
    meter: (serial = own) => ledger.meter(serial),
    money: () => ledger.money(),
    messages: () => faults.messages,
    answerTo: (key) => forged.of(key) ?? answers.of(key),
    fail: (trouble, times) => faults.failNext(troubles[trouble], times),
    forge: (forgery) => forged.plan(forgery),
    setAccount: (funds) => ledger.setAccount(own, funds),
    offer: (offered) => shelf.offer(offered),
    wantDiagnostics: (on) => {
      ledger.diagnosticsWanted = on;
    },
    replace: (old, by) => {
      const answer = ledger.replace(old, by);
      if (answer.status === 'noted') return;
      throw new BenchError(
        'FB_FEATURE_FILE',
        `The meter "${by}" cannot take the place of "${old}": ${answer.reason}.`,
        { hint: 'both are meters of this rig, in service, and not the same' },
      );
    },
  };
}
