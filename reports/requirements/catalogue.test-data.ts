import type { Requirement, RequirementCatalogue } from './schema.ts';

const requirement = (id: string, index: number): Requirement => ({
  id,
  title: `Title of ${id}`,
  text: `What ${id} asks for.`,
  source: [{ kind: 'seed', where: 'a page' }],
  risk: { level: 'high', reason: 'money' },
  machines: ['is400'],
  group: 'A group',
  line: 10 * (index + 1),
});

/** A catalogue with these ids and nothing else of note. */
export const catalogueOf = (...ids: readonly string[]): RequirementCatalogue => ({
  path: 'docs/requirements.yaml',
  requirements: ids.map(requirement),
});
