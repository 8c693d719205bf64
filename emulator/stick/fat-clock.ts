import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BenchError, type Millis } from '#core';

/** The part of the platform's WebAssembly that is used here; the compiler's libraries lack it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

type Answer = (...numbers: number[]) => unknown;

/** What the library's loader passes to, and wants from, whoever instantiates its code. */
interface Loader {
  instantiateWasm(
    imports: { readonly a: Readonly<Record<string, Answer>> },
    done: (instance: { readonly exports: object }) => void,
  ): object;
}

/**
 * The library asks its loader for the host's date and time zone. Loaded with this, it is answered
 * from the given clock, so that no global is touched and no zone plays a part. `store` puts a
 * 32-bit number into the library's memory.
 */
export function toldTheTimeBy(
  now: () => Millis,
  store: (address: number, value: number) => void,
): Loader {
  const ours: Readonly<Record<string, Answer>> = {
    _emscripten_date_now: now,
    __tzset_js: () => undefined,
    __localtime_js: (low = 0, high = 0, to = 0) => {
      const date = new Date(((low >>> 0) + high * 2 ** 32) * 1000);
      const fields = [
        date.getUTCSeconds(),
        date.getUTCMinutes(),
        date.getUTCHours(),
        date.getUTCDate(),
        date.getUTCMonth(),
        date.getUTCFullYear() - 1900,
      ];
      for (const [index, value] of fields.entries()) store(to + 4 * index, value);
    },
  };
  return {
    instantiateWasm(imports, done) {
      const replaced = new Set<string>();
      const answers = Object.entries(imports.a).map(([key, theirs]) => {
        const mine = ours[theirs.name];
        if (mine) replaced.add(theirs.name);
        return [key, mine ?? theirs] as const;
      });
      if (replaced.size !== Object.keys(ours).length) {
        throw new BenchError(
          'FB_INTERNAL',
          'the FAT library no longer asks for the time as it did',
          {
            hint: 'install the version of js-fatfs that package.json names',
            context: { imports: Object.values(imports.a).map((theirs) => theirs.name) },
          },
        );
      }
      const script = createRequire(import.meta.url).resolve('js-fatfs');
      const code = new WebAssembly.Module(readFileSync(join(script, '..', 'fatfs.wasm')));
      const instance = new WebAssembly.Instance(code, { a: Object.fromEntries(answers) });
      // Not at once: the loader sets the code page only if it has come to its end by then.
      queueMicrotask(() => done(instance));
      return {};
    },
  };
}
