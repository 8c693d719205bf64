import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type { Examples, FeatureChild, GherkinDocument, Pickle } from '@cucumber/messages';
import { BenchError, type SuiteOrigin } from '#core';
import { maskFeature } from './mask-feature.ts';

/** A feature file as messages have it, without secrets. */
export interface ReadFeature {
  readonly path: string;
  readonly source: string;
  readonly document: GherkinDocument;
  /** By the line of the scenario, or of its row of examples. */
  readonly pickles: ReadonlyMap<number, Pickle>;
}

/**
 * Reads a feature file of a run. Its numbers are the same each time.
 * Errors: `FB_FEATURE_FILE` for one that is not as it was when the run began.
 */
export function readFeature(root: string, path: string, suite: SuiteOrigin): ReadFeature {
  const whole = sourceOf(root, path, suite);
  const source = maskFeature(whole, parse(path, whole, numbersOf('')));
  const place = suite.features.findIndex((feature) => feature.path === path);
  const newId = numbersOf(`${place + 1}-`);
  const document = { ...parse(path, source, newId), uri: path };
  const lines = linesOf(document.feature?.children ?? []);
  const pickles = compile(document, path, newId).flatMap((pickle) => {
    const line = lines.get(pickle.astNodeIds.at(-1) ?? '');
    return line === undefined ? [] : [[line, pickle] as const];
  });
  return { path, source, document, pickles: new Map(pickles) };
}

function sourceOf(root: string, path: string, { commit, features }: SuiteOrigin): string {
  const recorded = features.find((feature) => feature.path === path)?.sha256;
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(root, path));
  } catch (cause) {
    throw new BenchError('FB_FEATURE_FILE', `Cannot read ${path}, which the run was made with.`, {
      hint: wayBack(commit),
      cause,
    });
  }
  if (hash('sha256', bytes) === recorded) return bytes.toString('utf8');
  throw new BenchError(
    'FB_FEATURE_FILE',
    `${path} is not as it was when the run began: messages would tell of other steps than were run.`,
    { hint: wayBack(commit), context: { recorded } },
  );
}

const wayBack = (commit: string | null): string =>
  `${commit === null ? 'Put the file back' : `Check out ${commit}`}, or leave out the formats "messages" and "cucumber-html".`;

function parse(path: string, source: string, newId: () => string): GherkinDocument {
  try {
    return new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(source);
  } catch (cause) {
    throw new BenchError('FB_FEATURE_FILE', `${path} cannot be read as Gherkin.`, {
      hint: 'It could when the run began, so this is a defect of Frankbench.',
      cause,
    });
  }
}

function numbersOf(prefix: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** Where scenarios and rows of examples stand, by their numbers. */
function linesOf(children: readonly FeatureChild[]): ReadonlyMap<string, number> {
  const rowsOf = (examples: readonly Examples[]) => examples.flatMap(({ tableBody }) => tableBody);
  return new Map(
    children.flatMap(({ rule, scenario }) => [
      ...(rule ? linesOf(rule.children) : []),
      ...(scenario
        ? [scenario, ...rowsOf(scenario.examples)].map(
            ({ id, location }) => [id, location.line] as const,
          )
        : []),
    ]),
  );
}
