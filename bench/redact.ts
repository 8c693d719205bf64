/**
 * A step's text with the secrets taken out: whatever stands in quotes or as a number behind the word
 * PIN or password, or behind the answer to a security question, in the languages of the features. Scenarios name them; records, reports and errors must not. A quote that no blank
 * or bracket goes before ends a text that has the word in it, such as "Account with PIN Code"; a
 * quote behind "of" or "for" says whose the secret is.
 */
export const redactSecrets = (text: string): string =>
  text.replace(
    /(\b(?:PIN|password|security answer|mot de passe|réponse)s?\b(?:(?: code)? (?:of|for)(?: \w+)? "[^"]*")?)([^".;]*?(?:(?<=[\s(])"[^"]*"|\b\d{2,}\b)(?:(?:,| and|,? then) (?:"[^"]*"|\d{2,}))*)/gi,
    (_phrase, owner: string, secrets: string) =>
      owner +
      secrets.replace(/"[^"]*"|\d{2,}/g, (secret) => (secret.startsWith('"') ? '"••••"' : '••••')),
  );
