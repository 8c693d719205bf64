import type { ToldRun } from './told-run.ts';

/** What a run was made with and on, as names and values; what is not known is left out. */
export function runProperties({ file, story }: ToldRun): readonly (readonly [string, string])[] {
  const { target, rig, meter, suite, software, clock, seed, judge, fault } = story.run;
  const known: readonly (readonly [string, string | null])[] = [
    ['target', target],
    ['rig', rig.name],
    ['rig.description', rig.description],
    ['rig.link', rig.link],
    ['operator', rig.operator],
    ['meter.model', meter.model],
    ['meter.maker', meter.maker],
    ['meter.designation', meter.designation],
    ['meter.serial', meter.serial],
    ['meter.firmware', meter.firmware],
    ['meter.language', meter.language],
    ['commit', suite.commit],
    ['commit.dirty', suite.dirty === null ? null : String(suite.dirty)],
    ['clock', clock],
    ['seed', seed],
    ['judge', judge],
    ['fault', fault],
    ['run.id', file.id],
    ['run.number', String(file.number)],
    ['run.state', file.state],
    ['run.began', file.began],
    ['run.ended', file.ended],
    ['run.verdict', file.verdict],
    ['host.os', `${file.host.os} ${file.host.kernel} ${file.host.arch}`],
    ...Object.entries(software).map(([name, version]) => [`software.${name}`, version] as const),
  ];
  return known.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
