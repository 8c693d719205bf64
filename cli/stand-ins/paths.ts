import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { featureFiles, isPlain, withoutLines } from '../gherkin/feature-files.ts';

type Paths = readonly string[];

interface Resolved {
  readonly unexpandedSourcePaths: Paths;
  readonly sourcePaths: Paths;
  readonly requirePaths: Paths;
  readonly importPaths: Paths;
}

interface Support {
  readonly requirePaths: Paths;
  readonly importPaths: Paths;
}

type ResolvePaths = (
  logger: unknown,
  cwd: string,
  sources: { readonly paths: Paths },
  support?: Support,
) => Promise<Resolved>;

/**
 * Stands for the runner's own file of that name, which takes each path for a pattern: to look a plain
 * one up as one takes the search of patterns that a run has no other use for.
 */
export const resolvePaths: ResolvePaths = async (logger, cwd, sources, support) => {
  const { requirePaths = [], importPaths = [] } = support ?? {};
  const sourceFiles = sources.paths.map(withoutLines);
  // Where none are named the runner has paths of its own.
  const areNamed = sourceFiles.length > 0 && importPaths.length > 0 && requirePaths.length === 0;
  if (!areNamed || ![...sourceFiles, ...importPaths].every(isPlain)) {
    return runnersOwn()(logger, cwd, sources, support);
  }
  const found = (paths: Paths): Paths => [
    ...new Set(paths.flatMap((path) => featureFiles(resolve(cwd, path)))),
  ];
  return {
    unexpandedSourcePaths: sources.paths,
    sourcePaths: found(sourceFiles),
    requirePaths,
    importPaths: found(importPaths),
  };
};

function runnersOwn(): ResolvePaths {
  const runner = createRequire(createRequire(import.meta.url).resolve('@cucumber/cucumber'));
  return runner('../lib/paths/paths.js').resolvePaths;
}
