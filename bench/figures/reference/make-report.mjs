// Makes the report of a run's folder and says how long that took, and the most memory that was in use.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { writeReport } from '#reports';

const began = performance.now();
const path = await writeReport(process.argv[2]);
const ms = performance.now() - began;
const { userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    path,
    ms,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    megabytes: mostMegabytes(),
  }),
);

/** `maxRSS` of a process that another has started begins with what that one had. */
function mostMegabytes() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
