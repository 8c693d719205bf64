import { type Capability, capabilities, type Identity } from '#core';
import { families, modelNamed } from '#models';
import { loadRig, lockRig, openMeter, type Rig, RigSession } from '#rigs';
import { abilitiesOf, linkName } from '#rigs/drivers';
import { loadFeatures, planFeatures, scenariosOf } from './run/cucumber.ts';
import { subjectsFor } from './run/default-rig.ts';
import type { Shell } from './shell.ts';

/** One thing that a rig can do to a meter, or why it cannot. */
export interface Ability {
  readonly capability: Capability;
  readonly can: boolean;
  /** `null` where it can. */
  readonly why: string | null;
  /** How many scenarios need it. */
  readonly scenarios: number;
}

/** What can be tested on a rig. */
export interface RigCheck {
  readonly version: 1;
  readonly file: string;
  readonly link: string;
  readonly identity: Identity;
  readonly abilities: readonly Ability[];
  readonly features: readonly string[];
  readonly scenarios: number;
  /** Of them, those that would be skipped there. */
  readonly skipped: number;
  /** What else limits a run there. */
  readonly notes: readonly string[];
}

interface Found extends Pick<RigCheck, 'identity' | 'notes'> {
  readonly capabilities: ReadonlySet<Capability>;
  readonly lacks: ReadonlyMap<Capability, string>;
}

/** Opens a rig and looks at what it can do. Errors: FB_RIG_FILE, those of its link, FB_RIG_… */
export async function checkRig(shell: Shell, file: string): Promise<RigCheck> {
  const rig = loadRig(file, shell.env);
  using _lock = lockRig(rig, { command: 'frankbench rigs check' });
  const found = await look(rig);
  const { family } = modelNamed(rig.meter.model);
  const features = subjectsFor(family).map((subject) => `features/${subject}`);
  const foreign = families.filter((each) => each !== family).map((each) => `@${each}`);
  const fits = `(@${family} or not (${foreign.join(' or ')}))`;
  const count = (tags: string) => countScenarios(shell, family, features, `${fits} and ${tags}`);
  const missing = capabilities.filter((each) => !found.capabilities.has(each));
  const needs = missing.map((each) => `@requires:${each}`).join(' or ');
  const abilities: Ability[] = [];
  for (const capability of capabilities) {
    const can = found.capabilities.has(capability);
    abilities.push({
      capability,
      can,
      why: can ? null : (found.lacks.get(capability) ?? lackOf(capability)),
      scenarios: await count(`@requires:${capability}`),
    });
  }
  return {
    version: 1,
    file,
    link: rig.link.kind === 'in-process' ? 'in-process' : linkName(rig.link),
    identity: found.identity,
    abilities,
    features,
    scenarios: await count('not @nothing'),
    skipped: needs === '' ? 0 : await count(`(${needs})`),
    notes: found.notes,
  };
}

const lackOf = (capability: Capability): string =>
  capability === 'operator'
    ? 'a person is asked with "frankbench run --operator"'
    : 'the meter has no such part';

/** Who is in the slot and what can be done with it. An emulated meter is made as new for it. */
async function look(rig: Rig): Promise<Found> {
  if (rig.link.kind === 'in-process') {
    await using meter = await openMeter(rig);
    const { identity, capabilities: found } = meter;
    return { identity, capabilities: found, lacks: new Map(), notes: [] };
  }
  await using session = new RigSession(rig);
  const { words: before, ...identity } = await session.identify();
  if (!abilitiesOf(rig, before).capabilities.has('factory')) {
    return { identity, ...abilitiesOf(rig, before), notes: [asNewNote(rig)] };
  }
  // Whether there is a stick, for one, depends on what the rig file says of the meter.
  const meter = await session.open();
  if (typeof meter === 'string') return { identity, ...abilitiesOf(rig, before), notes: [meter] };
  await using opened = meter;
  const { words } = await session.identify();
  return { identity: opened.identity, ...abilitiesOf(rig, words), notes: [] };
}

const asNewNote = ({ isAsNew }: Rig): string =>
  isAsNew
    ? 'nobody here can make the meter as new: of a run only the first scenario is made'
    : 'nobody here can make the meter as new, nor says that it is (meter.state): no scenario is made';

async function countScenarios(
  shell: Shell,
  family: string,
  features: readonly string[],
  tags: string,
): Promise<number> {
  const loaded = loadFeatures({ root: shell.root, family, features, names: [], tags });
  try {
    return scenariosOf(await planFeatures(loaded)).length;
  } catch (error) {
    if (isNoScenario(error)) return 0;
    throw error;
  }
}

const isNoScenario = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FB_NO_SCENARIO';
