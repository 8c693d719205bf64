// Makes the report of a run's folder and says how long that took, and the most memory that was in use.
import process from 'node:process';
import { writeReport } from '#reports';

const began = performance.now();
const path = await writeReport(process.argv[2]);
const ms = performance.now() - began;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    path,
    ms,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    megabytes: maxRSS / 1024,
  }),
);
