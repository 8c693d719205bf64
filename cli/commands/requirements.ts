import type { Command } from 'commander';
import { BenchError } from '#core';
import type { Shell } from '../shell.ts';

interface RequirementsFlags {
  readonly featureFolder?: readonly string[];
  readonly requirements?: string;
  readonly json?: boolean;
}

/** `frankbench requirements`: what machines must do, and which scenarios ask for it. */
export function register(program: Command, shell: Shell): void {
  program
    .command('requirements')
    .description('list the requirements and the scenarios that carry them')
    .option('--feature-folder <path...>', 'all the features of the catalogue (default: features)')
    .option('--requirements <file>', 'the catalogue (default: docs/requirements.yaml)')
    .option('--json', 'as JSON')
    .action(async (flags: RequirementsFlags) => {
      const { fileURLToPath } = await import('node:url');
      const { catalogueNamed } = await import('../requirements/catalogue.ts');
      const { readFeatures } = await import('../requirements/read-features.ts');
      const { disagreements } = await import('../requirements/disagreements.ts');
      const { listRequirements, requirementLines } = await import(
        '../requirements/list-requirements.ts'
      );
      const ours = fileURLToPath(new URL('features', shell.root));
      const folders = flags.featureFolder?.map(shell.path) ?? [ours];
      const catalogue = catalogueNamed(shell, flags.requirements);
      const features = readFeatures(folders, shell.cwd);
      const listed = listRequirements(catalogue, features);
      const wrong = disagreements(catalogue, features);
      shell.print(
        flags.json
          ? JSON.stringify({ version: 1, requirements: listed, disagreements: wrong }, undefined, 2)
          : requirementLines(listed).join('\n'),
      );
      if (wrong.length > 0) throw disagree(wrong);
    });
}

const disagree = (wrong: readonly string[]): BenchError =>
  new BenchError(
    'FB_REQUIREMENTS',
    `The catalogue and the features disagree:\n${wrong.map((line) => `  ${line}`).join('\n')}`,
    { hint: 'docs/requirements.md tells how an entry is written.' },
  );
