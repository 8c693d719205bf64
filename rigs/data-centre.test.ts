import { expect, test } from 'vitest';
import {
  dataCentreMessage,
  dataCentrePath,
  type LedgerFigures,
  type PeerAnswer,
  pieceQuestion,
  type ServerTrouble,
  serverTroubles,
} from '#core';
import { openDataCentreOf } from './data-centre.ts';

const registers = {
  ascending: 0,
  descending: 10_000,
  controlTotal: 10_000,
  items: 0,
  zeroItems: 0,
};
const meter = (serial: string): LedgerFigures => ({
  serial,
  registers,
  sequence: 0,
  refilled: 10_000,
  status: 'in service',
  leaving: 0,
  waiting: false,
});

const open = () => openDataCentreOf({ kind: 'in-process' }, [meter('M1'), meter('M2')]);

const installed = { rates: 'factory', software: '1', features: [], graphics: [] };
const session = (key: string) =>
  dataCentreMessage(dataCentrePath('M1', 'sessions'), key, {
    version: 1,
    nonce: key,
    clock: '2026-01-05T09:00:00',
    registers,
    sequence: 0,
    installed,
  });

test('it knows the meters of the rig as they stand, and what the rig file says of the account', async () => {
  const { dataCentre } = await openDataCentreOf(
    { kind: 'in-process', prepaidPence: 700, creditPence: 50 },
    [meter('M1'), { ...meter('M2'), sequence: 3 }],
  );
  expect(dataCentre.meter()).toMatchObject({ serial: 'M1', controlTotal: 10_000, sequence: 0 });
  expect(dataCentre.meter('M2')).toMatchObject({ serial: 'M2', sequence: 3 });
  expect(dataCentre.meter().account).toMatchObject({ prepaid: 700, credit: 50 });
  expect(dataCentre.money()).toEqual({ held: 750, paidIn: 20_750 });
  dataCentre.setAccount({ prepaid: 1, credit: 2 });
  expect(dataCentre.money()).toEqual({ held: 3, paidIn: 20_003 });
});

test('what a rig file leaves out is as usual', async () => {
  const { dataCentre } = await open();
  expect(dataCentre.meter().account).toMatchObject({ prepaid: 100_000, credit: 50_000 });
});

const seen: Readonly<Record<ServerTrouble, [PeerAnswer['status'], number | undefined]>> = {
  'out of order': ['answered', 500],
  'connection reset': ['reset', undefined],
  'answer lost': ['reset', 200],
  'no answer': ['no answer', undefined],
  'no answer after carrying out': ['no answer', 200],
};

test.each(serverTroubles)('what it made of a message is known, with "%s"', async (trouble) => {
  const { dataCentre, dataCentrePeer } = await open();
  const [status, code] = seen[trouble];
  dataCentre.fail(trouble, 1);
  const answer = await dataCentrePeer.send(session('k1'));
  expect(answer.status).toBe(status);
  const made = dataCentre.answerTo('k1');
  expect(made).toEqual(code === undefined ? undefined : expect.objectContaining({ code }));
  if (answer.status === 'answered') expect(made).toEqual(answer);
  expect(dataCentre.meter().sessions).toBe(code === 200 ? 1 : 0);
  expect(await dataCentrePeer.send(session('k1'))).toEqual(dataCentre.answerTo('k1'));
  expect(dataCentre.answerTo('k1')).toMatchObject({ code: 200 });
  expect(dataCentre.meter().sessions).toBe(1);
  expect(dataCentre.messages()).toBe(2);
});

test('what it made of questions and of refused messages is known, and of nothing else', async () => {
  const { dataCentre, dataCentrePeer } = await open();
  const question = pieceQuestion('/v1/meters/M1/packages/rates/R2/0', 'q1');
  await dataCentrePeer.send(question);
  expect(dataCentre.answerTo('q1')).toMatchObject({ code: 409 });
  await dataCentrePeer.send({ ...question, headers: {} });
  expect(dataCentre.answerTo('')).toBeUndefined();
  expect(dataCentre.answerTo('q2')).toBeUndefined();
});

test('the newest thousand answers are known', async () => {
  const { dataCentre, dataCentrePeer } = await open();
  const question = (key: string) => pieceQuestion('/v1/meters/M9/packages/rates/R2/0', key);
  await dataCentrePeer.send(question('old'));
  await dataCentrePeer.send(question('again'));
  for (let index = 0; index < 1000; index += 1) {
    if (index === 500) await dataCentrePeer.send(question('again'));
    await dataCentrePeer.send(question(`q${index}`));
  }
  expect(['old', 'q0'].map((key) => dataCentre.answerTo(key))).toEqual([undefined, undefined]);
  expect(dataCentre.answerTo('again')).toMatchObject({ code: 404 });
  expect(dataCentre.answerTo('q1')).toMatchObject({ code: 404 });
});

test('a meter takes the place of another, or an error says why not', async () => {
  const { dataCentre } = await open();
  expect(() => dataCentre.replace('M1', 'M1')).toThrow(/same meter.*FB_FEATURE_FILE/s);
  expect(() => dataCentre.replace('M9', 'M1')).toThrow(/unknown meter/);
  dataCentre.replace('M2', 'M1');
  expect(dataCentre.meter('M2').status).toBe('replaced');
});

test('packages are offered and diagnostics asked for', async () => {
  const { dataCentre, dataCentrePeer } = await open();
  dataCentre.offer({ kind: 'features', id: 'fr-CA', content: Uint8Array.of(1) });
  dataCentre.wantDiagnostics(true);
  await dataCentrePeer.send(session('k1'));
  const made = dataCentre.answerTo('k1');
  const told = JSON.parse(made?.status === 'answered' ? made.body : '{}');
  expect(told).toMatchObject({ packages: [{ id: 'fr-CA', size: 1 }], diagnosticsWanted: true });
  dataCentre.wantDiagnostics(false);
  await dataCentrePeer.send(session('k2'));
  expect(dataCentre.answerTo('k2')).toMatchObject({
    body: expect.stringContaining('"diagnosticsWanted":false'),
  });
});
