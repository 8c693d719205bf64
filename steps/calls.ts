import { type CallResult, postalProfileOf } from '#bench/any-machine';
import { type Pence, seconds } from '#core';
import { dataCentreOf } from './books.ts';
import type { CallMessage, FundsCall } from './parameters.ts';
import type { FrankbenchWorld } from './world.ts';

/** Longer than a meter waits for any answer. */
const longestMessage = seconds(120);

/** The amount that a person refills who does not care how much. */
export const usualAmount = ({ bench }: FrankbenchWorld): Pence =>
  postalProfileOf(bench.model).refill.least;

/** Makes a call from its beginning to its end. */
export async function makeCall(world: FrankbenchWorld, call: FundsCall): Promise<CallResult> {
  const { funds } = world;
  world.callResult =
    call === 'refill' ? await funds.refill(usualAmount(world)) : await funds.call(call);
  return world.callResult;
}

/** Makes a call that nothing must keep from being done. */
export async function makeWholeCall(world: FrankbenchWorld, call: FundsCall): Promise<void> {
  expectOutcome(world, 'done', await makeCall(world, call));
}

/** Begins a call and goes on as far as the screen on which this message is about to be sent. */
export async function comeTo(
  world: FrankbenchWorld,
  message: CallMessage,
  call: FundsCall,
  amount: Pence = usualAmount(world),
): Promise<void> {
  const { funds, bench } = world;
  if (call === 'refill') await funds.beginRefill(amount);
  else await funds.beginCall(call);
  const before = messagesBefore(message, call);
  for (let passed = 0; passed < before; passed += 1) await bench.awaitFrame(longestMessage);
}

/** How many messages of a call come before one of it, where there is nothing to fetch. */
function messagesBefore(message: CallMessage, call: FundsCall): number {
  const asked = call === 'refill' ? 1 : 0;
  switch (message.kind) {
    case 'opening':
      return 0;
    case 'request for postage':
      return 1;
    case 'inspection':
      return 1 + asked;
    case 'end':
      return 2 + asked;
    case 'piece':
      return 1 + asked + message.piece;
    default:
      return message satisfies never;
  }
}

/** What came of the last call. */
export function expectOutcome(
  { bench }: FrankbenchWorld,
  status: CallResult['status'],
  result: CallResult | undefined,
): void {
  bench.expectSame('call', status, result?.status);
}

/** Messages that have reached the Data Centre since the books were noted. */
export const messagesSince = (world: FrankbenchWorld): number =>
  dataCentreOf(world).messages() - (world.books?.messages ?? 0);
