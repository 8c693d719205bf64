import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { BenchError, unknownKeys } from '#core';
import { catalogueSchema, type Requirement, type RequirementCatalogue } from './schema.ts';

/** A YAML file and what finds the lines in it. */
interface Source {
  readonly path: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

type Place = readonly PropertyKey[];

/**
 * Reads a requirements catalogue. Errors: `FB_REQUIREMENTS` with file, line and place for everything
 * that is wrong in it, and the nearest known key for one that is not known.
 */
export function loadRequirements(path: string): RequirementCatalogue {
  const source = readSource(path);
  const parsed = catalogueSchema.safeParse(source.document.toJS());
  if (!parsed.success) {
    throw invalid(
      path,
      parsed.error.issues.map((issue) => issueLine(source, issue)),
    );
  }
  const requirements = parsed.data.groups.flatMap(({ title, machines, requirements: entries }, g) =>
    entries.map((entry, r): Requirement => {
      const line = lineOf(source, ['groups', g, 'requirements', r]);
      return { ...entry, machines: entry.machines ?? machines, group: title, line };
    }),
  );
  const twice = repeated(requirements, path);
  if (twice.length > 0) throw invalid(path, twice);
  return { path, requirements };
}

function readSource(path: string): Source {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BenchError('FB_REQUIREMENTS', `Cannot read the requirements catalogue ${path}.`, {
      hint: 'docs/requirements.yaml is the one that comes along.',
      cause,
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [problem] = document.errors;
  if (problem) {
    throw new BenchError('FB_REQUIREMENTS', `${path} is not YAML: ${problem.message}`, {
      hint: 'The message names the line and the column.',
    });
  }
  return { path, document, lines };
}

const invalid = (path: string, lines: readonly string[]): BenchError =>
  new BenchError(
    'FB_REQUIREMENTS',
    `The requirements catalogue ${path} is not valid:\n${lines.join('\n')}`,
    { hint: 'docs/requirements.md tells how an entry is written.' },
  );

function issueLine(source: Source, issue: z.core.$ZodIssue): string {
  const place = issue.path.length > 0 ? issue.path.join('.') : '(top)';
  if (issue.code !== 'unrecognized_keys') {
    return `  ${source.path}:${lineOf(source, issue.path)}: ${place}: ${issue.message}`;
  }
  const line = lineOf(source, [...issue.path, issue.keys[0] ?? '']);
  const schema = z.toJSONSchema(catalogueSchema, { io: 'input' });
  return `  ${source.path}:${line}: ${place}: ${unknownKeys(schema, issue.path, issue.keys)}`;
}

/** The line of what stands at a place; of what it would stand in, where it is missing. */
function lineOf(source: Source, place: Place): number {
  const node = source.document.getIn(place, true);
  if (isNode(node) && node.range) return source.lines.linePos(node.range[0]).line;
  return place.length === 0 ? 1 : lineOf(source, place.slice(0, -1));
}

function repeated(requirements: readonly Requirement[], path: string): readonly string[] {
  const byId = Map.groupBy(requirements, ({ id }) => id);
  return [...byId].flatMap(([id, [first, ...more]]) =>
    more.map(({ line }) => `  ${path}:${line}: ${id} stands at line ${first?.line} already`),
  );
}
