import { expect, test } from 'vitest';
import { dataCentreMessage, type Forgery, type Peer, type PeerAnswer } from '#core';
import { ForgedAnswers } from './forged-answers.ts';

const granted = { version: 1, status: 'granted', amount: 5000, controlTotal: 10_000 };

const answering = (body: object): Peer => ({
  send: async () => ({ status: 'answered', code: 200, body: JSON.stringify(body) }),
});

const message = (topic: string, key: string) =>
  dataCentreMessage(`/v1/meters/1/${topic}`, key, { version: 1 });

const bodyOf = (answer: PeerAnswer | undefined): unknown =>
  answer?.status === 'answered' ? JSON.parse(answer.body) : undefined;

test.each<[Forgery, string, object, object]>([
  ['other registers', 'funds', granted, { ...granted, controlTotal: 10_001 }],
  ['another amount', 'funds', granted, { ...granted, amount: 10_000 }],
  ['an earlier challenge', 'sessions', { nonce: 'c-7' }, { nonce: 'c-0' }],
])('%s are forged once, in an answer about %s', async (forgery, topic, honest, forged) => {
  const answers = new ForgedAnswers();
  const line = answers.on(answering(honest));
  answers.plan(forgery);
  expect(bodyOf(await line.send(message('inspections', 'k-1')))).toEqual(honest);
  expect(bodyOf(await line.send(message(topic, 'k-2')))).toEqual(forged);
  expect(bodyOf(await line.send(message(topic, 'k-3')))).toEqual(honest);
  expect([answers.of('k-1'), bodyOf(answers.of('k-2')), answers.of('k-3')]).toEqual([
    undefined,
    forged,
    undefined,
  ]);
});

test('the same message sent again is answered honestly', async () => {
  const answers = new ForgedAnswers();
  const line = answers.on(answering(granted));
  answers.plan('nonsense');
  const [first, second] = [
    await line.send(message('funds', 'k-1')),
    await line.send(message('funds', 'k-1')),
  ];
  expect(first).toMatchObject({ code: 200, body: '<html>' });
  expect(bodyOf(second)).toEqual(granted);
  expect(answers.of('k-1')).toBeUndefined();
});

test('nothing is forged where nothing was answered', async () => {
  const answers = new ForgedAnswers();
  const line = answers.on({ send: async () => ({ status: 'reset' }) });
  answers.plan('nonsense');
  expect(await line.send(message('funds', 'k-1'))).toEqual({ status: 'reset' });
});
