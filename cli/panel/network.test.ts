import { expect, test } from 'vitest';
import { openAccountingServer, serve } from '#fixtures';
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
