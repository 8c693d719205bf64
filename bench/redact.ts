/**
 * A step's text with the PINs taken out: whatever stands in quotes or as a number behind the word
 * PIN. Scenarios name PINs; records, reports and errors must not. A quote that no blank or bracket
 * goes before ends a text that has the word in it, such as "Account with PIN Code".
 */
export const redactPins = (text: string): string =>
  text.replace(
    /\bPINs?\b[^".;]*?(?:(?<=[\s(])"[^"]*"|\b\d{2,}\b)(?:(?:,| and| then) (?:"[^"]*"|\d{2,}))*/gi,
    (phrase) =>
      phrase.replace(/"[^"]*"|\d{2,}/g, (secret) => (secret.startsWith('"') ? '"••••"' : '••••')),
  );
