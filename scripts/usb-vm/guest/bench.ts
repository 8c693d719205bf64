import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import process from 'node:process';

// The bundled steps are JavaScript under the names of their sources: there are no types to strip.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.ts')
      ? { format: 'module', shortCircuit: true, source: readFileSync(new URL(url)) }
      : next(url, context),
});

/** What `frankbench.mjs` starts on a desk. */
interface CommandLine {
  readonly main: (args: readonly string[]) => Promise<number>;
}

const { main }: CommandLine = await import(new URL('main.mjs', import.meta.url).href);
process.exitCode = await main(process.argv.slice(2));
