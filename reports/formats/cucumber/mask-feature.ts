import type {
  Examples,
  FeatureChild,
  GherkinDocument,
  Scenario,
  Step,
  TableRow,
} from '@cucumber/messages';
import { namesSecrets, redacted, redactSecrets } from '#core';

/**
 * The source of a feature without the PINs and passwords that it names, line for line: behind the
 * words as in the record, in the columns of tables that are called so, and in the columns of examples
 * that such places are filled from.
 */
export function maskFeature(source: string, { feature }: GherkinDocument): string {
  const rows = new Map<number, string>();
  for (const scenario of scenariosIn(feature?.children ?? [])) {
    for (const { dataTable } of scenario.steps) maskTable(dataTable?.rows ?? [], rows);
    const secret = secretPlaces(scenario);
    for (const { tableHeader, tableBody } of scenario.examples) {
      if (tableHeader) maskTable([tableHeader, ...tableBody], rows, secret);
    }
  }
  return source
    .split('\n')
    .map((line, index) => redactSecrets(rows.get(index + 1) ?? line))
    .join('\n');
}

interface Outline {
  readonly steps: readonly Step[];
  readonly examples: readonly Examples[];
}

function scenariosIn(children: readonly FeatureChild[]): readonly Outline[] {
  return children.flatMap(({ rule, background, scenario }) => [
    ...(rule ? scenariosIn(rule.children) : []),
    ...(background ? [{ steps: background.steps, examples: [] }] : []),
    ...(scenario ? [scenario satisfies Scenario] : []),
  ]);
}

/** The columns of examples whose values come to stand where a secret does: `with PIN "<pin>"`. */
function secretPlaces({ steps, examples }: Outline): ReadonlySet<string> {
  const texts = steps.flatMap(({ text, docString, dataTable }) => [
    text,
    ...(docString ? [docString.content] : []),
    ...(dataTable?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => value)),
  ]);
  const headings = examples.flatMap(({ tableHeader }) => tableHeader?.cells ?? []);
  const vanishes = (place: string): boolean =>
    texts.some((text) => count(redactSecrets(text), place) < count(text, place));
  return new Set(headings.flatMap(({ value }) => (vanishes(`<${value}>`) ? [value] : [])));
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const noPlaces: ReadonlySet<string> = new Set();

function maskTable(
  table: readonly TableRow[],
  rows: Map<number, string>,
  secret: ReadonlySet<string> = noPlaces,
): void {
  const isSecret = (text: string): boolean => namesSecrets(text) || secret.has(text);
  const headings = (table[0]?.cells ?? []).map(({ value }) => value);
  for (const [index, { location, cells }] of table.entries()) {
    // A first row is a heading, except where nothing stands below it.
    const mayBeField = cells.length === 2 && (index > 0 || table.length === 1);
    const isField = mayBeField && namesSecrets(cells[0]?.value ?? '');
    const masked = cells.map(({ value }, column) => {
      const isHeading = index === 0;
      const inColumn = !isHeading && isSecret(headings[column] ?? '');
      const inField = isField && column === 1 && !namesSecrets(value);
      return value !== '' && (inColumn || inField) ? redacted : value;
    });
    if (masked.every((value, column) => value === cells[column]?.value)) continue;
    const indent = ' '.repeat((location.column ?? 1) - 1);
    rows.set(location.line, `${indent}| ${masked.map(escapeCell).join(' | ')} |`);
  }
}

const escapeCell = (value: string): string =>
  value.replace(/[\\|]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
