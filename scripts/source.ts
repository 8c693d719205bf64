import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The checkout's folder. */
export const root = new URL('../', import.meta.url);

/** One file of the tree, by its path from the checkout. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every source file of the tree: those git knows, and new ones that it does not ignore. */
export function sourceFiles(): readonly SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.mjs'],
    { cwd: root, encoding: 'utf8' },
  );
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(new URL(path, root)))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/**
 * What a file imports, statically, dynamically, as a type or to export it again.
 * With `types: 'left out'` only what is still imported when the types are stripped.
 */
export function importsOf(
  text: string,
  { types }: { readonly types: 'left out' | 'counted' } = { types: 'counted' },
): readonly string[] {
  const code = blank(text, /^\/[/*]|^`/);
  const statements = [
    types === 'counted'
      ? /^[ \t]*(?:import|export)\b[^;'"`()=]*?\bfrom\s*(['"])([^'"\n]+)\1/gm
      : /^[ \t]*(?:import|export)\b(?!\s+type\b)[^;'"`()=]*?\bfrom\s*(['"])([^'"\n]+)\1/gm,
    /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm,
    /\bimport\s*\(\s*(['"])([^'"\n]+)\1\s*[,)]/g,
  ];
  return statements.flatMap((statement) =>
    [...code.matchAll(statement)].flatMap(([, , specifier]) => specifier ?? []),
  );
}

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=(?:^|[(,=:[!&|?{};+\n]|=>|return)\s*)\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//g;

/** The text with blanks for those comments, quoted parts and regular expressions that match `which`. */
export const blank = (text: string, which = /^/): string =>
  text.replace(token, (found) => (which.test(found) ? found.replace(/[^\n]/g, ' ') : found));
