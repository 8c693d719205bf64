import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Debian package whose programs judge: what a meter wrote or answers, or what we say of it. */
export interface JudgePackage {
  readonly name: string;
  readonly programs: readonly string[];
  /** What makes the first of them tell its version; nothing where it has no such option. */
  readonly version: readonly string[];
  readonly neededFor: string;
}

/** Programs that nobody here wrote and that judge; `.ci/run` installs them. */
export const judgePackages = [
  {
    name: 'dosfstools',
    programs: ['fsck.fat', 'mkfs.fat'],
    version: [],
    neededFor: 'judging the sticks that a meter wrote',
  },
  {
    name: 'mtools',
    programs: ['mdir', 'mcopy'],
    version: ['--version'],
    neededFor: 'reading the sticks that a meter wrote',
  },
  {
    name: 'libreoffice-calc-nogui',
    programs: ['soffice'],
    version: ['--version'],
    neededFor: 'reading the XLS reports that a meter wrote, and making others',
  },
  {
    name: 'catdoc',
    programs: ['xls2csv'],
    version: ['-V'],
    neededFor: 'reading the XLS reports that a meter wrote',
  },
  {
    name: 'poppler-utils',
    programs: ['pdftotext'],
    version: [],
    neededFor: 'reading the PDF reports that a meter wrote',
  },
  {
    name: 'qpdf',
    programs: ['qpdf'],
    version: ['--version'],
    neededFor: 'judging the PDF reports that a meter wrote',
  },
  {
    name: 'file',
    programs: ['file'],
    version: ['--version'],
    neededFor: 'saying what the reports that a meter wrote are',
  },
  {
    name: 'qemu-system-x86',
    programs: ['qemu-system-x86_64'],
    version: ['--version'],
    neededFor: 'the emulated meter as a USB device of a real Linux kernel',
  },
  {
    name: 'xz-utils',
    programs: ['xz'],
    version: ['--version'],
    neededFor: 'unpacking that kernel',
  },
  {
    name: 'python3-pyvisa-py',
    programs: ['pyvisa-info'],
    version: [],
    neededFor: 'PyVISA, a client of the panel link that nobody here wrote',
  },
  {
    name: 'python3-serial',
    programs: ['pyserial-miniterm'],
    version: [],
    neededFor: 'PyVISA on serial lines',
  },
  {
    name: 'lxi-tools',
    programs: ['lxi'],
    version: ['--version'],
    neededFor: 'another such client, on TCP',
  },
  {
    name: 'chromium',
    programs: ['chromium'],
    version: ['--version'],
    neededFor: 'opening, searching and printing the HTML report of a run',
  },
  {
    name: 'libxml2-utils',
    programs: ['xmllint'],
    version: ['--version'],
    neededFor: 'judging the JUnit XML that is made of a run',
  },
  {
    name: 'openssl',
    programs: ['openssl'],
    version: ['version'],
    neededFor: 'judging the signatures of evidence',
  },
  {
    name: 'minisign',
    programs: ['minisign'],
    version: ['-v'],
    neededFor: 'another judge of them',
  },
  {
    name: 'openssh-client',
    programs: ['ssh-keygen'],
    version: [],
    neededFor: 'a third one',
  },
] as const satisfies readonly JudgePackage[];

export type Tool = (typeof judgePackages)[number]['programs'][number];

const wayTo = (tool: Tool): string => {
  const programs = (each: JudgePackage): readonly string[] => each.programs;
  return `apt-get install ${judgePackages.find((each) => programs(each).includes(tool))?.name ?? tool}`;
};

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

/** The whole path of a tool, for those that start it in a way of their own. Errors: when it is missing. */
export function pathOfTool(name: Tool): string {
  const found = spawnSync('sh', ['-c', 'command -v "$0"', foundTool(name)], { encoding: 'utf8' });
  return found.stdout.trim();
}

function foundTool(name: Tool): string {
  const path = findTool(name);
  if (path === undefined) throw new Error(`${name} is missing: ${wayTo(name)}`);
  return path;
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
    title: `${title} [not checked: ${missing} is missing; ${wayTo(missing)}]`,
    skip: !onServer,
  };
}

/** Runs a tool to its end. */
export function runTool(
  name: Tool,
  args: readonly string[],
  { timeoutMs = 20_000 } = {},
): { readonly status: number; readonly output: string } {
  const path = foundTool(name);
  const ran = spawnSync(path, args, { encoding: 'utf8', timeout: timeoutMs, maxBuffer: 2 ** 28 });
  if (ran.error) throw ran.error;
  return { status: ran.status ?? -1, output: `${ran.stdout}${ran.stderr}` };
}

/** Puts bytes into a file of a temporary folder for as long as `use` takes. */
export function withFile<Value>(
  name: string,
  bytes: Uint8Array,
  use: (path: string, folder: string) => Value,
): Value {
  const folder = mkdtempSync(join(tmpdir(), 'frankbench-judge-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
