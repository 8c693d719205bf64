import { defineParameterType } from '@cucumber/cucumber';
import * as work from '#bench/onboarding';
import { type PaymentMethod, type Pence, paymentMethods } from '#core';

/** A parameter that is one of some words, as it stands. */
const oneOf = <Word extends string>(name: string, words: readonly Word[]): void =>
  defineParameterType({
    name,
    regexp: new RegExp(words.join('|')),
    transformer: (text: string): Word =>
      // The expression has found one of them.
      words.find((word) => word === text) as Word,
  });

oneOf('part', work.parts);
oneOf('section', work.sections);
oneOf('need', work.needs);
oneOf('connection', ['pc', 'lan']);
oneOf<PaymentMethod>('method', paymentMethods);
oneOf('stage', work.stages);
oneOf('task', Object.keys(work.tasks) as readonly work.Task[]);
// The longer names come first: one of them ends like a shorter one.
oneOf(
  'setUpMessage',
  [...work.setUpMessages.changing].sort((a, b) => b.length - a.length),
);

/** Money of Canada as scenarios write it: "$12.50", and "1 012,50 $" in French. */
defineParameterType({
  name: 'dollars',
  regexp: /\$(\d+)\.(\d\d)/,
  transformer: (dollars: string, cents: string): Pence => Number(dollars) * 100 + Number(cents),
});

defineParameterType({
  name: 'montant',
  regexp: /(\d{1,3}(?: \d{3})+|\d+),(\d\d) \$/,
  transformer: (dollars: string, cents: string): Pence =>
    Number(dollars.replace(/ /g, '')) * 100 + Number(cents),
});

/** As with a password, the word belongs to it. */
defineParameterType({
  name: 'motDePasse',
  regexp: /mot de passe "([^"]*)"/,
  transformer: (text: string): string => text,
});
