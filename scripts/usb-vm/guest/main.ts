import process from 'node:process';
import { serialRun, unpluggedRun, usbtmcConformance, usbtmcRun } from './bench-checks.ts';
import { runChecks } from './checks.ts';
import { instrumentChecks } from './instrument-checks.ts';
import { Meters } from './meters.ts';
import { ruleChecks } from './rule-checks.ts';
import { stickChecks } from './stick-checks.ts';
import { unplugChecks } from './unplug-checks.ts';

const meters = await Meters.open('/tmp/usbip');
await runChecks([
  ...instrumentChecks(meters),
  usbtmcRun(meters),
  ...stickChecks(meters),
  serialRun(meters),
  usbtmcConformance(meters),
  ...unplugChecks(meters),
  unpluggedRun(meters),
  ...ruleChecks(meters),
]);
process.exit();
