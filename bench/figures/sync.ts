import { Bench, connectPlus, noRecord } from '#bench';
import { minutes } from '#core';
import { modelNamed } from '#models';
import { loadRig, openMeter } from '#rigs';
import { type Figure, median, now } from './measure.ts';

const rounds = 40;
const aimMs = 5;
const limit = minutes(15);

/**
 * A moved transaction, a quarter of an hour until the machine has synchronised it, and both sides
 * asserted: at the accounting server, then on its new account in a report.
 */
export async function quarterHourSync(): Promise<readonly Figure[]> {
  const rig = loadRig('rigs/emulator.connect-plus.yaml', {});
  await using meter = await openMeter(rig);
  const { model: name, ...installation } = rig.meter;
  const model = modelNamed(name);
  const bench = new Bench({
    meter,
    model,
    memory: model.factoryMemory({ ...installation, serial: meter.identity.serial }),
    credentials: {},
    recorder: noRecord,
  });
  await bench.begin();
  const { accounts, mail, server, transactions } = new connectPlus.ConnectPlusPanel(bench);
  for (const account of ['a', 'b']) await accounts.create({ name: account, code: account });
  await mail.selectAccount('a');
  await mail.run(3);
  await server.synchronise();
  const charges = { pieces: 3, postage: 495 };
  const waits: number[] = [];
  const asserted: number[] = [];
  const jumps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const target = round % 2 === 0 ? 'b' : 'a';
    await transactions.move(1, target);
    const began = now();
    const arrived = await server.awaited('the move', limit, () => {
      return server.chargedTo(target)?.pieces === charges.pieces;
    });
    const waited = now();
    const shown = await server.awaitReported(target, charges, limit);
    if (arrived.verdict !== 'within' || shown.verdict !== 'within') {
      throw new Error(
        `the move of round ${round} is not there: ${arrived.verdict}, ${shown.verdict}`,
      );
    }
    waits.push(waited - began);
    asserted.push(now() - began);
    const from = now();
    await meter.clock?.advance(limit);
    jumps.push(now() - from);
  }
  const reference = `15 minutes with nothing to do ${median(jumps).toFixed(2)} ms`;
  const ms = median(waits);
  return [
    {
      name: 'a 15-minute sync asserted',
      value: `${ms.toFixed(2)} ms`,
      reference,
      aim: `< ${aimMs} ms`,
      met: ms < aimMs,
    },
    {
      name: 'the same, and read in a report',
      value: `${median(asserted).toFixed(2)} ms`,
      reference,
    },
  ];
}
