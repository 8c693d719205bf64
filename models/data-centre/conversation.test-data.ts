import type { Millis, PeerAnswer } from '#core';
import { type Call, type Errand, newCall, type Step } from './call.ts';
import { type FakeServer, serve, settings } from './fake-data-centre.test-data.ts';
import { messageOf } from './messages.ts';
import type { PostalMeter } from './postal.ts';
import { prepareMessage } from './prepare.ts';
import { takeAnswer } from './take.ts';

/** What becomes of one message. All but the first leave the meter without a good answer. */
export const fates = [
  'answered',
  /** The server has carried it out, and the answer is gone. */
  'answer lost',
  'no answer',
  /** It never arrives. */
  'reset',
  'unreachable',
  'server error',
  /** Carried out, and what comes back is half of the answer. */
  'garbled',
  /** Carried out, and what comes back is the answer to something else. */
  'another answer',
  /** The network delivers it twice. */
  'repeated',
  /** The power goes before the message is sent; the meter remembers that it made it ready. */
  'power cut before',
  /** The server has carried it out; the power goes before the answer is taken. */
  'power cut under way',
  /** The answer is taken; then the power goes. */
  'power cut after',
] as const;

export type Fate = (typeof fates)[number];

/** Both ends of the line, and when it is. */
export interface World {
  readonly meter: PostalMeter;
  readonly server: FakeServer;
  readonly now: Millis;
}

export interface Conversation extends World {
  /** `undefined` when the power went: a call is forgotten then. */
  readonly call: Call | undefined;
  readonly steps: readonly Step[];
}

/** More messages than any call of these tests has. */
const longest = 200;

/**
 * A call of a meter, message by message until it is over. `look` sees both ends after everything that
 * has happened to one of them.
 */
export function converse(
  world: World,
  errand: Errand,
  fateOf: (index: number, step: Step) => Fate = () => 'answered',
  look: (world: World) => void = () => undefined,
): Conversation {
  let { meter, server, now } = world;
  let call: Call | undefined = newCall(errand);
  const steps: Step[] = [];
  const seen = () => look({ meter, server, now });
  const take = ({ call: after, ...part }: ReturnType<typeof takeAnswer>) => {
    meter = { ...meter, ...part };
    call = after;
    seen();
  };
  while (call && call.end === null) {
    if (steps.length === longest) throw new Error('the call has no end');
    take(prepareMessage(meter, call, now));
    const request = messageOf(meter, call, now);
    const { step }: Call = call;
    if (!request || !step) throw new Error('there was no message to send');
    const fate = fateOf(steps.length, step);
    steps.push(step);
    now += 2_000;
    const { answer, arrived } = delivered(server, request, fate);
    server = arrived;
    seen();
    if (answer) take(takeAnswer(meter, call, answer, now, settings));
    if (fate.startsWith('power cut')) call = undefined;
  }
  return { meter, server, now, call, steps };
}

const another: PeerAnswer = {
  status: 'answered',
  code: 200,
  body: JSON.stringify({ version: 1, status: 'open' }),
};

function delivered(
  server: FakeServer,
  request: Parameters<typeof serve>[1],
  fate: Fate,
): { readonly arrived: FakeServer; readonly answer: PeerAnswer | undefined } {
  const first = serve(server, request);
  const arrived = first.server;
  switch (fate) {
    case 'answered':
    case 'power cut after':
      return { arrived, answer: first.answer };
    case 'repeated': {
      const again = serve(arrived, request);
      return { arrived: again.server, answer: again.answer };
    }
    case 'answer lost':
      return { arrived, answer: { status: 'reset' } };
    case 'no answer':
      return { arrived, answer: { status: 'no answer' } };
    case 'garbled': {
      const { answer } = first;
      const body = answer.status === 'answered' ? answer.body : '';
      return {
        arrived,
        answer: { status: 'answered', code: 200, body: body.slice(0, body.length / 2) },
      };
    }
    case 'another answer':
      return { arrived, answer: another };
    case 'reset':
      return { arrived: server, answer: { status: 'reset' } };
    case 'unreachable':
      return { arrived: server, answer: { status: 'unreachable' } };
    case 'server error':
      return { arrived: server, answer: { status: 'answered', code: 500, body: '{}' } };
    case 'power cut before':
      return { arrived: server, answer: undefined };
    case 'power cut under way':
      return { arrived, answer: undefined };
    default:
      return fate satisfies never;
  }
}
