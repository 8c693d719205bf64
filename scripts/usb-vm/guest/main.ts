import process from 'node:process';

process.stdout.write(`TAP version 13\n1..1\nok 1 - node ${process.version} runs\n`);
