import { equal, match, ok } from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { Check } from './checks.ts';
import { deviceNodes, noNodes } from './device-nodes.ts';
import type { Meters } from './meters.ts';
import { program } from './program.ts';

/** What a run has left in its `run.json`. */
interface RunSummary {
  readonly verdict: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface Ran extends RunSummary {
  readonly code: number;
  readonly output: string;
}

const feature = 'features/is400/account-export.feature';

/** A run takes some forty seconds under emulation, and as long again where the host is busy. */
const limitMs = 90_000;

/** The rig that is in-process elsewhere, with another link to its meter. */
async function writeRig(link: string): Promise<void> {
  const rig = await readFile('rigs/emulator.is440.yaml', 'utf8');
  await writeFile('rigs/usb.yaml', rig.replace(/^link: .*$/m, `link: ${link}`));
}

/** The bench's own command with a link to the meter of the rig that is run in-process elsewhere. */
async function runFeature(link: string, tags: string): Promise<Ran> {
  await writeRig(link);
  await rm('/tmp/run', { recursive: true, force: true });
  const args = ['run', '--rig', 'rigs/usb.yaml', '--out', '/tmp/run', '--tags', tags, feature];
  const { code, output } = await program(process.execPath, ['cli/bench.mjs', ...args], { limitMs });
  try {
    // Our own file, written by the run that has just ended.
    const summary = JSON.parse(await readFile('/tmp/run/run.json', 'utf8')) as RunSummary;
    return { ...summary, code, output };
  } catch (cause) {
    throw new Error(`the run has ended with ${code} and no result: ${output}`, { cause });
  }
}

/** The very run of the desk, over the kernel's USB: it must pass, and the meter must have been worked. */
async function mustPass(meters: Meters, link: string, tags: string) {
  let frames = 0;
  using _watch = meters.first.slot.onFrame(() => {
    frames += 1;
  });
  const { verdict, counts, code, output } = await runFeature(link, tags);
  equal(verdict, 'passed', output);
  equal(code, 0, output);
  ok((counts.passed ?? 0) > 0 && frames > 20, `${counts.passed} passed, ${frames} frames`);
}

const usbtmcLink = ({ first }: Meters): string => `{ kind: usbtmc, serial: "${first.serial}" }`;

export function usbtmcRun(meters: Meters): Check {
  return {
    title: 'the bench runs a feature over USBTMC with the usb package',
    limitMs: limitMs + 10_000,
    run: () => mustPass(meters, usbtmcLink(meters), '@IS4-EXP-01'),
  };
}

export function serialRun(meters: Meters): Check {
  return {
    title: 'the bench runs a feature over /dev/ttyACM0 with serialport',
    limitMs: limitMs + 10_000,
    run: async () => {
      const { tty } = await deviceNodes(meters.first.serial);
      await mustPass(meters, `{ kind: serial, path: ${tty} }`, '@IS4-EXP-01');
    },
  };
}

/** What the kit found. */
interface Judged {
  readonly cases: readonly { readonly verdict: string }[];
}

/** The kit as a whole takes minutes under emulation. */
const fewCases = ['once', 'frame', 'identity'];

export function usbtmcConformance(meters: Meters): Check {
  return {
    title: 'the cases of the conformance kit about exactly once and frames pass over USBTMC',
    limitMs: limitMs + 10_000,
    run: async () => {
      await writeRig(usbtmcLink(meters));
      const out = ['--out', '/tmp/judged.json'];
      const args = ['cli/bench.mjs', 'conform', 'rigs/usb.yaml', ...out, '--only', ...fewCases];
      const { code, output } = await program(process.execPath, args, { limitMs });
      equal(code, 0, output);
      // Our own file, written by the kit that has just ended.
      const { cases } = JSON.parse(await readFile('/tmp/judged.json', 'utf8')) as Judged;
      ok(cases.filter(({ verdict }) => verdict === 'passed').length > 10, output);
    },
  };
}

export function unpluggedRun(meters: Meters): Check {
  const { first } = meters;
  return {
    title: 'unplugged while a feature runs: the verdict is error, not failed, and it says why',
    limitMs: limitMs + 10_000,
    run: async () => {
      let frames = 0;
      using _watch = first.slot.onFrame(() => {
        frames += 1;
        if (frames === 20) meters.pull(first);
      });
      const ran = await runFeature(usbtmcLink(meters), '@procedure');
      ok(frames >= 20, `it has ended after ${frames} frames:\n${ran.output}`);
      equal(ran.verdict, 'error', ran.output);
      equal(ran.code, 3, ran.output);
      equal(ran.counts.failed, 0, ran.output);
      match(ran.output, /FB_LINK_\w+/);
      await noNodes(first.serial);
      await meters.plug(first);
    },
  };
}
