import process from 'node:process';
import { runChecks } from './checks.ts';
import { instrumentChecks } from './instrument-checks.ts';
import { Meters } from './meters.ts';
import { unplugChecks } from './unplug-checks.ts';

const meters = await Meters.open('/tmp/usbip');
await runChecks([...instrumentChecks(meters), ...unplugChecks(meters)]);
process.exit();
