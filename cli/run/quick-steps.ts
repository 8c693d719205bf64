import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';

/** What is used of a step definition of the runner. */
interface StepDefinition {
  /** A cucumber expression, or a regular expression. */
  readonly pattern: unknown;
  readonly expression: { match(text: string): unknown };
}

/**
 * The runner tries each step of each scenario on every definition, by its regular expression, and most
 * do not even begin with the same words. Those are told apart by their words alone from now on. What
 * fits, and with which arguments, is as before.
 */
export function matchQuickly(library: ISupportCodeLibrary): void {
  for (const { pattern, expression } of definitionsOf(library)) {
    if (typeof pattern !== 'string') continue;
    const words = leadingWords(pattern);
    const end = words.length - 1;
    const lastLetter = words.charCodeAt(end);
    const match = expression.match.bind(expression);
    let last: { readonly text: string; readonly found: unknown } | undefined;
    expression.match = (text) => {
      // One letter tells most of them apart already.
      if (end >= 0 && (text.charCodeAt(end) !== lastLetter || !text.startsWith(words))) return null;
      // It asks twice on end: whether the step fits, and then with what.
      if (last?.text !== text) last = { text, found: match(text) };
      return last.found;
    };
  }
}

/** The definitions of a library; none where the runner, which does not promise it, does not show them. */
export function definitionsOf(library: ISupportCodeLibrary): readonly StepDefinition[] {
  const { stepDefinitions } = library as { readonly stepDefinitions?: readonly StepDefinition[] };
  return stepDefinitions ?? [];
}

/** The words with which every step begins that a cucumber expression fits. */
export function leadingWords(pattern: string): string {
  const plain = /^[^{(/\\]*/.exec(pattern)?.[0] ?? '';
  // In "sum/total of" and "key(s)/button" the last word may be one of two.
  return pattern.includes('/') ? plain.replace(/\S*$/, '') : plain;
}
