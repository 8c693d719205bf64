import type { PlannedScenario, RunEntry } from '#core';
import type { ScenarioStory } from '../record/story.ts';
import { coverage, type ScenarioEvidence } from '../requirements/coverage.ts';
import type { RequirementCatalogue } from '../requirements/schema.ts';
import type { ProvedRequirement } from './page-data.ts';

/** Gathers what the scenarios of one run are evidence for. */
export class RequirementProofs {
  readonly #target: ScenarioEvidence['target'];
  readonly #family: string;
  readonly #isFaulty: boolean;
  readonly #scenarios: ScenarioEvidence[] = [];

  constructor({ target, meter, fault }: RunEntry) {
    this.#target = target === 'REAL' ? 'real' : 'emulated';
    this.#family = meter.family;
    this.#isFaulty = fault !== null;
  }

  /** A pass proves nothing where something in it was not judged, or the meter had a seeded fault. */
  add(scenario: ScenarioStory, { unverified }: { readonly unverified: boolean }): void {
    const verdict = scenario.verdict === 'incomplete' ? 'inconclusive' : scenario.verdict;
    const isProof = verdict !== 'passed' || !(unverified || this.#isFaulty);
    this.#add(scenario, {
      verdict: isProof ? verdict : 'inconclusive',
      byOperator: scenario.steps.some(({ lines }) => lines.some(({ type }) => type === 'answer')),
    });
  }

  addNotRun(scenario: PlannedScenario): void {
    this.#add(scenario, { verdict: 'skipped', byOperator: false });
  }

  /** The requirements of the catalogue that are for the machine of the run, in its order. */
  of(catalogue: RequirementCatalogue): readonly ProvedRequirement[] {
    const requirements = catalogue.requirements.filter(({ machines }) =>
      machines.includes(this.#family),
    );
    return coverage({ ...catalogue, requirements }, this.#scenarios).map(
      ({ requirement, standing, complete, assumption }) => ({
        id: requirement.id,
        title: requirement.title,
        risk: requirement.risk.level,
        standing,
        remarks: [
          ...(standing === 'not at all' || complete ? [] : ['incomplete']),
          ...(assumption === 'none' ? [] : [`${assumption} of it assumed`]),
        ],
      }),
    );
  }

  #add(
    { id, name, tags }: PlannedScenario,
    ending: Pick<ScenarioEvidence, 'verdict' | 'byOperator'>,
  ): void {
    this.#scenarios.push({ id, name, tags, target: this.#target, ...ending });
  }
}
