import process from 'node:process';
import { closingLine } from '../counts.ts';
import { usbVm } from './usb-vm.ts';

const counts = await usbVm();
process.exitCode = counts.failed === 0 ? 0 : 1;
process.stdout.write(`\n${closingLine(counts)}\n`);
