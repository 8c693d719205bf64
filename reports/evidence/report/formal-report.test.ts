import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needing, runTool, withFile } from '#judges';
import { type SampleRun, writeRun } from '../evidence.test-data.ts';
import { laboratorySchema } from '../pack/laboratory.ts';
import { statementOf } from '../pack/statement.ts';
import { readFacts } from '../read-facts.ts';
import { formalReport } from './formal-report.ts';

const judged = needing(['pdftotext', 'qpdf'], 'judged');

/** The text of a report, page by page, as pdftotext reads it. */
async function pagesOf(sample: SampleRun, laboratory?: object): Promise<readonly string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'frankbench-formal-'));
  const file = writeRun(folder.path, sample);
  const facts = readFacts(folder.path);
  const stated = { facts, file, digests: new Map(), packed: null, key: 'a'.repeat(64) };
  const pdf = await formalReport({
    ...{ facts, file, statement: statementOf(stated) },
    laboratory: laboratory && laboratorySchema.parse(laboratory),
  });
  return withFile('report.pdf', pdf, (path) => {
    expect(runTool('qpdf', ['--check', path]).status).toBe(0);
    return runTool('pdftotext', ['-layout', path, '-']).output.split('\f').slice(0, -1);
  });
}

const many = Array.from({ length: 60 }, (_, index) => ({
  ...{ uid: `${index}`, name: `Case ${index}`, tags: ['@IS4-ACC-02'], feature: 'f', rule: null },
  id: `features/a.feature:${index}`,
}));

test.skipIf(judged.skip)(
  `${judged.title}: every page has its number, the report and what was tested`,
  async () => {
    const pages = await pagesOf({ plan: many, torn: '' });
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Test report 1884fd72-25ba-4684-a661-f7e3c7578a56');
      expect(page).toContain('EMULATED');
    }
    expect(pages.at(-1)).toContain('End of test report 1884fd72-25ba-4684-a661-f7e3c7578a56');
    expect(pages.join('\n')).toMatch(/NOT RUN +Case 59/);
    expect(pages[0]).toContain('The run was not concluded');
  },
);

test.skipIf(judged.skip)(`${judged.title}: what nobody has said is not stated`, async () => {
  const text = (await pagesOf({ run: { fault: 'swallowed-key' } })).join('\n');
  for (const label of ['Laboratory (b)', 'Customer (e)', 'Authorised by (o)', 'Received (h)']) {
    expect(text).toMatch(new RegExp(`${label.replace(/[()]/g, '\\$&')} +not stated`));
  }
  expect(text).toContain(
    'A fault was seeded into the firmware of the emulated meter: swallowed-key.',
  );
  expect(text).toContain('The results relate only to the items tested.');
});

test.skipIf(judged.skip)(`${judged.title}: what the laboratory says stands there`, async () => {
  const text = await pagesOf(
    { verdict: 'failed' },
    {
      version: 1,
      laboratory: { name: 'Łódź Laboratory' },
      authorisedBy: { name: 'Ż. Ćwik', role: 'head' },
    },
  );
  expect(text.join('\n')).toMatch(/Laboratory \(b\) +Łódź Laboratory/);
  expect(text.join('\n')).toMatch(/Authorised by \(o\) +Ż\. Ćwik, head/);
  expect(text.join('\n')).toMatch(/FAILED +\S/);
});

test('a laboratory file with an unknown key or a wrong date is refused', () => {
  const name = { version: 1, laboratory: { name: 'L' } };
  expect(laboratorySchema.safeParse({ ...name, issued: '29.11.2026' }).success).toBe(false);
  expect(laboratorySchema.safeParse({ ...name, isued: '2026-11-29' }).success).toBe(false);
  expect(laboratorySchema.safeParse(name).success).toBe(true);
});
