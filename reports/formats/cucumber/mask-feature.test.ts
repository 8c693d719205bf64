import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator } from '@cucumber/messages';
import { expect, test } from 'vitest';
import { sampleFeature, sampleSecrets } from '../formats.test-data.ts';
import { maskFeature } from './mask-feature.ts';

const parse = (source: string): GherkinDocument =>
  new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(
    source,
  );

const mask = (source: string): string => maskFeature(source, parse(source));

test('secrets behind the words, in columns, and in examples that fill such places are masked', () => {
  const masked = mask(sampleFeature);
  for (const secret of sampleSecrets) expect(masked).not.toContain(secret);
  const changed = sampleFeature.split('\n').flatMap((line, index) => {
    const now = masked.split('\n')[index] ?? '';
    return now === line ? [] : [now.trim()];
  });
  expect(changed).toEqual([
    'Given a meter in "Account with PIN Code" mode with PIN "••••"',
    'When the supervisor adds account 1201 "Marketing" with PIN "••••"',
    'When the supervisor types PIN "••••"',
    '| 4 | •••• |',
    '| 5 | •••• |',
    '| Ann | •••• |',
  ]);
});

test('a field in a row is masked, and the cells around keep what they say', () => {
  const source = `Feature: F
  Scenario: S
    Given this
      | what         | value    |
      | new password | a\\|b\\\\c |
      | name \\| it   | Ann      |
`;
  const masked = mask(source);
  expect(masked).toContain('| new password | •••• |');
  expect(masked).toContain('| name \\| it   | Ann      |');
});

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What stands in quotes or numbers behind the words, and below the words in tables. */
function secretsOf(document: GherkinDocument, text: string): readonly string[] {
  const said = text.matchAll(
    /(?:PIN "(\d{4,})"|(?:password|security answer|mot de passe|réponse de sécurité) "(\w{4,})")/g,
  );
  const children = document.feature?.children.flatMap((child) => [
    child,
    ...(child.rule?.children ?? []),
  ]);
  const tables = (children ?? []).flatMap(({ background, scenario }) => [
    ...[...(background?.steps ?? []), ...(scenario?.steps ?? [])].map(
      ({ dataTable }) => dataTable?.rows ?? [],
    ),
    ...(scenario?.examples ?? []).map(({ tableHeader, tableBody }) =>
      tableHeader ? [tableHeader, ...tableBody] : [],
    ),
  ]);
  const inColumns = tables.flatMap(([head, ...rows]) =>
    (head?.cells ?? []).flatMap(({ value }, column) =>
      /^(?:PIN|password|mot de passe)$/i.test(value)
        ? rows.map(({ cells }) => cells[column]?.value ?? '')
        : [],
    ),
  );
  return [...[...said].map(([, pin, word]) => pin ?? word ?? ''), ...inColumns].filter(
    (secret) => secret.length >= 4,
  );
}

test('no feature of ours names a secret that is left, and each can be read as before', async () => {
  let secrets = 0;
  for await (const path of glob('features/**/*.feature', { cwd: root })) {
    const source = await readFile(`${root}${path}`, 'utf8');
    const document = parse(source);
    const masked = maskFeature(source, document);
    const found = secretsOf(document, source);
    secrets += found.length;
    for (const secret of found) expect(masked, path).not.toMatch(new RegExp(`\\b${secret}\\b`));
    expect(shape(parse(masked)), path).toEqual(shape(document));
  }
  expect(secrets).toBeGreaterThan(100);
});

/** What stands on which line. */
const shape = (document: GherkinDocument): readonly unknown[] => {
  const places: unknown[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'location' && value !== null && typeof value === 'object' && 'line' in value) {
      places.push(value.line);
    }
    return value;
  });
  return places;
};
