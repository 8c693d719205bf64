import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactSecrets } from './redact.ts';

test.each([
  ['the supervisor enters the PIN "2468"', 'the supervisor enters the PIN "••••"'],
  ['an operator "Ann" with the PIN "1357"', 'an operator "Ann" with the PIN "••••"'],
  ['the PINs "1357", "8642" and "9753" are used', 'the PINs "••••", "••••" and "••••" are used'],
  ['the wrong PIN "1111" then "2222"', 'the wrong PIN "••••" then "••••"'],
  ['PIN 2468', 'PIN ••••'],
  ['the pin is 2468 now', 'the pin is •••• now'],
  ['the PIN code "2468" for account "1201"', 'the PIN code "••••" for account "1201"'],
  [
    'the mode "Account with PIN Code" and the account "1201"',
    'the mode "Account with PIN Code" and the account "1201"',
  ],
  ['the account "1201" is added', 'the account "1201" is added'],
  [
    'the PIN is asked for. The account "1201" is there',
    'the PIN is asked for. The account "1201" is there',
  ],
  ['a PINT of 2468', 'a PINT of 2468'],
  ['user "Ann" logs in with password "Sesame1"', 'user "Ann" logs in with password "••••"'],
  [
    'account "Sales" gets password "ab12", then "ab13"',
    'account "Sales" gets password "••••", then "••••"',
  ],
  ['the passwords "ab12" and "cd34" are tried', 'the passwords "••••" and "••••" are tried'],
  ['the password of account "Sales" is "ab12"', 'the password of account "Sales" is "••••"'],
  ['the password for "Ann" is typed', 'the password for "••••" is typed'],
  [
    'expected "The account password is wrong.", seen "The passwords are not the same."',
    'expected "The account password is wrong.", seen "The passwords are not the same."',
  ],
  ['the profile has security answer "Rimouski"', 'the profile has security answer "••••"'],
  ['le profil a le mot de passe "Neige2015"', 'le profil a le mot de passe "••••"'],
  ['la réponse de sécurité "Rimouski"', 'la réponse de sécurité "••••"'],
  ['the password has a length of 4', 'the password has a length of 4'],
  [
    'account passwords are on and account "Sales" is there. "ab"',
    'account passwords are on and account "••••" is there. "ab"',
  ],
  [
    'expected "Wrong PIN code (1)", seen "Wrong PIN code (0)"',
    'expected "Wrong PIN code (1)", seen "Wrong PIN code (0)"',
  ],
])('%j becomes %j', (text, redacted) => {
  expect(redactSecrets(text)).toBe(redacted);
});

const passwords = [
  'password "%"',
  'logs in with password "%"',
  'the passwords "%" and "%"',
  'the password of account "Sales" is "%"',
];

const phrases = ['the PIN "%"', 'PIN %', 'the PINs "%" and "%"', 'her PIN, which is "%"', 'pin: %'];

test('no PIN behind the word is left in a text', async () => {
  const pin = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
  await fc.assert(
    fc.property(fc.constantFrom(...phrases), pin, (phrase, secret) => {
      expect(redactSecrets(phrase.replaceAll('%', secret))).not.toContain(secret);
    }),
  );
});

test('no password behind the word is left in a text', async () => {
  const secret = fc.string({ minLength: 4 }).filter((text) => /^[^"•]{4,}$/.test(text));
  await fc.assert(
    fc.property(fc.constantFrom(...passwords), secret, (phrase, password) => {
      const redacted = redactSecrets(phrase.replaceAll('%', () => password));
      expect(redacted).toBe(phrase.replaceAll('%', '••••'));
    }),
  );
});
