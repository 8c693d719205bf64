import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readRunFileAt } from '../../archive/run-file.ts';
import type { TrustedKey } from '../keys/register.ts';
import type { ScreenArt } from '../screen-art.ts';
import { checkRuns, type LinkFinding, type RunLink } from './check-runs.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

export interface VerifyRequest {
  readonly packs: readonly string[];
  /** A pack that the first of them should follow; it is verified as well. */
  readonly after: string | undefined;
  /** The `run.json` of the run before the first of them, from somebody's books. */
  readonly previous: string | undefined;
  readonly register: readonly TrustedKey[];
  readonly art: ScreenArt;
}

export interface Verification {
  readonly packs: readonly VerifiedPack[];
  /** What is wrong between the runs of a rig. */
  readonly links: readonly LinkFinding[];
  /** Packs whose run before was not given: its link could not be checked. */
  readonly unlinked: readonly VerifiedPack[];
}

/** Verifies packs, and that those of a rig follow each other. Errors: `FB_EVIDENCE_PACK`. */
export async function verifyPacks(request: VerifyRequest): Promise<Verification> {
  const { after, previous, register, art } = request;
  const packs: VerifiedPack[] = [];
  for (const folder of after === undefined ? request.packs : [after, ...request.packs]) {
    packs.push(await verifyPack(folder, register, art));
  }
  const links = packs.flatMap(linkOf);
  const earliest = previous === undefined ? [] : [previousRun(previous)];
  const unlinked = packs.filter(({ run }) => {
    const wanted = run?.previous?.number;
    const isThere = [...earliest, ...links].some(
      (link) => link.run.rig === run?.rig && link.run.number <= (wanted ?? 0),
    );
    return wanted !== undefined && !isThere;
  });
  const first = after === undefined ? [] : links.slice(0, 1);
  return {
    packs,
    links: checkRuns(links.slice(first.length), [...earliest, ...first]),
    unlinked,
  };
}

const linkOf = ({ run, runDigest, folder }: VerifiedPack): readonly RunLink[] =>
  run && runDigest ? [{ run, sha256: runDigest, from: folder }] : [];

const previousRun = (path: string): RunLink => ({
  run: readRunFileAt(path),
  sha256: hash('sha256', readFileSync(path)),
  from: path,
});
