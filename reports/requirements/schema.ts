import { z } from 'zod';
import { requirementIdPattern } from './requirement-tags.ts';

const sourceKinds = ['seed', 'manual', 'regulation', 'assumed'] as const;

const riskLevels = ['high', 'medium', 'low'] as const;

const text = z.string().trim().min(1, 'must not be empty');

/** A family of models, as `models/` names it. */
const machines = z.array(text).min(1);

const requirement = z.strictObject({
  id: z.string().regex(requirementIdPattern, 'an id is like IS4-ACC-02'),
  title: text,
  text,
  machines: machines.optional(),
  source: z.array(z.strictObject({ kind: z.enum(sourceKinds), where: text })).min(1),
  risk: z.strictObject({ level: z.enum(riskLevels), reason: text }),
});

/** `docs/requirements.yaml`. Unknown keys are errors. */
export const catalogueSchema = z.strictObject({
  version: z.literal(1),
  groups: z
    .array(z.strictObject({ title: text, machines, requirements: z.array(requirement).min(1) }))
    .min(1),
});

/** Where it is known from: `assumed` says what nobody has found written down. */
export interface RequirementSource {
  readonly kind: (typeof sourceKinds)[number];
  /** The place, for a person who wants to read it there. */
  readonly where: string;
}

/** What a machine that does not do it would cost. */
export interface RequirementRisk {
  readonly level: (typeof riskLevels)[number];
  readonly reason: string;
}

/** One thing that machines must do, under the id that rules and scenarios carry as a tag. */
export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: readonly RequirementSource[];
  readonly risk: RequirementRisk;
  /** Families of models that it is for. */
  readonly machines: readonly string[];
  /** The heading it stands under. */
  readonly group: string;
  /** Its line in the catalogue's file. */
  readonly line: number;
}

/** Every requirement, in the order of its file. */
export interface RequirementCatalogue {
  /** The file as it was named. */
  readonly path: string;
  readonly requirements: readonly Requirement[];
}
