import { expect, test } from 'vitest';
import { openAccountingServer, openDataCentre, serve } from '#fixtures';
import { openPanel } from './open.ts';
import { runScript } from './script.ts';

const franking = [
  'touch Run Mail',
  'feed',
  'feed',
  'touch Home',
  'touch Manage Accounts',
  'wait 5',
];

test('an emulated meter uploads to a server on a port', async () => {
  const server = await openAccountingServer();
  await using port = await serve(server);
  const { url, token } = port;
  const session = await openPanel({ model: 'connect-plus', start: 0, server: { url, token } });
  const bad = await runScript(session, franking, () => undefined).finally(() => session.close());
  expect(bad).toBe(0);
  const { serial } = session.meter.identity;
  expect(server.ledger.figures(serial).totals).toMatchObject({ pieces: 2, postage: 330 });
});

test('a meter with a wrong token franks on, and nothing reaches the server', async () => {
  const server = await openAccountingServer();
  await using port = await serve(server);
  const { url } = port;
  const wrong = { url, token: 'wrong' };
  const session = await openPanel({ model: 'connect-plus', start: 0, server: wrong });
  const bad = await runScript(session, franking, () => undefined).finally(() => session.close());
  expect(bad).toBe(0);
  const { serial } = session.meter.identity;
  expect(server.ledger.figures(serial).totals.pieces).toBe(0);
});

/** Credit is asked for; the amount that is offered is taken. */
const refill = ['MENU 7 2', 'OK', 'OK', 'wait 60'];

test('an emulated meter is refilled by a Data Centre on a port, once, though the answer is lost', async () => {
  const server = await openDataCentre();
  await using port = await serve(server);
  const { url, token } = port;
  const session = await openPanel({
    model: 'is-440',
    start: 0,
    creditPence: 5000,
    dataCentre: { url, token },
  });
  const shown: string[] = [];
  const work = (lines: readonly string[]) => runScript(session, lines, (line) => shown.push(line));
  const { serial } = session.meter.identity;
  const books = async () => [
    (await session.meter.ledger.figures())[0]?.sequence,
    server.ledger.meter(serial).sequence,
  ];
  try {
    // The message after the one that opens the session.
    server.faults.failNext({ kind: 'slow', afterMs: 0 });
    server.faults.failNext({ kind: 'lost answer' });
    expect(await work(refill)).toBe(0);
    expect(await books()).toEqual([0, 1]);
    expect(await work(['HOME', 'MENU 7 2', 'OK', 'wait 60'])).toBe(0);
    expect(await books()).toEqual([1, 1]);
  } finally {
    await session.close();
  }
  expect(shown.join('\n')).toContain('Credit Added');
  const known = server.ledger.meter(serial);
  expect(known.registers).toMatchObject({ descending: known.controlTotal });
  expect(known.controlTotal).toBeGreaterThan(5000);
  const { held, paidIn } = server.ledger.money();
  expect(held + known.controlTotal).toBe(paidIn);
});

test('a meter with a wrong token is not refilled, and says so', async () => {
  const server = await openDataCentre();
  await using port = await serve(server);
  const wrong = { url: port.url, token: 'wrong' };
  const session = await openPanel({ model: 'is-440', start: 0, dataCentre: wrong });
  const shown: string[] = [];
  const bad = await runScript(session, refill, (line) => shown.push(line)).finally(() =>
    session.close(),
  );
  expect(bad).toBe(0);
  expect(shown.at(-1)).toMatch(/Call Failed.*The credit was not added/s);
  expect(await session.meter.ledger.figures()).toMatchObject([{ sequence: 0 }]);
  expect(server.faults.messages).toBe(0);
});
