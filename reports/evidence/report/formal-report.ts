import type { RunFile } from '../../archive/run-file.ts';
import { targetInWords } from '../pack/documents.ts';
import type { Laboratory } from '../pack/laboratory.ts';
import { extensionKey, type Statement } from '../pack/statement.ts';
import type { RunFacts } from '../run-facts.ts';
import { type Field, identityFields, itemFields, methodFields } from './report-fields.ts';
import { ReportPages } from './report-pages.ts';
import { registerLines, requirementLines, scenarioLines } from './report-results.ts';

/** What a formal report is made of. */
export interface ReportSource {
  readonly facts: RunFacts;
  readonly file: RunFile;
  readonly laboratory: Laboratory | undefined;
  readonly statement: Statement;
}

/**
 * `report.pdf`: the report with the fields of ISO/IEC 17025:2017, 7.8.2.1 a) to p). What nobody has
 * said stands there as "not stated". The same source gives the same bytes.
 */
export async function formalReport(source: ReportSource): Promise<Uint8Array> {
  const { facts, file, statement } = source;
  const { run } = facts;
  const said = statement.predicate[extensionKey];
  const pages = await ReportPages.open(
    {
      title: `Test report ${file.id}`,
      badge: run.target,
      foot: run.target === 'REAL' ? 'REAL meter' : 'EMULATED meter: evidence of no machine',
    },
    new Date(said.packed ?? file.ended ?? file.began),
  );
  const fields = (all: readonly Field[]): void => {
    for (const [label, value] of all) pages.field(label, value ?? 'not stated');
  };
  pages.title('Test report');
  if (run.target === 'EMULATED') pages.warning(`${run.target}. ${targetInWords(run)}`);
  for (const { code, text } of said.deviations) {
    if (code === 'not-concluded' || code === 'seeded-fault') pages.warning(text);
  }
  pages.field('Result', resultInWords(statement));
  fields(identityFields(source));

  pages.heading('Item tested');
  fields(itemFields(source));

  pages.heading('Method');
  fields(methodFields(source));

  pages.heading('Additions to, deviations and exclusions from the method (n)');
  if (said.deviations.length === 0) pages.line('None.');
  for (const { text } of said.deviations) pages.line(`– ${text}`);

  pages.heading('Results by requirement (m)');
  for (const { text, style } of requirementLines(facts)) pages.line(text, style);

  pages.heading('Registers (m)');
  for (const { text, style } of registerLines(facts)) pages.line(text, style);

  pages.heading('Results by scenario (m)');
  for (const { text, style } of scenarioLines(facts)) pages.line(text, style);

  return pages.finish(`End of test report ${file.id}`);
}

function resultInWords({ predicate }: Statement): string {
  const { verdict, counts } = predicate[extensionKey];
  const list = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
  return `${predicate.result} (verdict of the run: ${verdict ?? 'none'}; scenarios: ${list || 'none'})`;
}
