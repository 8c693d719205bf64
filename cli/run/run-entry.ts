import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import process from 'node:process';
import type { Judge } from '#bench';
import { type RunEntry, recordVersion, type SuiteOrigin } from '#core';
import { expectedIdentity } from '#emulator/any-machine';
import { modelNamed } from '#models/any-machine';
import type { Rig, RigIdentity } from '#rigs';

export interface Tested {
  readonly root: URL;
  readonly rig: Rig;
  /** Who is in the slot, as the rig controller says; nobody is asked in this process. */
  readonly seen: RigIdentity | undefined;
  readonly judge: Judge;
  readonly fault: string | undefined;
  readonly suite: SuiteOrigin;
}

/** The first line of a record: what is tested, with what, where, by whom. */
export function runEntry({ root, rig, seen, judge, fault, suite }: Tested): RunEntry {
  const { model, serial, language } = rig.meter;
  const { family, sources } = modelNamed(model);
  const expected = expectedIdentity(model);
  const isEmulated = seen?.emulated ?? true;
  return {
    type: 'run',
    version: recordVersion,
    target: isEmulated ? 'EMULATED' : 'REAL',
    suite,
    rig: {
      name: rigName(rig),
      description: rig.description,
      sha256: digestOf(withoutSecrets(rig)),
      link: rig.link.kind,
      operator: rig.operator?.name ?? null,
    },
    meter: {
      model,
      family,
      maker: seen?.maker ?? expected.maker,
      designation: seen?.model ?? expected.designation,
      serial: serial ?? seen?.serial ?? expected.usualSerial,
      firmware: seen?.firmware ?? expected.firmware,
      language: language ?? null,
      profile: digestOf(sources.profile),
    },
    clock: isEmulated ? 'virtual' : 'host',
    seed: null,
    judge,
    fault: fault ?? null,
    software: softwareOf(root),
  };
}

/** The name of a rig's file without folder and ending: what its runs are kept under. */
export const rigName = ({ path }: Pick<Rig, 'path'>): string =>
  basename(path).replace(/\.ya?ml$/, '');

/** The rig as its file describes it; what opens doors stays out, even as a digest. */
function withoutSecrets({ path: _path, meter, link, ...rest }: Rig): unknown {
  const { supervisorPin: _pin, ...described } = meter;
  const { token: _token, ...reached } = { token: undefined, ...link };
  return { ...rest, meter: described, link: reached };
}

const digestOf = (value: unknown): string => hash('sha256', JSON.stringify(value));

/** The versions of what has part in a verdict. */
function softwareOf(root: URL): RunEntry['software'] {
  const require = createRequire(import.meta.url);
  // Where the program was bundled there is no package to ask.
  const versionOf = (name: string): string =>
    known(() => (require(`${name}/package.json`) as { version: string }).version); // npm's own file
  const own = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    version: string; // our own file
  };
  return {
    frankbench: own.version,
    node: process.versions.node,
    xstate: versionOf('xstate'),
    cucumber: versionOf('@cucumber/cucumber'),
    lockfile: known(() => hash('sha256', readFileSync(new URL('package-lock.json', root)))),
  };
}

function known(look: () => string): string {
  try {
    return look();
  } catch {
    return 'unknown';
  }
}
