import process from 'node:process';
import { BenchError } from '#core';

type Sqlite = typeof import('node:sqlite');

let loaded: Sqlite | undefined;

/**
 * The SQLite that comes with Node. Loading it is put off until there is something to store, and early
 * releases of Node 24 call it experimental then: that is nothing to the person at the terminal.
 * Errors: `FB_HISTORY` where Node was built without it.
 */
export function sqlite(): Sqlite {
  loaded ??= quietly(() => process.getBuiltinModule('node:sqlite'));
  if (loaded) return loaded;
  throw new BenchError('FB_HISTORY', `Node ${process.versions.node} has no SQLite.`, {
    hint: 'Use the Node that "npm ci" brings along.',
  });
}

function quietly<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
