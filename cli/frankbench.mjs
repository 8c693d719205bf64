#!/usr/bin/env node
// Starts Frankbench on the Node it needs. Plain JavaScript that old versions of Node can run too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { constants } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const wantedMajor = 24;
const checkout = new URL('../', import.meta.url);
const bundledNode = fileURLToPath(new URL('node_modules/.bin/node', checkout));
const launcher = fileURLToPath(import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= wantedMajor) {
  // Start-up is quicker the second time; where the folder cannot be written nothing is cached.
  nodeModule.enableCompileCache?.(fileURLToPath(new URL('.cache/node', checkout)));
  // A reader that has seen enough, as in "| head", is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { resolveOwnFiles } = await import('./own-files.mjs');
  resolveOwnFiles(checkout);
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(bundledNode)) {
  startAgain();
} else {
  process.stderr.write(
    `frankbench: it needs Node ${wantedMajor} or newer, and this is Node ${process.versions.node}.\n` +
      `  There is no ${bundledNode} either.\n` +
      `  Hint: run "npm ci" in ${fileURLToPath(checkout)}: on Linux x64 and arm64 it brings Node ${wantedMajor} along\n` +
      `  (not with --omit=optional). Elsewhere install Node ${wantedMajor} and start frankbench with it.\n`,
  );
  process.exitCode = 2;
}

function startAgain() {
  // A terminal sends Ctrl-C to the child as well, so there it must not be passed on twice.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  // Before the child starts: a signal that comes right after must not leave it behind.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
  for (const signal of signals) process.on(signal, forward);
  const child = spawn(bundledNode, [launcher, ...process.argv.slice(2)], { stdio: 'inherit' });

  child.on('error', (error) => {
    process.stderr.write(`frankbench: ${bundledNode} cannot be started: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    for (const each of signals) process.off(each, forward);
    // Dies as the child died; a signal that does not end this process still leaves its exit code.
    process.exitCode = 128 + constants.signals[signal];
    process.kill(process.pid, signal);
  });
}
