import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { BenchError } from '#core';

/** A feature as Gherkin reads it, and its scenarios: an example of an outline is one. */
export interface ParsedFeature {
  readonly document: ReturnType<Parser<unknown>['parse']>;
  readonly pickles: ReturnType<typeof compile>;
}

/** Reads the text of a feature in any language. Errors: `FB_FEATURE_FILE` with line and column. */
export function parseFeature(text: string, shown: string): ParsedFeature {
  let count = 0;
  const newId = (): string => String(count++);
  try {
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
    const document = parser.parse(text);
    return { document, pickles: compile(document, shown, newId) };
  } catch (cause) {
    throw unreadable(shown, cause);
  }
}

export const unreadable = (path: string, cause: unknown): BenchError =>
  new BenchError(
    'FB_FEATURE_FILE',
    `Cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    { hint: 'The message of Gherkin names the line and the column.', cause },
  );
