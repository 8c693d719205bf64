import type { ITestCaseHookParameter } from '@cucumber/cucumber';

type Document = ITestCaseHookParameter['gherkinDocument'];

const known = new WeakMap<Document, ReadonlyMap<string, string>>();

/** The word that a step begins with in its feature: Given, When, Then, And … in its language. */
export function keywordOf(document: Document, nodes: readonly string[]): string {
  let keywords = known.get(document);
  if (!keywords) {
    keywords = keywordsIn(document);
    known.set(document, keywords);
  }
  return keywords.get(nodes[0] ?? '') ?? '';
}

/** The words of all steps of a feature, by the numbers of the steps. */
function keywordsIn({ feature }: Document): ReadonlyMap<string, string> {
  const children = feature?.children ?? [];
  const inner = children.flatMap(({ rule }) => rule?.children ?? []);
  const steps = [...children, ...inner].flatMap(
    ({ background, scenario }) => (background ?? scenario)?.steps ?? [],
  );
  return new Map(steps.map(({ id, keyword }) => [id, keyword.trim()]));
}
