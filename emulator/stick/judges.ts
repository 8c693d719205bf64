import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For tests: programs that nobody here wrote and that judge an image, with the way to get each. */
const packageOf = {
  'fsck.fat': 'apt-get install dosfstools',
  'mkfs.fat': 'apt-get install dosfstools',
  mdir: 'apt-get install mtools',
  mcopy: 'apt-get install mtools',
} as const;

export type Tool = keyof typeof packageOf;

const found = new Map<Tool, string | undefined>();

/** Where a tool is; those that mend disks are often not on an ordinary user's path. */
function findTool(name: Tool): string | undefined {
  if (!found.has(name)) {
    const places = [name, `/usr/sbin/${name}`, `/sbin/${name}`];
    const starts = (place: string) => spawnSync(place, ['--help']).error === undefined;
    found.set(name, places.find(starts));
  }
  return found.get(name);
}

export const haveTool = (name: Tool): boolean => findTool(name) !== undefined;

/**
 * The title of a test that needs tools, and whether to skip it: where one is missing the title says
 * how to get it. Under `CI=true` nothing is skipped, so that a missing tool fails.
 */
export function needing(
  tools: readonly Tool[],
  title: string,
  // biome-ignore lint/style/noProcessEnv: the test runner's own environment, and no one else's
  onServer = process.env.CI === 'true',
): { readonly title: string; readonly skip: boolean } {
  const missing = tools.find((tool) => !haveTool(tool));
  if (missing === undefined) return { title, skip: false };
  return {
    title: `${title} [not checked: ${missing} is missing; ${packageOf[missing]}]`,
    skip: !onServer,
  };
}

/** Runs a tool to its end. */
export function runTool(
  name: Tool,
  args: readonly string[],
): { readonly status: number; readonly output: string } {
  const path = findTool(name);
  if (path === undefined) throw new Error(`${name} is missing: ${packageOf[name]}`);
  const ran = spawnSync(path, args, { encoding: 'utf8', timeout: 20_000 });
  if (ran.error) throw ran.error;
  return { status: ran.status ?? -1, output: `${ran.stdout}${ran.stderr}` };
}

/** Puts an image into a file of a temporary folder for as long as `use` takes. */
export function withImageFile<Value>(image: Uint8Array, use: (path: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-stick-'));
  try {
    const path = join(folder, 'stick.img');
    writeFileSync(path, image);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `fsck.fat` finds wrong with an image, empty for a clean one. It changes nothing. */
export function fsckComplaints(image: Uint8Array): string {
  return withImageFile(image, (path) => {
    const { status, output } = runTool('fsck.fat', ['-n', path]);
    return status === 0 ? '' : output;
  });
}
