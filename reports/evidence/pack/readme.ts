import { sshNamespace } from '../keys/public-forms.ts';
import type { RunFacts } from '../run-facts.ts';
import { extensionKey, type Statement } from './statement.ts';

/** `README.txt`: what a pack is, how it is checked without any software of ours, what it cannot prove. */
export function readme({ predicate }: Statement, { run, state, counts }: RunFacts): string {
  const said = predicate[extensionKey];
  const verdicts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
  const deviations = said.deviations.map(({ text }) => `  - ${text}`);
  return `EVIDENCE OF A TEST RUN                                        target: ${run.target}
${said.what}

meter      ${run.meter.maker} ${run.meter.designation}, serial ${run.meter.serial}, firmware ${run.meter.firmware}
rig        ${run.rig.name}, run ${said.run.number} on it (${said.run.id})
began      ${said.run.began}
ended      ${said.run.ended ?? 'NOT CONCLUDED'}
result     ${predicate.result} (${verdicts || 'nothing was exercised'})
packed     ${said.packed ?? 'not stated'}
key        SHA256 ${said.key}

${deviations.length === 0 ? 'No deviations.' : `Read with care:\n${deviations.join('\n')}`}

HOW TO CHECK IT
Take the public key from the laboratory's register of keys, never from whoever gave you the pack, and
compare its fingerprint: the SHA-256 of its DER form, as "openssl pkey -pubin -in KEY.pub.pem
-outform DER | sha256sum" prints it. Then, in this folder:

1. Who signed the list of files? One of these is enough.
   openssl pkeyutl -verify -pubin -inkey KEY.pub.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
   minisign -Vm SHA256SUMS -x SHA256SUMS.minisig -p KEY.minisign.pub
   ssh-keygen -Y verify -f KEY.allowed_signers -I NAME -n ${sshNamespace} -s SHA256SUMS.sshsig < SHA256SUMS
2. Are the files those of the list, is nothing beside it, and no link among it? Nothing must be printed.
   sha256sum --strict --quiet -c SHA256SUMS
   find . ! -type d ! -name SHA256SUMS ! -name 'SHA256SUMS.*sig' | cut -c3- | LC_ALL=C sort > /tmp/there
   cut -c67- SHA256SUMS | diff - /tmp/there
   find . ! -type d ! -type f
3. Was a line of the record changed, left out, put in or cut off?
   sh verify-chain.sh
   (${state.lines} lines; 100 000 lines take half a minute on a host with nothing else to do)
4. What does the signer state? The second command shows it.
   openssl pkeyutl -verify -pubin -inkey KEY.pub.pem -rawin -in statement.pae -sigfile statement.sig
   cat statement.pae

"frankbench verify PACK --trust KEYS" checks all of that and more: that the figures in all files agree,
that each screen is what the record says, and that no run of a rig was left out between two packs.

WHAT IS IN IT
SHA256SUMS                     every file with its digest; SHA256SUMS.* are signatures of it
attestations.intoto.jsonl      in-toto statement (test-result v0.1) in a DSSE envelope
statement.pae, statement.sig   the bytes that were signed in that envelope, and the signature
record.ndjson, chain.json      what happened, a line for each thing, chained by SHA-256
run.json                       when, where, the how manieth run on the rig, and which was before it
dut.json, rig.json, plan.json  what was tested, on what, and what should have run
sbom.cdx.json                  the software that tested (CycloneDX), where it is known
lab.json                       what the laboratory says of itself, where it does
screens/, artifacts/           displays as the record has them; files that the meter wrote, sticks (gzip)
report.pdf, report.html        the report, with the fields of ISO/IEC 17025:2017, 7.8.2.1; and one to look into

WHAT IT CANNOT PROVE
Whoever has the private key can make up a run and sign it. Against that: keep the key in a token, or
encrypted and with somebody else than the tester; have a second person sign SHA256SUMS as well; have
its digest stamped by a time authority or write it into a book on the same day; ask for all packs of a
rig, whose numbers and links must be without a gap. The times are those of the host's clock, which
nobody vouches for. Nothing here speaks of the meter's cryptography or of parts that were not tested.
${run.target === 'EMULATED' ? 'The meter was a program. Nothing here is evidence of any machine.\n' : ''}`;
}
