import { defineParameterType } from '@cucumber/cucumber';
import { minutes, seconds } from '#core';

defineParameterType({
  name: 'account',
  regexp: /[A-Z0-9][A-Z0-9.&'/-]*/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'money',
  regexp: /£(\d+)\.(\d\d)|(\d+) p/,
  transformer: (pounds?: string, pennies?: string, pence?: string) =>
    pence === undefined ? Number(pounds) * 100 + Number(pennies) : Number(pence),
});

defineParameterType({
  name: 'duration',
  regexp: /(\d+) (seconds?|minutes?)/,
  transformer: (count: string, unit: string) =>
    unit.startsWith('minute') ? minutes(Number(count)) : seconds(Number(count)),
});

defineParameterType({
  name: 'status',
  regexp: /active|inactive/,
  transformer: (text: string) => text === 'active',
});

defineParameterType({
  name: 'mode',
  regexp:
    /"(No Account|No Account with Access Control|Accounts|Accounts with Access Control|Account with PIN Code|Remote Account Management)"/,
  transformer: (text: string) => text,
});
