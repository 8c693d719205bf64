/** The words behind which a secret stands, in the languages of the features. */
const words = 'PIN|password|security answer|mot de passe|réponse';

const phrase = new RegExp(
  String.raw`(\b(?:${words})s?\b(?:(?: code)? (?:of|for)(?: \w+)? "[^"]*")?)([^".;]*?(?:(?<=[\s(])"[^"]*"|\b\d{2,}\b)(?:(?:,| and|,? then) (?:"[^"]*"|\d{2,}))*)`,
  'gi',
);

/** What stands for a secret. */
export const redacted = '••••';

/**
 * A step's text with the secrets taken out: whatever stands in quotes or as a number behind the word
 * PIN or password, or behind the answer to a security question, in the languages of the features. Scenarios name them; records, reports and errors must not. A quote that no blank
 * or bracket goes before ends a text that has the word in it, such as "Account with PIN Code"; a
 * quote behind "of" or "for" says whose the secret is.
 */
export const redactSecrets = (text: string): string =>
  text.replace(
    phrase,
    (_phrase, owner: string, secrets: string) =>
      owner +
      secrets.replace(/"[^"]*"|\d{2,}/g, (secret) =>
        secret.startsWith('"') ? `"${redacted}"` : redacted,
      ),
  );

const heading = new RegExp(
  String.raw`^(?:[\p{L}\p{M}]+ ){0,2}(?:${words})s?(?: de sécurité)?$`,
  'iu',
);

/** True for the heading of a column, or the name of a field, that holds secrets: "new password". */
export const namesSecrets = (text: string): boolean => heading.test(text.trim());
