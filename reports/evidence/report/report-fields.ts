import { targetInWords } from '../pack/documents.ts';
import type { Laboratory } from '../pack/laboratory.ts';
import { extensionKey } from '../pack/statement.ts';
import type { ReportSource } from './formal-report.ts';

/** A label with the letter of ISO/IEC 17025:2017, 7.8.2.1, and what there is to say; nothing: not stated. */
export type Field = readonly [label: string, value: string | undefined];

const usualRule =
  'A scenario passes when every key led to a display that the specification allows and every check of the scenario holds; a duration beyond its limit fails, one whose uncertainty reaches over its limit is inconclusive. The run passes when every scenario that was not skipped has passed.';

/** Which report, of whom, for whom, when. */
export function identityFields({ file, laboratory, statement }: ReportSource): readonly Field[] {
  const { packed, key } = statement.predicate[extensionKey];
  const { amends } = laboratory ?? {};
  return [
    ['Laboratory (b)', partyInWords(laboratory?.laboratory)],
    ['Place of the tests (c)', laboratory?.location ?? laboratory?.laboratory.address],
    ['Report and run (d)', file.id],
    ['Run on the rig', `number ${file.number} on ${file.rig}; before it ${before(file.previous)}`],
    ['Customer (e)', partyInWords(laboratory?.customer)],
    ['Dates of the tests (i)', `${file.began} to ${file.ended ?? '(not concluded)'}`],
    ['Date of issue (j)', laboratory?.issued ?? packed ?? undefined],
    ['Authorised by (o)', authorisedBy(laboratory)],
    ['Amends', amends ? `report ${amends.report}: ${amends.reason}` : 'no other report'],
    ['Signed with the key', `SHA-256 ${key}`],
    ['Applies to (l)', 'The results relate only to the items tested.'],
    ['Copies', 'To be copied in full only, unless the laboratory allows otherwise.'],
  ];
}

/** What was tested. */
export function itemFields({ facts, laboratory }: ReportSource): readonly Field[] {
  const { run } = facts;
  const { meter } = run;
  const { item } = laboratory ?? {};
  return [
    ['Target', `${run.target}. ${targetInWords(run)}`],
    ['Item (g)', `${meter.maker} ${meter.designation} (model ${meter.model})`],
    ['Serial number', meter.serial],
    ['Firmware', meter.firmware],
    ['Language', meter.language ?? undefined],
    ['Profile (SHA-256)', meter.profile],
    ['Seeded fault', run.fault ?? 'none'],
    ['Condition (g)', item?.condition],
    ['Received (h)', item?.received],
    ['Remarks', item?.remarks?.join('; ')],
  ];
}

/** How it was tested, with what. */
export function methodFields({ facts, file, laboratory }: ReportSource): readonly Field[] {
  const { run } = facts;
  const { suite, rig, software } = run;
  const dirty = suite.dirty === null ? '' : suite.dirty ? ', with changes' : ', without changes';
  return [
    ['Method (f)', 'Scenarios of the features below, by the plan in plan.json of this pack.'],
    ['Commit', suite.commit === null ? undefined : `${suite.commit}${dirty}`],
    ['Features (SHA-256)', suite.features.map((one) => `${one.path} ${one.sha256}`).join('\n')],
    ['Sampling (k)', laboratory?.sampling],
    ['Decision rule', laboratory?.decisionRule ?? usualRule],
    ['Judged by', run.judge === 'both' ? 'the chart and the checks of the features' : run.judge],
    ['Rig', `${rig.name}: ${rig.description} (link ${rig.link}, SHA-256 ${rig.sha256})`],
    ['Operator', rig.operator ?? undefined],
    ['Instruments', instruments(laboratory)],
    ['Environment', laboratory?.environment],
    ['Host', `${file.host.os} ${file.host.kernel} ${file.host.arch}; time: ${file.host.clock}`],
    [
      'Time in results',
      run.clock === 'virtual' ? "the emulated meter's virtual time" : "the host's",
    ],
    ['Seed', run.seed ?? 'none'],
    [
      'Software',
      Object.entries(software)
        .map(([name, version]) => `${name} ${version}`)
        .join('\n'),
    ],
    ['Results of others (p)', laboratory?.external],
  ];
}

const partyInWords = (party: Laboratory['customer']): string | undefined =>
  party && [party.name, party.address, party.contact].filter(Boolean).join('\n');

function authorisedBy(laboratory: Laboratory | undefined): string | undefined {
  const by = laboratory?.authorisedBy;
  return by && [by.name, by.role].filter(Boolean).join(', ');
}

const instruments = (laboratory: Laboratory | undefined): string | undefined =>
  laboratory?.instruments
    ?.map(
      ({ name, id, calibrated, due }) =>
        `${name} (${id}): calibrated ${calibrated ?? 'not stated'}, due ${due ?? 'not stated'}`,
    )
    .join('\n');

const before = (previous: ReportSource['file']['previous']): string =>
  previous === null ? 'none' : `number ${previous.number} (${previous.id})`;
