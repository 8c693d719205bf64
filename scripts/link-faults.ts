import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadLinkFaults } from '#emulator/link';
import { loadConformance } from '#rigs';

/**
 * `node scripts/link-faults.ts [--only NAME]`: the conformance kit against each seeded fault of a rig
 * controller, over TCP. Exits with 1 when the case that is to find a fault does not fail, or when a
 * case fails on a controller without one.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });

const { emulatedSubject, runKit } = await loadConformance();
const { linkFaults } = await loadLinkFaults();

type KitResult = Awaited<ReturnType<typeof runKit>>;

/** So long may an answer take: a controller that gives none is to be found soon. */
const answerMs = 250;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const namesOf = ({ cases }: KitResult, verdict: string): readonly string[] =>
  cases.filter((one) => one.verdict === verdict).map(({ name }) => name);

await using clean = await emulatedSubject({ model: 'is-440', carrier: 'tcp' });
const proper = await runKit(clean.subject);
const wrong = [...namesOf(proper, 'failed'), ...namesOf(proper, 'error')];
print(
  wrong.length === 0
    ? `without a fault: ${namesOf(proper, 'passed').length} cases pass`
    : `without a fault these do not pass: ${wrong.join(', ')}`,
);

const wanted = linkFaults.filter(({ name }) => values.only === undefined || name === values.only);
const width = Math.max(...linkFaults.map(({ name }) => name.length));
let found = 0;
for (const linkFault of wanted) {
  const { name, foundBy } = linkFault;
  await using rig = await emulatedSubject({ model: 'is-440', carrier: 'tcp', linkFault, answerMs });
  const failed = namesOf(await runKit(rig.subject, { limits: { answerMs } }), 'failed');
  const others = failed.filter((one) => one !== foundBy);
  const isFound = failed.includes(foundBy);
  if (isFound) found += 1;
  const also = others.length === 0 ? '' : `, also ${others.slice(0, 4).join(', ')}`;
  const more = others.length > 4 ? ` and ${others.length - 4} more` : '';
  print(`${name.padEnd(width)}  ${isFound ? foundBy : `NOT by ${foundBy}`}${also}${more}`);
}
print(`${found} of ${wanted.length} found`);
process.exitCode = found === wanted.length && wanted.length > 0 && wrong.length === 0 ? 0 : 1;
