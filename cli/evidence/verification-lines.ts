import { type Finding, loadEvidence, type Verification, type VerifiedPack } from '#reports';

const { findingText } = await loadEvidence();

/** Whether nothing at all was found. */
export const isGood = ({ packs, links }: Verification): boolean =>
  links.length === 0 && packs.every(({ findings }) => findings.length === 0);

/** What was found, for a person. */
export function verificationLines(found: Verification): readonly string[] {
  const { packs, links, unlinked } = found;
  return [
    ...packs.flatMap((pack) => [headline(pack), ...pack.findings.map(indented)]),
    ...(links.length === 0 ? [] : ['Between the runs:']),
    ...links.map((link) => indented({ ...link, file: link.at })),
    ...unlinked.map(
      ({ folder, run }) =>
        `Not checked: ${folder} follows run ${run?.previous?.number} (${run?.previous?.id}); give that pack as well, or --previous.`,
    ),
    isGood(found) ? `Genuine: ${packs.length} of ${packs.length}.` : 'NOT GENUINE.',
  ];
}

function headline({ folder, findings, statement, signedBy, run, files }: VerifiedPack): string {
  const said = statement?.predicate['urn:frankbench:run:v1'];
  const what = said
    ? `${said.target}, ${statement?.predicate.result}, run ${run?.number ?? '?'} on ${run?.rig ?? '?'}, ${run?.state ?? '?'}`
    : 'its statement cannot be read';
  const by = signedBy ? `signed by ${signedBy.name}` : 'signed by nobody who is trusted';
  const count = findings.length === 0 ? '' : `: ${findings.length} findings`;
  return `${folder}: ${files} files, ${what}; ${by}${count}`;
}

const indented = (finding: Finding): string => `  ${findingText(finding).replace('\n', '\n  ')}`;

/** The same for a program. */
export const verificationJson = (found: Verification): string =>
  JSON.stringify(
    {
      genuine: isGood(found),
      packs: found.packs.map(({ folder, findings, signedBy, files, statement, run }) => ({
        ...{ folder, files, findings },
        signedBy: signedBy ? { name: signedBy.name, fingerprint: signedBy.fingerprint } : null,
        result: statement?.predicate.result ?? null,
        target: statement?.predicate['urn:frankbench:run:v1'].target ?? null,
        run: run ?? null,
      })),
      links: found.links,
      unlinked: found.unlinked.map(({ folder }) => folder),
    },
    undefined,
    2,
  );
