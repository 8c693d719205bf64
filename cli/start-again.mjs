// Hands over from a Node that is too old to another one. Plain JavaScript that old versions can run too.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/** Runs the launcher with this Node, with the arguments of this process, and ends as it ends. */
export function startAgain(bundledNode, launcher) {
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
