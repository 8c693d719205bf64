#!/usr/bin/env node
// Starts Frankbench on the Node it needs. Plain JavaScript that old versions of Node can run too.
// What is loaded on the way to a meter's first answer takes the global `process`: to import it opens stdin.
import nodeModule from 'node:module';
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
  // The system takes the memory back at once, which takes the engine a while. What was said is taken first.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
} else if ((await import('node:fs')).existsSync(bundledNode)) {
  const { startAgain } = await import('./start-again.mjs');
  startAgain(bundledNode, launcher);
} else {
  process.stderr.write(
    `frankbench: it needs Node ${wantedMajor} or newer, and this is Node ${process.versions.node}.\n` +
      `  There is no ${bundledNode} either.\n` +
      `  Hint: run "npm ci" in ${fileURLToPath(checkout)}: on Linux x64 and arm64 it brings Node ${wantedMajor} along\n` +
      `  (not with --omit=optional). Elsewhere install Node ${wantedMajor} and start frankbench with it.\n`,
  );
  process.exitCode = 2;
}
