import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCallSites } from 'node:util';

/** So many calls of the runner lie at most between a definition and the question for its place. */
const deepest = 8;

const isOfTheRunner = /\/node_modules\/@cucumber\/cucumber\//;

/**
 * Stands for the runner's own file of that name, which writes a whole stack out as text and reads it
 * again for each of some hundred steps: where a step is defined, relative to a folder.
 */
export function getDefinitionLineAndUri(folder: string): {
  readonly line: number;
  readonly uri: string;
} {
  const [, ...callers] = getCallSites(deepest);
  const site = callers.find(({ scriptName }) => !isOfTheRunner.test(scriptName));
  if (!site) return { line: 0, uri: 'unknown' };
  const { scriptName, lineNumber } = site;
  const path = scriptName.startsWith('file:') ? fileURLToPath(scriptName) : scriptName;
  return { line: lineNumber, uri: relative(folder, path) };
}
