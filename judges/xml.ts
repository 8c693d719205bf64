import { runTool } from './tools.ts';

/** What libxml2 has against an XML file by a schema; empty where it is valid. */
export function schemaProblems(path: string, schema: string): string {
  const { status, output } = runTool('xmllint', ['--noout', '--nonet', '--schema', schema, path]);
  return status === 0 ? '' : output;
}

/** Stands in no text of an XML file that is read here. */
const between = '\u{241E}';

/** What libxml2 reads at places of an XML file, all at once: `//testcase[1]/@name`, `count(//testsuite)`. */
export function readXml(path: string, places: readonly string[]): readonly string[] {
  const parts = ['""', ...places.map((place) => `string(${place})`)];
  const xpath = `concat(${parts.join(`,"${between}",`)})`;
  const { output } = runTool('xmllint', ['--nonet', '--xpath', xpath, path]);
  return output.replace(/\n$/, '').split(between).slice(1);
}
