import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judgePackages } from '#judges';
import type { Shell } from './shell.ts';

/** One thing this machine has or lacks. */
export interface Finding {
  readonly name: string;
  /** Whether nothing works without it. */
  readonly required: boolean;
  readonly ok: boolean;
  /** What was found: a version, a path, a size. */
  readonly found: string;
  readonly neededFor: string;
  /** How to get it; only where it is lacking. */
  readonly how?: string;
}

/** The narrowest terminal that the panel of a meter fits into. */
const panelSize = { columns: 40, rows: 16 };

/** Where system programs live that are not on everyone's PATH. */
const systemFolders = ['/usr/sbin', '/sbin', '/usr/local/sbin'];

const execute = promisify(execFile);

/** Looks at this machine: what Frankbench needs, what is there, and how to get what is not. */
export async function examine(shell: Shell): Promise<readonly Finding[]> {
  return Promise.all([
    nodeInUse(),
    hostNode(shell),
    platformPackage(shell),
    runsFolder(shell),
    program(shell, {
      name: 'git',
      file: 'git',
      args: ['--version'],
      neededFor: "the project's own checks",
      how: 'apt-get install git',
    }),
    ...judgePackages.map(({ name, programs, version, neededFor }) =>
      program(shell, {
        name: programs[0],
        file: programs[0],
        args: version,
        neededFor,
        how: `apt-get install ${name}`,
      }),
    ),
    terminal(shell),
    pseudoTerminals(),
  ]);
}

/** The findings as a table for a person, what is lacking with its way out below its row. */
export function table(findings: readonly Finding[]): string {
  const width = (read: (finding: Finding) => string): number =>
    Math.max(...findings.map((finding) => read(finding).length));
  const nameWidth = width(({ name }) => name);
  const foundWidth = width(({ found }) => found);
  const lines = findings.flatMap((finding) => {
    const mark = finding.ok ? 'ok     ' : finding.required ? 'MISSING' : 'lacks  ';
    const row = `${mark}  ${finding.name.padEnd(nameWidth)}  ${finding.found.padEnd(foundWidth)}  ${finding.neededFor}`;
    return finding.how ? [row, `         -> ${finding.how}`] : [row];
  });
  const missing = findings.filter(({ ok, required }) => required && !ok).length;
  const lacking = findings.filter(({ ok, required }) => !required && !ok).length;
  const summary =
    missing > 0
      ? `${missing} required and missing: Frankbench cannot run here yet.`
      : lacking > 0
        ? `Ready. ${lacking} optional and lacking: what needs it is skipped.`
        : 'Ready. Nothing is lacking.';
  return [...lines, '', summary].join('\n');
}

async function nodeInUse(): Promise<Finding> {
  const ok = Number.parseInt(process.versions.node, 10) >= 24;
  return finding('Node in use', true, ok, `${process.versions.node}`, 'everything', 'npm ci');
}

async function hostNode(shell: Shell): Promise<Finding> {
  const folders = (shell.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  const path = await firstProgram('node', folders);
  const version = path && (await firstLine(path, ['--version']));
  return finding(
    "Host's Node",
    false,
    version !== undefined,
    version?.replace(/^v/, '') ?? 'none on PATH',
    'npm; any version from 20 on will do',
    'apt-get install nodejs npm',
  );
}

async function platformPackage(shell: Shell): Promise<Finding> {
  const name = `node-${process.platform}-${process.arch}`;
  const binary = fileURLToPath(new URL(`node_modules/${name}/bin/node`, shell.root));
  const version = (await isProgram(binary)) ? await firstLine(binary, ['--version']) : undefined;
  return finding(
    'Node package',
    false,
    version !== undefined,
    version ? `${name} ${version.replace(/^v/, '')}` : `no ${name}`,
    'npm scripts on a host with an older Node',
    `npm ci (without --omit=optional), or a host Node of 24 or newer`,
  );
}

async function runsFolder(shell: Shell): Promise<Finding> {
  const folder = fileURLToPath(new URL('runs/', shell.root));
  const probe = join(folder, `.doctor-${process.pid}`);
  let problem: string | undefined;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    problem = (error as NodeJS.ErrnoException).code ?? String(error); // node:fs throws these
  }
  return finding(
    'runs/',
    true,
    problem === undefined,
    problem ?? 'can be written',
    'run records and reports',
    `give yourself write access: chmod u+w ${folder}`,
  );
}

interface Sought {
  readonly name: string;
  readonly file: string;
  /** Arguments that make it tell its version; none when it has no such option. */
  readonly args: readonly string[];
  readonly neededFor: string;
  readonly how: string;
}

async function program(shell: Shell, sought: Sought): Promise<Finding> {
  const folders = [...(shell.env.PATH ?? '').split(delimiter), ...systemFolders];
  const path = await firstProgram(sought.file, folders);
  const version = path && sought.args.length > 0 ? await firstLine(path, sought.args) : undefined;
  return finding(
    sought.name,
    false,
    path !== undefined,
    version ?? path ?? 'not found',
    sought.neededFor,
    sought.how,
  );
}

async function terminal(shell: Shell): Promise<Finding> {
  const size = shell.terminal;
  const ok = size !== undefined && size.columns >= panelSize.columns && size.rows >= panelSize.rows;
  const wanted = `${panelSize.columns}x${panelSize.rows}`;
  return finding(
    'Terminal',
    false,
    ok,
    size ? `${size.columns}x${size.rows}` : 'stdout is no terminal',
    'the panel of an emulated meter',
    size ? `make the window at least ${wanted}` : `start it in a terminal of at least ${wanted}`,
  );
}

async function pseudoTerminals(): Promise<Finding> {
  const ok = await access('/dev/pts').then(
    () => true,
    () => false,
  );
  return finding(
    '/dev/pts',
    false,
    ok,
    ok ? 'present' : 'absent',
    'serial lines without a cable',
    'mount -t devpts devpts /dev/pts',
  );
}

function finding(
  name: string,
  required: boolean,
  ok: boolean,
  found: string,
  neededFor: string,
  how: string,
): Finding {
  return { name, required, ok, found, neededFor, ...(ok ? {} : { how }) };
}

async function firstProgram(file: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, file);
    if (await isProgram(path)) return path;
  }
  return undefined;
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function firstLine(path: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await execute(path, args, { timeout: 5000 });
    return stdout.split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}
