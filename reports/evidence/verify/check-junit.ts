import type { RunFacts } from '../run-facts.ts';
import type { Finding } from './finding.ts';
import { firstDifference } from './first-difference.ts';
import type { PackTree } from './pack-tree.ts';

const file = 'junit.xml';

/** Whether the results for other programs, where a pack has them, count as the record does. */
export function* checkJunit(tree: PackTree, { plan, counts }: RunFacts): Generator<Finding> {
  if (!tree.files.has(file)) return;
  const text = tree.read(file).toString('utf8');
  const [head] = /<testsuites\b[^>]*>/.exec(text) ?? [];
  const said = (name: string): number =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(head ?? '')?.[1]);
  // JUnit has no word for what is inconclusive or was not run: it is no success.
  const errors = counts.error + counts.inconclusive + counts['not run'];
  const expected = { tests: plan.length, failures: counts.failed, errors };
  const seen = { tests: said('tests'), failures: said('failures'), errors: said('errors') };
  const cases = { ...expected, tests: text.match(/<testcase\b/g)?.length ?? 0 };
  const difference = firstDifference(expected, seen) ?? firstDifference(expected, cases);
  if (!difference) return;
  const { path } = difference;
  yield {
    code: 'results-differ',
    file,
    expected: `${path} ${difference.expected}`,
    seen: difference.seen,
  };
}
