import process from 'node:process';
import { audits } from './audits.ts';
import { fourWeeks } from './days.ts';
import { firstAnswer } from './first-answer.ts';
import { histories } from './history.ts';
import { hundredMeters } from './hundred-meters.ts';
import { largeReports } from './large-reports.ts';
import { links } from './links.ts';
import { manyMeters } from './many-meters.ts';
import { type Figure, figureLines } from './measure.ts';
import { longestPlan } from './plans.ts';
import { recordingCost, startUp, wholeSuite } from './processes.ts';
import { reportFiles } from './report-files.ts';
import { htmlReport } from './report-html.ts';
import { roundTrips } from './round-trips.ts';
import { quarterHourSync } from './sync.ts';

/**
 * `npm run bench`: each figure with a reference measured in the same run, since machines differ and
 * are shared. Exits with 1 when an aim is not met.
 */
const figures: Figure[] = [];
const show = (measured: readonly Figure[]): void => {
  figures.push(...measured);
  process.stdout.write(`${figureLines(measured).join('\n')}\n`);
};

show(await manyMeters());
show([longestPlan()]);
show(await roundTrips());
show(await links());
show([await hundredMeters()]);
show([await firstAnswer()]);
show(await audits());
show(await fourWeeks());
show(await reportFiles());
show(await largeReports());
show(await htmlReport());
show(await histories());
show(await quarterHourSync());
show(await startUp());
show([await wholeSuite()]);
show([await recordingCost()]);

const missed = figures.filter((figure) => figure.met === false);
process.stdout.write(
  missed.length === 0
    ? '\nEvery aim is met.\n'
    : `\nNot met: ${missed.map((figure) => figure.name).join('; ')}\n`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
